"""Which working day an instant belongs to, and when that day closes."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from mashangban.domains.attendance import errors
from mashangban.domains.attendance.terms import CLOSES_AT, DAY_BEGINS
from mashangban.kernel.clock import SHANGHAI

_MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")


def day_of(at: datetime) -> date:
    """The working day of an instant: the small hours until 4:00 belong to the day before."""
    return (at.astimezone(SHANGHAI) - DAY_BEGINS).date()


def closes_at(day: date) -> datetime:
    """12:00 of the next day, when the witnesses of a day are compared."""
    return (datetime.combine(day, time(), SHANGHAI) + CLOSES_AT).astimezone(UTC)


def month_of(day: date) -> str:
    """`2026-11`."""
    return day.isoformat()[:7]


def is_month(text: str) -> bool:
    """Whether a text names a month, as `2026-11`."""
    return _MONTH.fullmatch(text) is not None


def months_between(first: date, last: date) -> Iterator[str]:
    """Every month from the one of `first` to the one of `last`; none when it ends before it begins."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield f"{number // 12}-{number % 12 + 1:02d}"


def days_of(month: str) -> list[date]:
    """All days of a month."""
    first = date.fromisoformat(f"{month}-01")
    return [day for n in range(31) if (day := first + timedelta(days=n)).month == first.month]


def within(day: date, now: datetime, most: int) -> date:
    """The day when it has come and is at most `most` days ago. Raises DayInFuture, DayTooOld."""
    today = day_of(now)
    if day > today:
        raise errors.DayInFuture()
    if day < today - timedelta(days=most):
        raise errors.DayTooOld()
    return day
