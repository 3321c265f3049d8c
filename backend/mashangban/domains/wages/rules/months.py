"""Months as `2026-10`. Pure."""

from datetime import date, timedelta


def of(day: date) -> str:
    """The month a day lies in."""
    return f"{day:%Y-%m}"


def first(month: str) -> date:
    """Its first day. Raises ValueError for what is no month."""
    return date.fromisoformat(f"{month}-01")


def last(month: str) -> date:
    """Its last day."""
    return (first(month).replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def before(month: str) -> str:
    """The month before."""
    return of(first(month) - timedelta(days=1))


def words(month: str) -> str:
    """`2026年10月`."""
    day = first(month)
    return f"{day.year}年{day.month}月"
