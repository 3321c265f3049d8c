"""The day wages must be paid by: the opposite of every other period, it moves before a holiday."""

import datetime as dt
from calendar import monthrange

from mashangban.deadlines.rules.calendar import ONE_DAY, CalendarDay
from mashangban.deadlines.rules.due import Clock, due_on
from mashangban.deadlines.rules.periods import DueTime, Step
from mashangban.deadlines.rules.wording import day_words, off_words, run_words
from mashangban.deadlines.terms import WAGES_ARTICLE_14, StepKind


def pay_day_of(year: int, month: int, pay_day: int) -> dt.date:
    """Give the agreed pay day of a month; a day the month lacks is its last day."""
    return dt.date(year, month, min(pay_day, monthrange(year, month)[1]))


def pay_before(agreed: dt.date, clock: Clock) -> DueTime:
    """Move a pay day that is off to the last working day before it (条例 Art. 14); no pause moves it."""
    passed: list[CalendarDay] = []
    day = clock.calendar.day(agreed, clock.region)
    while not day.working:
        passed.append(day)
        day = clock.calendar.day(day.day - ONE_DAY, clock.region)
    text = f"约定的发薪日是{day_words(agreed, year=agreed.year)}"
    steps = [Step(StepKind.START, agreed, agreed, text, estimated=day.estimated)]
    if passed:
        steps.append(_moved_step(passed[::-1], day, agreed.year))
    return due_on(day.day, tuple(steps), clock)


def _moved_step(passed: list[CalendarDay], paid: CalendarDay, year: int) -> Step:
    reasons = "、".join(dict.fromkeys(off_words(day) for day in passed))
    off = run_words(passed[0].day, passed[-1].day, year=year)
    text = f"发薪日遇{reasons}（{off}），提前到{day_words(paid.day, year=year)}发放"
    estimated = any(day.estimated for day in (*passed, paid))
    return Step(StepKind.MOVED, paid.day, passed[-1].day, text, 0, WAGES_ARTICLE_14, estimated)
