"""When a period ends: one door for every unit, and the arithmetic in words."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from mashangban.deadlines.rules.calendar import ONE_DAY, Calendar, at, local_day
from mashangban.deadlines.rules.counting import count_days, paused_days, roll_forward
from mashangban.deadlines.rules.explaining import day_steps, hour_steps, moved_step, pause_words
from mashangban.deadlines.rules.hours import count_hours
from mashangban.deadlines.rules.periods import DueTime, Pause, Step, Term
from mashangban.deadlines.rules.wording import day_words, length_words, moment_words
from mashangban.deadlines.terms import (
    CIVIL_CODE_201,
    CIVIL_CODE_202,
    CIVIL_CODE_203,
    UNIT_LABELS,
    EndsAt,
    StepKind,
    Unit,
)
from mashangban.kernel.clock import corresponding_day, midnight

HOUR_UNITS = (Unit.WORKING_HOUR, Unit.HOUR)
MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Clock:
    """What a computation stands on: the calendar of a region and the listed pauses."""

    calendar: Calendar
    region: str = ""
    pauses: Sequence[Pause] = ()


@dataclass(frozen=True, slots=True)
class _Walk:
    """The days of a period: its lines, its last day before any move, or the pause that stopped it."""

    steps: tuple[Step, ...]
    last: dt.date
    stopped_by: Pause | None = None
    left: str = ""


def due_time(start: dt.datetime, term: Term, clock: Clock, ends_at: EndsAt = EndsAt.MIDNIGHT) -> DueTime:
    """Compute when a period that starts at an aware instant is due (民法典201 to 203).

    Days: the first is not counted, a last day off moves to the next working day, the last day ends at 24:00
    or at the close of business. Hours run from the instant. Pauses don't count; an open one stops the clock.
    """
    if start.tzinfo is None:
        raise ValueError("a period starts at an aware instant")
    if term.unit in HOUR_UNITS:
        return _due_by_hours(start, term, clock)
    walk = (_walk_months if term.unit in MONTHS else _walk_days)(local_day(start), term, clock)
    opening = _opening_step(start, term)
    if walk.stopped_by is None:
        walk = _moved(walk, clock, opening.first.year)
    if walk.stopped_by is not None:
        return _stopped((opening, *walk.steps), walk.stopped_by, walk.left)
    return due_on(walk.last, (opening, *walk.steps), clock, ends_at)


def due_on(
    last: dt.date, steps: tuple[Step, ...], clock: Clock, ends_at: EndsAt = EndsAt.MIDNIGHT
) -> DueTime:
    """Close the arithmetic on its last day: at 24:00, or when business closes (民法典203)."""
    words = day_words(last, year=steps[0].first.year)
    if ends_at is EndsAt.CLOSE:
        closes = clock.calendar.spans(last, clock.region)[-1][1]
        due_at, label = at(last, closes), f"{words}{closes:%H:%M}前"
    else:
        due_at, label = midnight(last + ONE_DAY), f"{words}24:00前"
    final = Step(StepKind.DUE, last, last, f"{label}到期", steps[-1].total, CIVIL_CODE_203)
    return DueTime(due_at, last, label, (*steps, final), _estimated(steps))


def _walk_days(first: dt.date, term: Term, clock: Clock) -> _Walk:
    count = count_days(first, term.amount, term.unit, clock.calendar, clock.region, clock.pauses)
    steps = tuple(day_steps(count.marks, term.unit, first.year))
    left = f"{term.amount - count.counted}{UNIT_LABELS[term.unit]}"
    return _Walk(steps, count.last, count.stopped_by, left)


def _walk_months(first: dt.date, term: Term, clock: Clock) -> _Walk:
    target = corresponding_day(first, term.amount * MONTHS[term.unit])
    steps = [_matched_step(first, target, term, clock)]
    stood_still = list(paused_days(first + ONE_DAY, target, clock.pauses))
    for pause in dict.fromkeys(pause for _, pause in stood_still):
        days = [day for day, found in stood_still if found is pause]
        text = f"{pause_words(pause, first.year)}，{len(days)}日不计"
        steps.append(Step(StepKind.PAUSED, days[0], days[-1], text))
        if pause.ends_at is None:
            left = f"{(target - days[0]).days + len(stood_still) - len(days) + 1}日"
            return _Walk(tuple(steps), days[-1], pause, left)
    if not stood_still:
        return _Walk(tuple(steps), target)
    extra = count_days(
        target, len(stood_still), Unit.CALENDAR_DAY, clock.calendar, clock.region, clock.pauses
    )
    steps += day_steps(extra.marks, Unit.CALENDAR_DAY, first.year)
    left = f"{len(stood_still) - extra.counted}日"
    return _Walk(tuple(steps), extra.last, extra.stopped_by, left)


def _moved(walk: _Walk, clock: Clock, year: int) -> _Walk:
    roll = roll_forward(walk.last, clock.calendar, clock.region, clock.pauses)
    if roll.stopped_by is not None:
        paused = Step(StepKind.PAUSED, roll.last, roll.last, pause_words(roll.stopped_by, year))
        return _Walk((*walk.steps, paused), roll.last, roll.stopped_by, "最后一日")
    if not roll.marks:
        return walk
    return _Walk((*walk.steps, moved_step(roll.marks, year)), roll.last)


def _due_by_hours(start: dt.datetime, term: Term, clock: Clock) -> DueTime:
    length = dt.timedelta(hours=term.amount)
    count = count_hours(start, length, term.unit, clock.calendar, clock.region, clock.pauses)
    opening = _opening_step(start, term)
    year = opening.first.year
    steps = (opening, *hour_steps(count.days, year))
    if count.stopped_by is not None:
        return _stopped(steps, count.stopped_by, length_words(count.left))
    due_at = count.days[-1].counted[-1][1]
    last = count.days[-1].day.day
    label = f"{moment_words(due_at, year=year)}前"
    final = Step(StepKind.DUE, last, last, f"{label}到期", term.amount, CIVIL_CODE_201)
    return DueTime(due_at, last, label, (*steps, final), _estimated(steps))


def _opening_step(start: dt.datetime, term: Term) -> Step:
    day = local_day(start)
    words = moment_words(start, year=day.year)
    rule = "从这一刻起算" if term.unit in HOUR_UNITS else "当天不计，从第二天起算"
    text = f"{words}开始，期限{term.label}，{rule}"
    return Step(StepKind.START, day, day, text, 0, term.source or CIVIL_CODE_201)


def _matched_step(first: dt.date, target: dt.date, term: Term, clock: Clock) -> Step:
    words = day_words(target, year=first.year)
    shorter = "（当月没有这一天，取月末日）" if target.day != first.day else ""
    estimated = clock.calendar.day(target, clock.region).estimated
    text = f"{term.label}后的对应日是{words}{shorter}"
    return Step(StepKind.MATCHED, first, target, text, term.amount, CIVIL_CODE_202, estimated)


def _stopped(steps: tuple[Step, ...], pause: Pause, left: str) -> DueTime:
    day = local_day(pause.starts_at)
    text = f"计时已暂停（{pause.reason}），恢复后还剩{left}"
    final = Step(StepKind.STOPPED, day, day, text, steps[-1].total)
    return DueTime(None, None, text, (*steps, final), _estimated(steps), left)


def _estimated(steps: Sequence[Step]) -> bool:
    return any(step.estimated for step in steps)
