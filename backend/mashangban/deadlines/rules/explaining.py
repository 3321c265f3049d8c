"""Turning marks into steps: runs of days with one verdict become one line that people can check."""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from mashangban.deadlines.rules.calendar import ZONE, CalendarDay
from mashangban.deadlines.rules.counting import Mark
from mashangban.deadlines.rules.hours import HoursOfDay
from mashangban.deadlines.rules.periods import Pause, Step
from mashangban.deadlines.rules.wording import (
    day_words,
    length_words,
    moment_words,
    number_words,
    off_words,
    run_words,
    time_words,
)
from mashangban.deadlines.terms import CIVIL_CODE_203, UNIT_LABELS, DayKind, StepKind, Unit


def day_steps(marks: Sequence[Mark], unit: Unit, year: int) -> list[Step]:
    """Put marks into lines; neighbours with the same verdict and reason share one."""

    def verdict(mark: Mark) -> tuple[StepKind, str, bool]:
        if mark.kind is not StepKind.COUNTED:
            return mark.kind, mark.reason, mark.day.estimated
        # A make-up day gets its own line: people doubt exactly that one.
        return mark.kind, _makeup_words(mark, unit), mark.day.estimated

    return [_run_step(list(run), unit, year) for _, run in groupby(marks, key=verdict)]


def hour_steps(days: Sequence[HoursOfDay], year: int) -> list[Step]:
    """Put the hours of each day into lines; days off in a row share one."""
    steps: list[Step] = []
    total = dt.timedelta()
    named: set[Pause] = set()
    for off, run in groupby(days, key=_idle_verdict):
        if off is not None:
            steps.append(_idle_step([hours.day for hours in run], off, total, year))
            continue
        for hours in run:
            fresh = [pause for pause in hours.pauses if pause not in named]
            named.update(fresh)
            before = [pause for pause in fresh if not hours.counted or pause.starts_at < hours.counted[0][0]]
            steps.extend(_pause_step(hours.day, pause, total, year) for pause in before)
            total += hours.length
            if hours.counted:
                steps.append(_hours_step(hours, total, year))
            steps.extend(_pause_step(hours.day, pause, total, year) for pause in fresh if pause not in before)
    return steps


def moved_step(marks: Sequence[Mark], year: int) -> Step:
    """Say why the last day moved, and where to."""
    first, last = marks[0].day, marks[-1].day
    reasons = "、".join(dict.fromkeys(mark.reason for mark in marks[:-1]))
    off = run_words(first.day, marks[-2].day.day, year=year)
    text = f"最后一日遇{reasons}（{off}），顺延到{day_words(last.day, year=year)}"
    estimated = any(mark.day.estimated for mark in marks)
    return Step(StepKind.MOVED, first.day, last.day, text, 0, CIVIL_CODE_203, estimated)


def pause_words(pause: Pause, year: int) -> str:
    """Say from when to when the clock stood still, and why."""
    start = moment_words(pause.starts_at, year=year)
    if pause.ends_at is None:
        return f"{start}起暂停计时：{pause.reason}"
    end = pause.ends_at.astimezone(ZONE)
    same_day = pause.starts_at.astimezone(ZONE).date() == end.date()
    return f"{start}至{time_words(end) if same_day else moment_words(end, year=year)}暂停计时：{pause.reason}"


def _run_step(marks: list[Mark], unit: Unit, year: int) -> Step:
    first, last = marks[0].day, marks[-1].day
    words = run_words(first.day, last.day, year=year)
    text = f"{words}{_verdict_words(marks, unit)}"
    estimated = any(mark.day.estimated for mark in marks)
    return Step(marks[0].kind, first.day, last.day, text, marks[-1].total, first.source, estimated)


def _verdict_words(marks: list[Mark], unit: Unit) -> str:
    kind, reason = marks[0].kind, marks[0].reason
    if kind is StepKind.COUNTED:
        numbers = str(marks[0].total) if len(marks) == 1 else f"{marks[0].total}至{marks[-1].total}"
        return f"：{_makeup_words(marks[0], unit)}第{numbers}{UNIT_LABELS[unit]}"
    return f"：暂停计时，不计（{reason}）" if kind is StepKind.PAUSED else f"：{reason}，不计"


def _makeup_words(mark: Mark, unit: Unit) -> str:
    return f"{mark.day.name}调休上班，" if _is_makeup(mark, unit) else ""


def _is_makeup(mark: Mark, unit: Unit) -> bool:
    return unit is Unit.WORKING_DAY and mark.day.kind is DayKind.MAKEUP


def _idle_verdict(hours: HoursOfDay) -> str | None:
    if hours.counted or hours.pauses:
        return None
    return "不在办公时间内" if hours.day.working else off_words(hours.day)


def _idle_step(days: list[CalendarDay], reason: str, total: dt.timedelta, year: int) -> Step:
    text = f"{run_words(days[0].day, days[-1].day, year=year)}：{reason}，不计"
    estimated = any(day.estimated for day in days)
    return Step(StepKind.SKIPPED, days[0].day, days[-1].day, text, _hours(total), days[0].source, estimated)


def _pause_step(day: CalendarDay, pause: Pause, total: dt.timedelta, year: int) -> Step:
    last = day.day if pause.ends_at is None else max(day.day, pause.ends_at.astimezone(ZONE).date())
    return Step(StepKind.PAUSED, day.day, last, pause_words(pause, year), _hours(total), "", day.estimated)


def _hours_step(hours: HoursOfDay, total: dt.timedelta, year: int) -> Step:
    spans = "、".join(f"{time_words(start)}—{_closing_words(end)}" for start, end in hours.counted)
    sum_words = f"计{length_words(hours.length)}，累计{number_words(_hours(total))}小时"
    text = f"{day_words(hours.day.day, year=year)}：{spans}，{sum_words}"
    day = hours.day
    return Step(StepKind.COUNTED, day.day, day.day, text, _hours(total), day.source, day.estimated)


def _closing_words(end: dt.datetime) -> str:
    shown = time_words(end)
    return "24:00" if shown == "00:00" else shown


def _hours(length: dt.timedelta) -> float:
    return length / dt.timedelta(hours=1)
