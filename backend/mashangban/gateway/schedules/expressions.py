"""Schedule expressions: rate(), cron() and at() (EventBridge Scheduler user guide, "Schedule types")."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from croniter import croniter

_RATE = re.compile(r"rate\((\d+) (minute|hour|day)s?\)")
_CRON = re.compile(r"cron\((.+)\)")
_AT = re.compile(r"at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Timetable:
    """When a schedule is due: `latest(at)` is its last due time up to and including `at`, None before the first."""

    latest: Callable[[datetime], datetime | None]


def timetable(expression: str, timezone: str) -> Timetable:
    """The timetable of an expression. Raises ValueError for one that the service would not take."""
    zone = ZoneInfo(timezone)
    if found := _RATE.fullmatch(expression):
        return _every(timedelta(**{f"{found[2]}s": int(found[1])}))
    if found := _CRON.fullmatch(expression):
        return _cron(found[1], zone)
    if found := _AT.fullmatch(expression):
        moment = datetime.fromisoformat(found[1]).replace(tzinfo=zone)
        return Timetable(lambda at: moment if at >= moment else None)
    raise ValueError(f"{expression!r} is no rate(), cron() or at() expression")


def _every(interval: timedelta) -> Timetable:
    """A rate counts from the epoch, so that a restart does not move it."""
    if not interval:
        raise ValueError("a rate of 0 is never due")
    return Timetable(lambda at: at - (at - _EPOCH) % interval)


def _cron(fields: str, zone: ZoneInfo) -> Timetable:
    """AWS writes minutes, hours, day of month, month, day of week (1 is Sunday) and year; `?` stands for any."""
    parts = fields.split()
    if len(parts) != 6:
        raise ValueError(f"cron({fields}): six fields are needed")
    minute, hour, day, month, weekday, year = ("*" if part == "?" else part for part in parts)
    # croniter counts days of the week from 0 and wants seconds before the year.
    text = f"{minute} {hour} {day} {month} {_weekday(weekday)} 0 {year}"
    if not croniter.is_valid(text):
        raise ValueError(f"cron({fields}) is not understood")

    def latest(at: datetime) -> datetime | None:
        # get_prev leaves out the start itself, so it starts a moment later.
        start = at.astimezone(zone) + timedelta(microseconds=1)
        try:
            found: datetime = croniter(text, start, max_years_between_matches=10).get_prev(datetime)
        except ValueError:  # croniter's word for "never within ten years"
            return None
        return found

    return Timetable(latest)


def _weekday(field: str) -> str:
    """1-7 from Sunday becomes 0-6; names, steps (`/2`) and the week of `2#1` stay."""
    return re.sub(r"(?<![#/\d])[1-7]", lambda digit: str(int(digit[0]) - 1), field)
