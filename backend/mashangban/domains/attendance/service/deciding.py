"""One step of a worker-day: its event, who is told, the question's deadline and the write, whoever takes it."""

from dataclasses import dataclass, field, replace
from typing import Any

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline, Rung
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.service import Due
from mashangban.deadlines.terms import RungKind, Unit
from mashangban.domains.attendance import events
from mashangban.domains.attendance.models import ScanGuardRecord
from mashangban.domains.attendance.repository import days as repository
from mashangban.domains.attendance.repository.days import Clockwork, Step
from mashangban.domains.attendance.rules.workday import Workday, differs
from mashangban.domains.attendance.service import telling
from mashangban.domains.attendance.terms import DayState
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message, happened
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.permissions import Role

ANSWER = "answer"
REMIND = "remind"
TERM = Term(2, Unit.WORKING_DAY, "码上办考勤规则")
LADDER = (Rung(REMIND, RungKind.BEFORE, Term(1, Unit.WORKING_DAY)), Rung("due", RungKind.AT))


@dataclass(frozen=True, slots=True)
class Move:
    """What a step is called and what else goes with it."""

    event: str
    role: Role = Role.SYSTEM
    data: dict[str, Any] = field(default_factory=dict)
    due: Due | None = None
    guard: ScanGuardRecord | None = None
    answer: Schema | None = None
    photos: tuple[str, ...] = ()


def move(act: Act, before: Workday, after: Workday, taken: Move) -> Workday:
    """Write a step of a day; the question's deadline begins and ends with it. Gives the day as written."""
    clockwork, after = _clockwork(act, before, after, taken)
    messages: tuple[Message, ...] = ()
    if differs(before, after):
        messages = (*telling.counted(before, after), *telling.told(before, after, taken.event))
    overtime = {"overtime_minutes": after.overtime_minutes} if after.overtime_minutes else {}
    data = {"state": after.state.value, "halves": after.halves, **overtime, **taken.data}
    event = happened(
        act,
        taken.event,
        after.subject,
        data,
        role=taken.role,
        version=before.version + 1,
        previous=before.chain,
        messages=messages,
    )
    repository.write(act, Step(before, after, event, clockwork, taken.guard, taken.answer, taken.photos))
    return replace(after, version=event.version, chain=event.hash, revision=before.revision + 1)


def note(act: Act, before: Workday, after: Workday) -> None:
    """Keep marks of a day that is still open: what they rest on is on record already (report, roll)."""
    repository.write(act, Step(before, after))


def _clockwork(act: Act, before: Workday, after: Workday, taken: Move) -> tuple[Clockwork, Workday]:
    begins = None
    if after.state.waits and after.state is not before.state:
        begins = _question(act, before, after)
        after = replace(after, due=deadlines.due_time_of(begins).label)
    ends = before.state.waits and after.state is not before.state
    old = repository.open_question(before) if ends and taken.due is None else None
    return Clockwork(old, begins, taken.due), after


def _question(act: Act, before: Workday, after: Workday) -> Deadline:
    label = "答复考勤" if after.state is DayState.QUESTIONED else "核实考勤"
    kind = f"{ANSWER}{before.version + 1}"
    return Deadline(after.subject, kind, label, act.at, TERM, LADDER, region=after.region)


def event_of(before: Workday, after: Workday) -> str:
    """How a step that nobody in particular took is called."""
    if after.state is DayState.QUESTIONED and before.state is not DayState.QUESTIONED:
        return events.QUESTIONED
    if not before.closed:
        return events.SETTLED if after.state is DayState.SETTLED else events.UNRECORDED
    return events.CORRECTED if differs(before, after) else events.NOTED


def remind(act: Act, before: Workday, due: Due, messages: tuple[Message, ...]) -> None:
    """Note a reminder, once."""
    event = happened(
        act,
        events.REMINDED,
        before.subject,
        {"state": before.state.value},
        role=Role.SYSTEM,
        version=before.version + 1,
        previous=before.chain,
        messages=messages,
    )
    repository.write(act, Step(before, before, event, Clockwork(due=due)))
