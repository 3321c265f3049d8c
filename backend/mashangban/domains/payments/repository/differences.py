"""Differences between our books and the bank's, until a person says what they were."""

from typing import Any

from mashangban.domains.payments.models import TABLE, DifferenceRecord
from mashangban.domains.payments.rules.reconciling import Difference, Gap
from mashangban.domains.payments.terms import DifferenceState
from mashangban.kernel import clock, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.errors import NotFound, Stale
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

_PLAIN = ("project", "region", "contractor_id", "state", "found_at")


def difference(difference_id: str, reach: Reach | None = None) -> Difference:
    """A difference. Raises NotFound when there is none within reach."""
    try:
        record = DifferenceRecord.get(f"DIFFERENCE#{difference_id}", "DIFFERENCE", consistent_read=True)
    except DifferenceRecord.DoesNotExist as missing:
        raise NotFound() from missing
    found = _to_difference(record)
    if reach is not None:
        reach.require(found.place)
    return found


def of_project(project_id: str, state: DifferenceState | None, page: PageRequest) -> Page[Difference]:
    """A project's differences of one state, newest first."""
    key: Any = DifferenceRecord.GSI1SK
    where = key.startswith(f"{state.value}#") if state else None
    pk = f"DIFFERENCES#{project_id}"
    found = pagination.query(DifferenceRecord, pk, page, index="GSI1", where=where, newest_first=True)
    return found.map(_to_difference)


def of_county(region: str, state: DifferenceState | None, page: PageRequest) -> Page[Difference]:
    """A county's differences of one state, newest first."""
    key: Any = DifferenceRecord.GSI2SK
    where = key.startswith(f"{state.value}#") if state else None
    pk = f"COUNTY-DIFFERENCES#{region}"
    found = pagination.query(DifferenceRecord, pk, page, index="GSI2", where=where, newest_first=True)
    return found.map(_to_difference)


def raise_once(act: Act, new: Difference, event: Event) -> bool:
    """Write a work item; False when the same gap has one already, settled or not."""
    try:
        with Transaction(act, TABLE) as tx:
            tx.create(_record(new), event)
    except Stale:
        return False
    return True


def settle(act: Act, before: Difference, after: Difference, event: Event, answer: Schema) -> None:
    """Write what a person said about it."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, changes(DifferenceRecord, _stored(before), _stored(after)))
        tx.answer(answer)


def _stored(one: Difference) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(one, name) for name in _PLAIN}
    place = f"{one.state.value}#{clock.to_text(one.found_at)}#{one.id}"
    return values | {
        "note": one.note or None,
        "gap_kind": one.gap.kind,
        "key": one.gap.key,
        "ours_fen": one.gap.ours_fen,
        "bank_fen": one.gap.bank_fen,
        "GSI1PK": f"DIFFERENCES#{one.project.id}",
        "GSI1SK": place,
        "GSI2PK": f"COUNTY-DIFFERENCES#{one.region}",
        "GSI2SK": place,
    }


def _record(one: Difference) -> DifferenceRecord:
    return DifferenceRecord(one.subject.pk, "DIFFERENCE", **_stored(one))


def _to_difference(record: DifferenceRecord) -> Difference:
    values: dict[str, Any] = {name: getattr(record, name) for name in _PLAIN}
    gap = Gap(record.gap_kind, record.key, int(record.ours_fen), int(record.bank_fen))
    values |= {"version": int(record.version), "chain": record.chain, "note": record.note or ""}
    return Difference(gap=gap, **values)
