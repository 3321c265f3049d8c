"""Worker-days."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from pynamodb.expressions.update import Action

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.service import Due
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.attendance import errors
from mashangban.domains.attendance.models import (
    TABLE,
    AttendanceDeadlineRecord,
    PhotosRecord,
    ScanGuardRecord,
    WorkdayRecord,
)
from mashangban.domains.attendance.rules.calendar import month_of
from mashangban.domains.attendance.rules.workday import Workday
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(Workday.__dataclass_fields__)
_NUMBERS = ("halves", "minutes", "overtime_minutes", "revision", "version")
_MOVING = (
    "marks", "state", "halves", "minutes", "overtime_minutes", "why", "decider", "asked", "claimed", "contested",
    "changes", "due",
)  # fmt: skip
_GUARD_KEPT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Clockwork:
    """What a step does to the question's deadline: ends one, begins one, or notes the firing it came from."""

    ends: Deadline | None = None
    begins: Deadline | None = None
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One write of a worker-day: where it stood, where it stands, and what goes with it."""

    before: Workday
    after: Workday
    event: Event | None = None
    clockwork: Clockwork = field(default_factory=Clockwork)
    guard: ScanGuardRecord | None = None
    answer: Schema | None = None
    photos: tuple[str, ...] = ()


def find(contract_id: str, day: date) -> Workday | None:
    """A worker-day, or None while nothing was said of it."""
    try:
        record = WorkdayRecord.get(
            f"WORKDAY#{contract_id}#{day.isoformat()}", "WORKDAY", consistent_read=True
        )
    except WorkdayRecord.DoesNotExist:
        return None
    return to_workday(record)


def of_id(workday_id: str) -> Workday:
    """A worker-day by the id of its subject. Raises NotFound."""
    contract_id, _, day = workday_id.partition("#")
    found = find(contract_id, date.fromisoformat(day))
    if found is None:
        raise NotFound()
    return found


def of_contract(contract_id: str, first: date, last: date) -> list[Workday]:
    """A contract's days from first to last (one query, at most a few months)."""
    key: Any = WorkdayRecord.GSI2SK
    where = key.between(first.isoformat(), last.isoformat())
    found = WorkdayRecord.query(f"DAYS#{contract_id}", where, index_name="GSI2")
    return [to_workday(record) for record in found]


def of_team(team_id: str, month: str, day: date | None = None) -> Iterator[Workday]:
    """A team's days of a month, or of one day, by day and contract."""
    key: Any = WorkdayRecord.GSI1SK
    where = key.startswith(f"{day.isoformat()}#") if day else None
    found = WorkdayRecord.query(f"TEAMMONTH#{team_id}#{month}", where, index_name="GSI1")
    return (to_workday(record) for record in found)


def questions(project_id: str, page: PageRequest) -> Page[Workday]:
    """The days of a project on which somebody is asked, oldest first."""
    found = pagination.query(WorkdayRecord, f"QUESTIONS#{project_id}", page, index="GSI3")
    return found.map(to_workday)


def photos(workday: Workday) -> tuple[str, ...]:
    """The files that came with the worker's last word."""
    version = workday.claimed.photos if workday.claimed is not None else 0
    if not version:
        return ()
    return PhotosRecord.get(f"WORKDAY#{workday.id}", _photos(version), consistent_read=True).files


def _photos(version: int) -> str:
    return f"PHOTOS#{version:08d}"


def open_question(workday: Workday) -> Deadline | None:
    """The deadline of the question that is open on a day."""
    found = deadline_items.of_subject(AttendanceDeadlineRecord, workday.subject)
    return next((one for one in reversed(found) if one.state is DeadlineState.RUNNING), None)


def scan_guard(team_id: str, step: int, person_id: str, act: Act) -> ScanGuardRecord:
    """Makes a step of a code good for one scan of one person."""
    expires = int((act.at + _GUARD_KEPT).timestamp())
    return ScanGuardRecord(f"SCAN#{team_id}#{step}", person_id, expires_at=expires)


def write(act: Act, step: Step) -> None:
    """Write a worker-day's step; Stale when a mark or an act came between."""
    with Transaction(act, TABLE) as tx:
        _write_day(tx, step)
        _write_clockwork(tx, step.clockwork)
        if step.guard is not None:
            tx.create(step.guard, otherwise=errors.CodeUsed())
        if step.photos and step.event is not None:
            tx.create(
                PhotosRecord(f"WORKDAY#{step.after.id}", _photos(step.event.version), files=step.photos)
            )
        if step.answer is not None:
            tx.answer(step.answer)


def _write_day(tx: Transaction, step: Step) -> None:
    before, event = step.before, step.event
    record = _record(replace(step.after, revision=before.revision + 1))
    if before.revision == 0:
        tx.create(record, event)
        return
    unmoved: Any = WorkdayRecord.revision == before.revision
    if event is None:
        tx.update(record, _actions(record), condition=unmoved)
    else:
        tx.amend(record, event, _actions(record), condition=unmoved)


def _write_clockwork(tx: Transaction, clockwork: Clockwork) -> None:
    if clockwork.due is not None:
        clockwork.due.settle(tx)
    elif clockwork.ends is not None:
        deadlines.close(tx, AttendanceDeadlineRecord, clockwork.ends)
    if clockwork.begins is not None:
        deadlines.begin(tx, AttendanceDeadlineRecord, clockwork.begins)


def _actions(record: WorkdayRecord) -> list[Action]:
    names = (*_MOVING, "revision", "GSI3PK", "GSI3SK")
    return [_action(name, getattr(record, name)) for name in names]


def _action(name: str, value: Any) -> Action:
    attribute = getattr(WorkdayRecord, name)
    action: Action = attribute.remove() if value is None else attribute.set(value)
    return action


def _record(one: Workday) -> WorkdayRecord:
    values = {name: getattr(one, name) for name in _FIELDS}
    day = one.day.isoformat()
    asked = one.state.waits
    return WorkdayRecord(
        f"WORKDAY#{one.id}",
        "WORKDAY",
        GSI1PK=f"TEAMMONTH#{one.team.id}#{month_of(one.day)}",
        GSI1SK=f"{day}#{one.contract_id}",
        GSI2PK=f"DAYS#{one.contract_id}",
        GSI2SK=day,
        GSI3PK=f"QUESTIONS#{one.project.id}" if asked else None,
        GSI3SK=f"{day}#{one.contract_id}" if asked else None,
        **{**values, "why": one.why or None, "due": one.due or None},
    )


def to_workday(record: WorkdayRecord) -> Workday:
    """The day of a record."""
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    numbers = {name: int(values[name]) for name in _NUMBERS}
    return Workday(**{**values, **numbers, "why": values["why"] or "", "due": values["due"] or ""})
