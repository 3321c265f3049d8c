"""Whether an account that nobody signs in to is left, told of, or forgotten (个人信息保护法 Art. 19, 47(1))."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from mashangban.identity.terms import DORMANT_YEARS, NOTICE_MONTHS
from mashangban.kernel import clock

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody was told: when, and the instant at which they are forgotten."""

    at: datetime
    goes_at: datetime


class Do(Enum):
    """What is done with a sleeping account."""

    WAIT = auto()
    TELL = auto()
    FORGET = auto()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do now, and when to look again (for FORGET: the instant that came)."""

    do: Do
    at: datetime


def judge(last_here: datetime, kept: Iterable[datetime | None], told: Told | None, at: datetime) -> Verdict:
    """Look at somebody who was last here then. `kept`: until when laws and roles keep them, None without an end.

    Nobody is forgotten who was not told a month before, counted from the day they were really told.
    """
    goes_at = _after(last_here, 12 * DORMANT_YEARS)
    for until in kept:
        if until is None:
            return Verdict(Do.WAIT, _after(at, NOTICE_MONTHS))
        goes_at = max(goes_at, _end_of_day(until))
    if told is not None and told.at > last_here and told.goes_at >= goes_at:
        return Verdict(Do.FORGET if told.goes_at <= at else Do.WAIT, told.goes_at)
    tell_at = _before(goes_at)
    if at < tell_at:
        return Verdict(Do.WAIT, tell_at)
    return Verdict(Do.TELL, max(goes_at, _after(at, NOTICE_MONTHS)))


def first_look(last_here: datetime) -> datetime:
    """When somebody who does not come again is told."""
    return _before(_after(last_here, 12 * DORMANT_YEARS))


def seen_again(last_here: datetime) -> datetime:
    """From when it is worth writing down that somebody came."""
    return _after(last_here, NOTICE_MONTHS)


def last_day(goes_at: datetime) -> str:
    """The last day on which a sign-in keeps the account, in words."""
    return clock.spoken_day(clock.local_date(goes_at) - _DAY)


def _after(start: datetime, months: int) -> datetime:
    """The end of a period: 24:00 of the day that corresponds to the first one (民法典 201 to 203)."""
    day = clock.corresponding_day(clock.local_date(start), months)
    return clock.midnight(day + _DAY)


def _before(goes_at: datetime) -> datetime:
    """The beginning of the day from which a month is over at that instant."""
    last = clock.local_date(goes_at) - _DAY
    return clock.midnight(clock.corresponding_day(last, -NOTICE_MONTHS))


def _end_of_day(moment: datetime) -> datetime:
    return clock.midnight(clock.local_date(moment) + _DAY)
