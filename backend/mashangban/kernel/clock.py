"""Server time. Stored in UTC, shown in Asia/Shanghai (+08:00); naive datetimes are refused."""

from calendar import monthrange
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """The present instant, UTC, to the millisecond (what survives storage and the wire unchanged)."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def to_text(moment: datetime) -> str:
    """ISO 8601 UTC with milliseconds and `Z`: fixed width, so that text order is time order."""
    if moment.tzinfo is None:
        raise ValueError("a naive datetime has no place here")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def from_text(text: str) -> datetime:
    """The instant a text names. Raises ValueError without a time zone."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone")
    return moment.astimezone(UTC)


def outdated(at: datetime, known: datetime, present: datetime) -> bool:
    """Whether news of `at` is older than what is known. What is known of a time still to come was written by a clock
    that was ahead: it holds nothing back, or all news would be dropped until that time.
    """
    return at < known <= present


def local_date(moment: datetime) -> date:
    """The calendar day in China at that instant."""
    return moment.astimezone(SHANGHAI).date()


def midnight(day: date) -> datetime:
    """The instant a day begins in China, as UTC."""
    return datetime.combine(day, time(), SHANGHAI).astimezone(UTC)


def corresponding_day(start: date, months: int) -> date:
    """The same day of the month so many months later, or earlier where negative, or that month's last (民法典 202)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def spoken(moment: datetime) -> str:
    """For screens and documents: 2026年11月23日 14:05."""
    return f"{spoken_day(local_date(moment))} {moment.astimezone(SHANGHAI):%H:%M}"


def spoken_day(day: date) -> str:
    """A day alone: 2026年11月23日."""
    return f"{day.year}年{day.month}月{day.day}日"
