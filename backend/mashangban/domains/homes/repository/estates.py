"""Estates: one item each, found by county and by builder."""

from typing import Any

from mashangban.domains.homes import errors
from mashangban.domains.homes.models import TABLE, EstateRecord
from mashangban.domains.homes.repository import items
from mashangban.domains.homes.rules.estate import Estate
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

_FIELDS = items.fields_of(Estate, "version", "chain")


def get(estate_id: str, reach: Reach | None = None) -> Estate:
    """An estate. Raises NotFound when there is none within reach."""
    try:
        found = _estate(EstateRecord.get(f"ESTATE#{estate_id}", "ESTATE", consistent_read=True))
    except EstateRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if reach is not None:
        reach.require(found.place)
    return found


def own(estate_id: str, reach: Reach) -> Estate:
    """An estate for its builder's own people. Raises NotFound beyond reach."""
    found = get(estate_id)
    reach.require(found.office)
    return found


def of_builder(builder_id: str, page: PageRequest) -> Page[Estate]:
    """A builder's estates by name."""
    return pagination.query(EstateRecord, f"ESTATES-OF#{builder_id}", page, index="GSI2").map(_estate)


def of_county(region: str, page: PageRequest) -> Page[Estate]:
    """A county's estates by name."""
    return pagination.query(EstateRecord, f"ESTATES-IN#{region}", page, index="GSI1").map(_estate)


def create(act: Act, new: Estate, event: Event, answer: Schema) -> None:
    """Write a new estate. Raises EstateExists."""
    with Transaction(act, TABLE) as tx:
        tx.create(record_of(new), event, otherwise=errors.EstateExists())
        tx.answer(answer)


def change(act: Act, before: Estate, after: Estate, event: Event, answer: Schema | None = None) -> None:
    """Write one step of an estate."""
    with Transaction(act, TABLE) as tx:
        amend(tx, before, after, event)
        tx.answer(answer)


def amend(tx: Transaction, before: Estate, after: Estate, event: Event) -> None:
    """One step within another act's transaction."""
    old, new = items.stored(before, _FIELDS), items.stored(after, _FIELDS)
    tx.amend(record_of(before), event, changes(EstateRecord, old, new))


def record_of(one: Estate) -> EstateRecord:
    """The item of an estate."""
    return EstateRecord(
        one.subject.pk,
        "ESTATE",
        GSI1PK=f"ESTATES-IN#{one.region}",
        GSI1SK=f"{one.name}#{one.id}",
        GSI2PK=f"ESTATES-OF#{one.builder.id}",
        GSI2SK=f"{one.name}#{one.id}",
        **items.stored(one, _FIELDS),
    )


def _estate(record: EstateRecord) -> Estate:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {"imports": int(record.imports), "applying": record.applying or ""}
    return Estate(**values, version=int(record.version), chain=record.chain)
