"""Homes and their door codes."""

from collections.abc import Iterable, Iterator
from typing import Any

from mashangban.domains.homes import errors
from mashangban.domains.homes.models import TABLE, CodeRecord, HomeRecord
from mashangban.domains.homes.repository import items
from mashangban.domains.homes.rules.home import Home
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

_FIELDS = items.fields_of(Home, "version", "chain")


def get(home_id: str, reach: Reach | None = None) -> Home:
    """A home. Raises NotFound when there is none within reach."""
    try:
        found = _home(HomeRecord.get(f"HOME#{home_id}", "HOME", consistent_read=True))
    except HomeRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if reach is not None:
        reach.require(found.place)
    return found


def own(home_id: str, reach: Reach) -> Home:
    """A home for its builder's own people. Raises NotFound beyond reach."""
    found = get(home_id)
    reach.require(found.office)
    return found


def many(home_ids: Iterable[str]) -> dict[str, Home]:
    """Those of the homes that exist, by id (consistent)."""
    keys = [(f"HOME#{one}", "HOME") for one in home_ids]
    return {record.id: _home(record) for record in HomeRecord.batch_get(keys, consistent_read=True)}


def of_code(body: str) -> Home:
    """The home whose door carries a code. Raises CodeRevoked for one that was renewed."""
    try:
        code = CodeRecord.get(f"CODE#{body}", "CODE", consistent_read=True)
    except CodeRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if code.revoked:
        raise errors.CodeRevoked()
    return get(code.home_id)


def of_estate(estate_id: str, building: str, page: PageRequest) -> Page[Home]:
    """An estate's homes in the order people count, of one building where one is named (by its sorted name)."""
    key: Any = HomeRecord.GSI1SK
    where = key.startswith(f"{building}#") if building else None
    return pagination.query(HomeRecord, f"HOMES-OF#{estate_id}", page, index="GSI1", where=where).map(_home)


def all_of_building(estate_id: str, building: str) -> Iterator[Home]:
    """Every home of a building, page by page."""
    key: Any = HomeRecord.GSI1SK
    found = HomeRecord.query(f"HOMES-OF#{estate_id}", key.startswith(f"{building}#"), index_name="GSI1")
    return (_home(record) for record in found)


def create(act: Act, new: Home, event: Event) -> None:
    """Write a new home with its door code. Raises Stale when it is there already."""
    with Transaction(act, TABLE) as tx:
        tx.create(record_of(new), event)
        tx.create(CodeRecord(f"CODE#{new.code_body}", "CODE", home_id=new.id))


def change(act: Act, before: Home, after: Home, event: Event, answer: Schema | None = None) -> None:
    """Write one step of a home."""
    with Transaction(act, TABLE) as tx:
        amend(tx, before, after, event)
        tx.answer(answer)


def renew_code(act: Act, before: Home, after: Home, event: Event, answer: Schema) -> None:
    """Revoke the old door code and give the home a new one."""
    with Transaction(act, TABLE) as tx:
        amend(tx, before, after, event)
        tx.update(CodeRecord(f"CODE#{before.code_body}", "CODE"), [CodeRecord.revoked.set(True)])
        tx.create(CodeRecord(f"CODE#{after.code_body}", "CODE", home_id=after.id))
        tx.answer(answer)


def amend(tx: Transaction, before: Home, after: Home, event: Event) -> None:
    """One step within another act's transaction."""
    old, new = items.stored(before, _FIELDS), items.stored(after, _FIELDS)
    actions = changes(HomeRecord, old, new)
    if before.door != after.door:
        actions.append(HomeRecord.GSI1SK.set(after.door.order))
    tx.amend(record_of(before), event, actions)


def record_of(one: Home) -> HomeRecord:
    """The item of a home."""
    return HomeRecord(
        one.subject.pk,
        "HOME",
        GSI1PK=f"HOMES-OF#{one.estate_id}",
        GSI1SK=one.door.order,
        **items.stored(one, _FIELDS),
    )


def _home(record: HomeRecord) -> Home:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {"area": int(record.area), "code_version": int(record.code_version)}
    return Home(**values | {"batch": record.batch or ""}, version=int(record.version), chain=record.chain)
