"""Counting days: working days, calendar days, months and years, with every counted and skipped day named."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mashangban.deadlines.rules.calendar import ONE_DAY, Calendar, CalendarDay
from mashangban.deadlines.rules.periods import Pause
from mashangban.deadlines.rules.wording import off_words
from mashangban.deadlines.terms import StepKind, Unit
from mashangban.kernel.clock import midnight


@dataclass(frozen=True, slots=True)
class Mark:
    """A verdict on one day: counted as number `total`, or passed over for a reason."""

    day: CalendarDay
    kind: StepKind
    reason: str
    total: int = 0


@dataclass(frozen=True, slots=True)
class DayCount:
    """The walk over the days in order; `stopped_by` is the open pause that ended it early."""

    marks: tuple[Mark, ...]
    stopped_by: Pause | None = None

    @property
    def counted(self) -> int:
        """Give the number of days counted."""
        return sum(mark.kind is StepKind.COUNTED for mark in self.marks)

    @property
    def last(self) -> dt.date:
        """Give the last day walked over."""
        return self.marks[-1].day.day


def add_working_days(day: dt.date, amount: int, calendar: Calendar, region: str = "") -> dt.date:
    """Give the last day of a period of working days; the first day is not counted (民法典201)."""
    return count_days(day, amount, Unit.WORKING_DAY, calendar, region, ()).last


def count_days(
    start: dt.date, amount: int, unit: Unit, calendar: Calendar, region: str, pauses: Sequence[Pause]
) -> DayCount:
    """Walk from the day after `start` until `amount` days were counted, or to an open pause.

    A day on which the clock stood still at any time is not counted and its pause is named.
    """
    marks: list[Mark] = []
    counted = 0
    for today in _days_after(start, calendar, region):
        pause = pause_on(today.day, pauses)
        if pause is not None:
            marks.append(Mark(today, StepKind.PAUSED, pause.reason, counted))
            if pause.ends_at is None:
                return DayCount(tuple(marks), pause)
        elif unit is Unit.WORKING_DAY and not today.working:
            marks.append(Mark(today, StepKind.SKIPPED, off_words(today), counted))
        else:
            counted += 1
            marks.append(Mark(today, StepKind.COUNTED, today.name, counted))
        if counted == amount:
            return DayCount(tuple(marks))
    raise AssertionError("the days do not end")


def roll_forward(last: dt.date, calendar: Calendar, region: str, pauses: Sequence[Pause]) -> DayCount:
    """Move a last day that is off to the next working day (民法典203); no marks when it needs no move."""
    today = calendar.day(last, region)
    marks: list[Mark] = []
    for following in _days_after(last, calendar, region):
        if today.working and not (marks and pause_on(today.day, pauses)):
            return DayCount((*marks, Mark(today, StepKind.MOVED, "")) if marks else ())
        pause = pause_on(today.day, pauses) if marks else None
        marks.append(Mark(today, StepKind.SKIPPED, pause.reason if pause else off_words(today)))
        if pause is not None and pause.ends_at is None:
            return DayCount(tuple(marks), pause)
        today = following
    raise AssertionError("the days do not end")


def paused_days(first: dt.date, last: dt.date, pauses: Sequence[Pause]) -> Iterator[tuple[dt.date, Pause]]:
    """List the days from first to last on which the clock stood still, each with its pause."""
    day = first
    while day <= last:
        pause = pause_on(day, pauses)
        if pause is not None:
            yield day, pause
        day += ONE_DAY


def pause_on(day: dt.date, pauses: Sequence[Pause]) -> Pause | None:
    """Give the pause that touches a day; one that is still open goes first."""
    touching = [pause for pause in pauses if pause.overlaps(midnight(day), midnight(day + ONE_DAY))]
    return min(touching, key=lambda pause: (pause.ends_at is not None, pause.starts_at), default=None)


def _off_mark(day: CalendarDay) -> Mark:
    return Mark(day, StepKind.SKIPPED, off_words(day))


def _days_after(start: dt.date, calendar: Calendar, region: str) -> Iterator[CalendarDay]:
    day = start
    while True:
        day += ONE_DAY
        yield calendar.day(day, region)
