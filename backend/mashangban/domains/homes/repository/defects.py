"""Defects: reading within reach, and one transaction for each step with its words and clocks."""

from collections.abc import Callable, Iterable
from typing import Any

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.homes.models import TABLE, DefectRecord, HomesDeadlineRecord, RepairRecord
from mashangban.domains.homes.repository import items, words
from mashangban.domains.homes.rules import ladder
from mashangban.domains.homes.rules.defect import Defect
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_FIELDS = items.fields_of(Defect, "id", "version", "chain")
_MAY_LACK: dict[str, Any] = {"batch": "", "issue_id": "", "repeat_of": "", "found": ()}
ClockChange = Callable[[Transaction], None]


def get(defect_id: str) -> Defect:
    """A defect; whoever calls asks for its place. Raises NotFound."""
    try:
        record = DefectRecord.get(f"DEFECT#{defect_id}", "DEFECT", consistent_read=True)
    except DefectRecord.DoesNotExist as missing:
        raise NotFound() from missing
    return _defect(record)


def of_repairer(unit_id: str, page: PageRequest) -> Page[Defect]:
    """What a unit was told to repair and has not ended, the oldest first."""
    found = pagination.query(RepairRecord, f"REPAIRS#{unit_id}", page)
    keys = [(f"DEFECT#{one.defect_id}", "DEFECT") for one in found.items]
    known = {one.id: one for one in map(_defect, DefectRecord.batch_get(keys, consistent_read=True))}
    ordered = [known[one.defect_id] for one in found.items if one.defect_id in known]
    return Page(ordered, found.next_cursor)


def create(
    act: Act, new: Defect, event: Event, clocks: Iterable[Deadline], answer: Schema, text: str
) -> None:
    """Write a new defect with its clocks."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        if text:
            words.keep(tx, event, text)
        for clock in clocks:
            deadlines.begin(tx, HomesDeadlineRecord, clock)
        tx.answer(answer)


def move(
    act: Act,
    before: Defect,
    after: Defect,
    event: Event,
    answer: Schema | None = None,
    *,
    text: str = "",
    begins: Iterable[Deadline] = (),
    closes: Iterable[str] = (),
    settles: deadlines.Due | None = None,
    changed: ClockChange | None = None,
) -> None:
    """Write one step. `closes` names clocks that run no longer; whatever ends the matter stops all that still run."""
    running = _running(before, settles)
    with Transaction(act, TABLE) as tx:
        amend(tx, before, after, event)
        if text:
            words.keep(tx, event, text)
        if settles is not None:
            settles.settle(tx)
        if changed is not None:
            changed(tx)
        stopped = frozenset(closes)
        for kind, clock in running.items():
            if kind in stopped or not after.state.open:
                deadlines.close(tx, HomesDeadlineRecord, clock)
        for clock in begins:
            deadlines.begin(tx, HomesDeadlineRecord, clock)
        _hand_on(tx, before, after)
        tx.answer(answer)


def clocks_of(one: Defect) -> list[Deadline]:
    """Every clock of a defect, in order."""
    found = deadline_items.of_subject(HomesDeadlineRecord, one.subject)
    return sorted(found, key=lambda clock: clock.started_at)


def repair_clocks(found: Iterable[Defect]) -> dict[str, list[Deadline]]:
    """The clocks that whoever repairs must keep, by defect (one batch)."""
    wanted = [(one.subject, kind) for one in found for kind in ladder.repairers(one.round)]
    by_defect: dict[str, list[Deadline]] = {}
    for deadline in deadline_items.several(HomesDeadlineRecord, wanted):
        by_defect.setdefault(deadline.subject.id, []).append(deadline)
    return by_defect


def clock(one: Defect, kind: str) -> Deadline:
    """One clock as it stands (consistent). Raises DeadlineMissing."""
    return deadline_items.get(HomesDeadlineRecord, one.subject, kind)


def _running(one: Defect, settles: deadlines.Due | None) -> dict[str, Deadline]:
    own = settles.firing.deadline.kind if settles is not None else ""
    return {
        found.kind: found
        for found in clocks_of(one)
        if found.state is not DeadlineState.CLOSED and found.kind != own
    }


def _hand_on(tx: Transaction, before: Defect, after: Defect) -> None:
    old = before.contractor.id if before.contractor and before.state.open else ""
    new = after.contractor.id if after.contractor and after.state.open else ""
    if old == new:
        return
    if old:
        tx.delete(RepairRecord(f"REPAIRS#{old}", after.id))
    if new:
        tx.put(RepairRecord(f"REPAIRS#{new}", after.id, defect_id=after.id))


def amend(tx: Transaction, before: Defect, after: Defect, event: Event) -> None:
    """One step within another act's transaction."""
    tx.amend(_record(before), event, changes(DefectRecord, _stored(before), _stored(after)))


def _stored(one: Defect) -> dict[str, Any]:
    return items.stored(one, _FIELDS)


def _record(one: Defect) -> DefectRecord:
    return DefectRecord(one.subject.pk, "DEFECT", **_stored(one))


def _defect(record: DefectRecord) -> Defect:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: getattr(record, name) or empty for name, empty in _MAY_LACK.items()}
    values["round"] = int(record.round)
    defect_id = str(record.PK).partition("#")[2]
    return Defect(id=defect_id, **values, version=int(record.version), chain=record.chain)
