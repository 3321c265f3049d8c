"""Expected pay: reading within reach, days as they were told, and one transaction for each step."""

from datetime import timedelta
from typing import Any

from pynamodb.exceptions import PutError
from pynamodb.expressions.update import Action

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.arrears.models import (
    TABLE,
    ArrearsDeadlineRecord,
    DayRecord,
    ExpectationRecord,
    WaitingRecord,
)
from mashangban.domains.arrears.repository import words
from mashangban.domains.arrears.rules.expectation import Expectation
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound, Stale
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

_PLAIN = ("month", "facts", "state", "level", "rounds", "line", "settled_by")
_KEPT = timedelta(days=30)


def find(expectation_id: str) -> Expectation | None:
    """A month's expected pay, if it has begun (a consistent read)."""
    try:
        record = ExpectationRecord.get(f"EXPECTATION#{expectation_id}", "EXPECTATION", consistent_read=True)
    except ExpectationRecord.DoesNotExist:
        return None
    values: dict[str, Any] = {name: getattr(record, name) for name in _PLAIN}
    values |= {"clock": record.clock or "", "rounds": int(record.rounds)}
    return Expectation(expectation_id, **values, version=int(record.version), chain=record.chain)


def get(expectation_id: str, reach: Reach | None = None) -> Expectation:
    """A month's expected pay. Raises NotFound when there is none within reach."""
    found = find(expectation_id)
    if found is None:
        raise NotFound()
    if reach is not None:
        reach.require(found.place)
    return found


def begin(act: Act, new: Expectation, event: Event, running: Deadline) -> None:
    """Pay is expected from now on; nothing when it was already."""
    try:
        with Transaction(act, TABLE) as tx:
            tx.create(_record(new), event)
            deadlines.begin(tx, ArrearsDeadlineRecord, running)
    except Stale:
        return


def move(
    act: Act,
    before: Expectation,
    after: Expectation,
    event: Event,
    running: Deadline | None = None,
    *,
    settles: deadlines.Due | None = None,
    answer: Schema | None = None,
    text: str = "",
) -> None:
    """Write one step: state, event, and the clock that ends and the one that begins (`running`) when they differ."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, _changes(before, after))
        if settles is not None:
            settles.settle(tx)
        elif before.clock and after.clock != before.clock:
            _close(tx, before)
        if running is not None and after.clock != before.clock:
            deadlines.begin(tx, ArrearsDeadlineRecord, running)
        if text:
            words.keep(tx, event, text)
        tx.answer(answer)


def clock_of(one: Expectation) -> Deadline:
    """The clock that runs; the latest that ran once it is settled."""
    if one.clock:
        return deadline_items.get(ArrearsDeadlineRecord, one.subject, one.clock)
    return max(
        deadline_items.of_subject(ArrearsDeadlineRecord, one.subject), key=lambda clock: clock.started_at
    )


def clocks_of(one: Expectation) -> list[Deadline]:
    """Every clock that ran, in order."""
    return sorted(
        deadline_items.of_subject(ArrearsDeadlineRecord, one.subject), key=lambda clock: clock.started_at
    )


def keep_day(expectation_id: str, day: DayRecord) -> bool:
    """Keep what is newer of a day of attendance; False for what was known already."""
    day.PK, day.SK = f"EXPECTATION#{expectation_id}", f"DAY#{day.day.isoformat()}"
    version: Any = DayRecord.version
    try:
        day.save(condition=DayRecord.PK.does_not_exist() | (version < day.version))
    except PutError as refused:
        if refused.cause_response_code != "ConditionalCheckFailedException":
            raise
        return False
    return True


def days_of(expectation_id: str) -> list[DayRecord]:
    """The days of attendance that are known, in order."""
    found = DayRecord.query(
        f"EXPECTATION#{expectation_id}", DayRecord.SK.startswith("DAY#"), consistent_read=True
    )
    return list(found)


def wait(act: Act, contract_id: str, month: str) -> None:
    """Remember a month of work whose employment is not known yet."""
    expires = int((act.at + _KEPT).timestamp())
    WaitingRecord(f"WAITING#{contract_id}", month, expires_at=expires).save()


def waiting_months(contract_id: str) -> list[str]:
    """The months that wait for this employment."""
    return [record.SK for record in WaitingRecord.query(f"WAITING#{contract_id}", consistent_read=True)]


def _close(tx: Transaction, before: Expectation) -> None:
    stored = deadline_items.get(ArrearsDeadlineRecord, before.subject, before.clock)
    if stored.state is not DeadlineState.CLOSED:
        deadlines.close(tx, ArrearsDeadlineRecord, stored)


def _stored(one: Expectation) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _PLAIN} | {"clock": one.clock or None}


def _record(one: Expectation) -> ExpectationRecord:
    return ExpectationRecord(one.subject.pk, "EXPECTATION", **_stored(one))


def _changes(before: Expectation, after: Expectation) -> list[Action]:
    old, new = _stored(before), _stored(after)
    actions: list[Action] = []
    for name in (name for name in new if old[name] != new[name]):
        attribute: Any = getattr(ExpectationRecord, name)
        actions.append(attribute.remove() if new[name] is None else attribute.set(new[name]))
    return actions
