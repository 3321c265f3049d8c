"""Counting hours: of business, or of the clock, less the pauses, exact to the second."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mashangban.deadlines.rules.calendar import ONE_DAY, Calendar, CalendarDay, at, local_day
from mashangban.deadlines.rules.periods import Pause
from mashangban.deadlines.terms import Unit
from mashangban.kernel.clock import midnight

Interval = tuple[dt.datetime, dt.datetime]
NOTHING = dt.timedelta()


@dataclass(frozen=True, slots=True)
class HoursOfDay:
    """What one day gave: the intervals counted on it (none when off) and the pauses that touched it."""

    day: CalendarDay
    counted: tuple[Interval, ...]
    pauses: tuple[Pause, ...]

    @property
    def length(self) -> dt.timedelta:
        """Give the time counted on the day."""
        return sum((end - start for start, end in self.counted), NOTHING)


@dataclass(frozen=True, slots=True)
class HourCount:
    """The walk over the days; `stopped_by` is the open pause that ended it early."""

    days: tuple[HoursOfDay, ...]
    left: dt.timedelta
    stopped_by: Pause | None = None


def count_hours(
    start: dt.datetime,
    length: dt.timedelta,
    unit: Unit,
    calendar: Calendar,
    region: str,
    pauses: Sequence[Pause],
) -> HourCount:
    """Use up `length` from `start` on; hours run from the instant itself (民法典201)."""
    days: list[HoursOfDay] = []
    left = length
    for today, intervals in _opening_intervals(start, unit, calendar, region):
        touching = _touching(today.day, start, pauses)
        counted: list[Interval] = []
        for interval in _without(intervals, pauses):
            taken = min(left, interval[1] - interval[0])
            if taken:
                counted.append((interval[0], interval[0] + taken))
            left -= taken
        days.append(HoursOfDay(today, tuple(counted), touching))
        if not left:
            return HourCount(tuple(days), NOTHING)
        endless = next((pause for pause in touching if pause.ends_at is None), None)
        if endless is not None:
            return HourCount(tuple(days), left, endless)
    raise AssertionError("the days do not end")


def _opening_intervals(
    start: dt.datetime, unit: Unit, calendar: Calendar, region: str
) -> Iterator[tuple[CalendarDay, list[Interval]]]:
    day = local_day(start)
    while True:
        today = calendar.day(day, region)
        yield (
            today,
            [
                (max(opens, start), closes)
                for opens, closes in _intervals_of(today, unit, calendar, region)
                if closes > start
            ],
        )
        day += ONE_DAY


def _intervals_of(today: CalendarDay, unit: Unit, calendar: Calendar, region: str) -> list[Interval]:
    if unit is Unit.HOUR:
        return [(midnight(today.day), midnight(today.day + ONE_DAY))]
    if not today.working:
        return []
    return [
        (at(today.day, opens), at(today.day, closes)) for opens, closes in calendar.spans(today.day, region)
    ]


def _touching(day: dt.date, start: dt.datetime, pauses: Sequence[Pause]) -> tuple[Pause, ...]:
    first = max(midnight(day), start)
    found = [pause for pause in pauses if pause.overlaps(first, midnight(day + ONE_DAY))]
    return tuple(sorted(found, key=lambda pause: pause.starts_at))


def _without(intervals: Sequence[Interval], pauses: Sequence[Pause]) -> list[Interval]:
    left = list(intervals)
    for pause in pauses:
        left = [piece for interval in left for piece in _cut(interval, pause)]
    return left


def _cut(interval: Interval, pause: Pause) -> list[Interval]:
    start, end = interval
    if not pause.overlaps(start, end):
        return [interval]
    pieces = []
    if pause.starts_at > start:
        pieces.append((start, pause.starts_at))
    if pause.ends_at is not None and pause.ends_at < end:
        pieces.append((pause.ends_at, end))
    return pieces
