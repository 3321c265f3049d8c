"""A deadline: what is awaited until when, who is reminded before and who hears of it after."""

import datetime as dt
from dataclasses import dataclass, replace
from itertools import pairwise

from mashangban.deadlines.rules.calendar import ONE_DAY, Calendar, at
from mashangban.deadlines.rules.due import HOUR_UNITS, Clock, due_on, due_time
from mashangban.deadlines.rules.periods import DueTime, Pause, Step, Term
from mashangban.deadlines.rules.wages import pay_before
from mashangban.deadlines.rules.wording import day_words
from mashangban.deadlines.terms import DeadlineState, EndsAt, RungKind, StepKind, Unit
from mashangban.kernel.clock import midnight
from mashangban.kernel.events import Subject


@dataclass(frozen=True, slots=True)
class OnDay:
    """An agreed day: the end of a contract, or with `before_holiday` a pay day (条例 Art. 14). It never rolls on."""

    day: dt.date
    before_holiday: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder: a reminder before, the due time itself, or a level of escalation after it."""

    name: str
    kind: RungKind
    offset: Term | None = None

    def __post_init__(self) -> None:
        if (self.offset is None) != (self.kind is RungKind.AT):
            raise ValueError(f"rung {self.name}: only the due time itself has no offset")
        if self.kind is RungKind.BEFORE and self.offset and self.offset.unit in (Unit.MONTH, Unit.YEAR):
            raise ValueError(f"rung {self.name}: remind in days or hours")


@dataclass(frozen=True, slots=True)
class Extension:
    """More time, given once, with the reason a citizen is shown."""

    term: Term
    reason: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Deadline:
    """One awaited thing of a subject; `kind` is unique in it (`workers.countersign`), `label` is what people read.

    `fired_at` and `fired_rung` name the last firing by its planned instant: what lies after it is still to come, so
    that an extension brings the reminders back.
    """

    subject: Subject
    kind: str
    label: str
    started_at: dt.datetime
    basis: Term | OnDay
    ladder: tuple[Rung, ...] = (Rung("due", RungKind.AT),)
    region: str = ""
    ends_at: EndsAt = EndsAt.MIDNIGHT
    state: DeadlineState = DeadlineState.RUNNING
    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Extension, ...] = ()
    closed_at: dt.datetime | None = None
    fired_at: dt.datetime | None = None
    fired_rung: int = -1
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Firing:
    """A rung whose time has come. `id` is the same however often it is tried."""

    deadline: Deadline
    rung: Rung
    index: int
    planned_at: dt.datetime
    due: DueTime

    @property
    def id(self) -> str:
        """Name the firing for whoever must not act on it twice."""
        subject = self.deadline.subject
        return f"{subject.pk}|{self.deadline.kind}|{self.rung.name}|{self.planned_at:%Y%m%dT%H%M%S}"


def due_of(deadline: Deadline, calendar: Calendar) -> DueTime:
    """Compute when a deadline is due by today's calendar, with its arithmetic."""
    clock = Clock(calendar, deadline.region, deadline.pauses)
    basis = deadline.basis
    if isinstance(basis, OnDay):
        return pay_before(basis.day, clock) if basis.before_holiday else _on_the_day(basis, clock)
    whole = replace(basis, amount=basis.amount + sum(one.term.amount for one in deadline.extensions))
    due = due_time(deadline.started_at, whole, clock, deadline.ends_at)
    first = due.steps[0].first
    extended = tuple(
        Step(StepKind.EXTENDED, first, first, f"其中延长{one.term.label}：{one.reason}", 0, one.term.source)
        for one in deadline.extensions
    )
    return replace(due, steps=(due.steps[0], *extended, *due.steps[1:]))


def next_firing(deadline: Deadline, calendar: Calendar, now: dt.datetime) -> Firing | None:
    """Give the next rung to fire, which may be due already; None while paused and after the last.

    A reminder is left out when its time lies before the start, or when `now` is past the due time already.
    """
    if deadline.state is not DeadlineState.RUNNING:
        return None
    due = due_of(deadline, calendar)
    if due.due_at is None or due.last_day is None:
        return None
    overdue = due.due_at <= now
    for planned_at, index in _plan(deadline, due.due_at, due.last_day, calendar):
        rung = deadline.ladder[index]
        too_late = rung.kind is RungKind.BEFORE and (overdue or planned_at <= deadline.started_at)
        if not too_late and _is_after_last(deadline, planned_at, index):
            return Firing(deadline, rung, index, planned_at, due)
    return None


def check_ladder(ladder: tuple[Rung, ...]) -> None:
    """Refuse a ladder with two rungs of one name, which could not be told apart."""
    names = sorted(rung.name for rung in ladder)
    if any(one == other for one, other in pairwise(names)):
        raise ValueError("each rung has its own name")


def _on_the_day(basis: OnDay, clock: Clock) -> DueTime:
    text = f"约定的日期是{day_words(basis.day, year=basis.day.year)}，遇节假日不顺延"
    return due_on(basis.day, (Step(StepKind.START, basis.day, basis.day, text, source=basis.source),), clock)


def _plan(
    deadline: Deadline, due_at: dt.datetime, last_day: dt.date, calendar: Calendar
) -> list[tuple[dt.datetime, int]]:
    planned = (
        (_instant(rung, due_at, last_day, deadline, calendar), index)
        for index, rung in enumerate(deadline.ladder)
    )
    return sorted(planned)


def _instant(
    rung: Rung, due_at: dt.datetime, last_day: dt.date, deadline: Deadline, calendar: Calendar
) -> dt.datetime:
    offset = rung.offset
    if offset is None:
        return due_at
    if offset.unit in HOUR_UNITS and rung.kind is RungKind.BEFORE:
        return due_at - dt.timedelta(hours=offset.amount)
    if rung.kind is RungKind.BEFORE:
        day = _days_before(last_day, offset, calendar, deadline.region)
        return at(day, calendar.spans(day, deadline.region)[0][0])
    # The last day itself is the first day of the escalation's period, and is not counted.
    start = due_at if offset.unit in HOUR_UNITS else midnight(last_day)
    after = due_time(start, offset, Clock(calendar, deadline.region)).due_at
    assert after is not None, "nothing pauses an escalation"
    return after


def _days_before(day: dt.date, offset: Term, calendar: Calendar, region: str) -> dt.date:
    left = offset.amount
    while left:
        day -= ONE_DAY
        if offset.unit is Unit.CALENDAR_DAY or calendar.is_working(day, region):
            left -= 1
    return day


def _is_after_last(deadline: Deadline, planned_at: dt.datetime, index: int) -> bool:
    if deadline.fired_at is None:
        return True
    return (planned_at, index) > (deadline.fired_at, deadline.fired_rung)
