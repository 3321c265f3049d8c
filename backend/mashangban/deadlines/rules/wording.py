"""Dates, times and durations in plain Chinese, as a worker reads them."""

import datetime as dt

from mashangban.deadlines.rules.calendar import ZONE, CalendarDay
from mashangban.deadlines.terms import WEEKDAYS, DayKind


def day_words(day: dt.date, *, year: int | None = None) -> str:
    """Say a day as 11月23日（周一）; with its year when it differs from `year`."""
    shown = f"{day.month}月{day.day}日（周{WEEKDAYS[day.weekday()]}）"
    return shown if year == day.year else f"{day.year}年{shown}"


def run_words(first: dt.date, last: dt.date, *, year: int | None = None) -> str:
    """Say one day, or a run of days."""
    if first == last:
        return day_words(first, year=year)
    return f"{day_words(first, year=year)}至{day_words(last, year=year)}"


def time_words(instant: dt.datetime) -> str:
    """Say the wall time in China, as 09:30."""
    return instant.astimezone(ZONE).strftime("%H:%M")


def moment_words(instant: dt.datetime, *, year: int | None = None) -> str:
    """Say a day and its wall time."""
    return f"{day_words(instant.astimezone(ZONE).date(), year=year)}{time_words(instant)}"


def length_words(length: dt.timedelta) -> str:
    """Say a duration as 3小时20分钟."""
    minutes, seconds = divmod(round(length.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "小时"), (minutes, "分钟"), (seconds, "秒"))
    return "".join(f"{amount}{unit}" for amount, unit in parts if amount) or "0分钟"


def number_words(amount: float) -> str:
    """Say a whole or broken number without needless zeros."""
    return f"{amount:.2f}".rstrip("0").rstrip(".")


def off_words(day: CalendarDay) -> str:
    """Say why nobody works that day."""
    return "周末" if day.kind is DayKind.WEEKEND else f"{day.name}假期"
