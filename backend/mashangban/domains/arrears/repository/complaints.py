"""Complaints: reading within reach, one transaction for each step, and the replies of the accused side."""

from collections.abc import Callable
from typing import Any

from pynamodb.expressions.update import Action

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.arrears import errors
from mashangban.domains.arrears.models import (
    TABLE,
    ArrearsDeadlineRecord,
    ComplaintRecord,
    GuardRecord,
    ReplyRecord,
)
from mashangban.domains.arrears.repository import words
from mashangban.domains.arrears.rules.complaint import Complaint
from mashangban.domains.arrears.rules.expectation import id_of
from mashangban.domains.arrears.terms import ReplyKind
from mashangban.kernel import crypto
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

_PLAIN = tuple(name for name in Complaint.__dataclass_fields__ if name not in {"id", "version", "chain"})
ClockChange = Callable[[Transaction], None]
_TEXTS = frozenset({"matter", "document_id", "document_sha256", "closing"})


def get(complaint_id: str, reach: Reach | None = None) -> Complaint:
    """A complaint for the worker and the regulators. Raises NotFound when there is none within reach."""
    found = _read(complaint_id)
    if reach is not None:
        reach.require(found.place)
    return found


def get_accused(complaint_id: str, reach: Reach) -> Complaint:
    """A complaint for the accused side: only to be shown as its own view. Raises NotFound beyond reach."""
    found = _read(complaint_id)
    reach.require(found.accused)
    return found


def _read(complaint_id: str) -> Complaint:
    try:
        record = ComplaintRecord.get(f"COMPLAINT#{complaint_id}", "COMPLAINT", consistent_read=True)
    except ComplaintRecord.DoesNotExist as missing:
        raise NotFound() from missing
    values: dict[str, Any] = {name: getattr(record, name) for name in _PLAIN}
    values |= {name: values[name] or "" for name in _TEXTS}
    return Complaint(complaint_id, **values, version=int(record.version), chain=record.chain)


def open_of(expectation_id: str) -> str:
    """The open complaint of a month, empty when there is none."""
    try:
        guard = GuardRecord.get(f"EXPECTATION#{expectation_id}", "COMPLAINT", consistent_read=True)
    except GuardRecord.DoesNotExist:
        return ""
    return str(guard.complaint_id)


def create(
    act: Act, new: Complaint, event: Event, running: Deadline, answer: Schema | None, text: str
) -> None:
    """Write a new complaint. Raises AlreadyComplained."""
    guard = GuardRecord(_guard_pk(new), "COMPLAINT", complaint_id=new.id)
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.create(guard, otherwise=errors.AlreadyComplained())
        deadlines.begin(tx, ArrearsDeadlineRecord, running)
        if text:
            words.keep(tx, event, text)
        tx.answer(answer)


def move(
    act: Act,
    before: Complaint,
    after: Complaint,
    event: Event,
    answer: Schema | None = None,
    *,
    text: str = "",
    begins: Deadline | None = None,
    closes: tuple[str, ...] = (),
    settles: deadlines.Due | None = None,
) -> None:
    """Write one step with its words and clocks; whoever ends the matter frees the month for another complaint."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, _changes(before, after))
        if text:
            words.keep(tx, event, text)
        if settles is not None:
            settles.settle(tx)
        for kind in closes if after.state.open else _running(before, settles):
            _close(tx, before, kind)
        if begins is not None:
            deadlines.begin(tx, ArrearsDeadlineRecord, begins)
        if before.state.open and not after.state.open:
            tx.delete(GuardRecord(_guard_pk(before), "COMPLAINT"))
        tx.answer(answer)


def change_clock(
    act: Act, before: Complaint, after: Complaint, event: Event, answer: Schema, changed: ClockChange
) -> None:
    """Pause, resume or extend the handling clock with its reason, as one step of the complaint."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, _changes(before, after))
        changed(tx)
        tx.answer(answer)


def join(act: Act, pairs: list[tuple[Complaint, Complaint, Event]], answer: Schema) -> None:
    """Several complaints become one matter in one transaction."""
    with Transaction(act, TABLE) as tx:
        for before, after, event in pairs:
            tx.amend(_record(before), event, _changes(before, after))
        tx.answer(answer)


def reply(
    act: Act, complaint: Complaint, kind: ReplyKind, enterprise: str, text: str, event: Event, answer: Schema
) -> None:
    """Keep the accused side's word in its own chain; the complaint moves by the listener."""
    sealed = crypto.seal(text, f"arrears|{event.subject.id}|reply")
    record = ReplyRecord(
        complaint.subject.pk,
        f"REPLY#{event.subject.id}",
        id=event.subject.id,
        reply=kind,
        enterprise=enterprise,
        words=sealed,
        at=act.at,
    )
    with Transaction(act, TABLE) as tx:
        tx.create(record, event)
        tx.answer(answer)


def replies(complaint: Complaint) -> list[tuple[ReplyRecord, str]]:
    """The accused side's words, oldest first."""
    found = ReplyRecord.query(complaint.subject.pk, ReplyRecord.SK.startswith("REPLY#"), consistent_read=True)
    return [(one, crypto.unseal(one.words, f"arrears|{one.id}|reply")) for one in found]


def clocks_of(complaint: Complaint) -> list[Deadline]:
    """Every clock of a complaint, in order."""
    found = deadline_items.of_subject(ArrearsDeadlineRecord, complaint.subject)
    return sorted(found, key=lambda clock: clock.started_at)


def clock(complaint: Complaint, kind: str) -> Deadline:
    """One clock as it stands (consistent). Raises DeadlineMissing."""
    return deadline_items.get(ArrearsDeadlineRecord, complaint.subject, kind)


def _running(before: Complaint, settles: deadlines.Due | None) -> tuple[str, ...]:
    own = settles.firing.deadline.kind if settles is not None else ""
    open_ones = (one for one in clocks_of(before) if one.state is not DeadlineState.CLOSED)
    return tuple(one.kind for one in open_ones if one.kind != own)


def _close(tx: Transaction, before: Complaint, kind: str) -> None:
    deadlines.close(tx, ArrearsDeadlineRecord, clock(before, kind))


def _guard_pk(one: Complaint) -> str:
    return f"EXPECTATION#{id_of(one.facts.contract_id, one.month)}"


def _stored(one: Complaint) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in _PLAIN}
    return values | {name: values[name] or None for name in _TEXTS}


def _record(one: Complaint) -> ComplaintRecord:
    return ComplaintRecord(one.subject.pk, "COMPLAINT", **_stored(one))


def _changes(before: Complaint, after: Complaint) -> list[Action]:
    old, new = _stored(before), _stored(after)
    actions: list[Action] = []
    for name in (name for name in new if old[name] != new[name]):
        attribute: Any = getattr(ComplaintRecord, name)
        actions.append(attribute.remove() if new[name] is None else attribute.set(new[name]))
    return actions
