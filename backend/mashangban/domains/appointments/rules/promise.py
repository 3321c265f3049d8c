"""How long a place is kept for somebody, and when they are reminded. Pure."""

from datetime import datetime, time, timedelta

from mashangban.deadlines.rules.calendar import ONE_DAY, ZONE, at, local_day
from mashangban.domains.appointments.terms import (
    HOLD_MINUTES,
    NIGHT_FROM,
    NIGHT_TO,
    OFFER_MINUTES,
    REMIND_HOURS,
)


def hold_until(now: datetime) -> datetime:
    """A place is kept while somebody reads what to bring."""
    return now + timedelta(minutes=HOLD_MINUTES)


def offer_until(now: datetime, closes_at: datetime) -> datetime:
    """Half an hour to answer, the night not counted, never beyond the moment the slot closes."""
    return min(max(_morning(now), now) + timedelta(minutes=OFFER_MINUTES), closes_at)


def remind_at(starts_at: datetime, now: datetime) -> datetime | None:
    """A day before, else two hours before; nothing for what is nearer."""
    for hours in REMIND_HOURS:
        moment = starts_at - timedelta(hours=hours)
        if moment > now:
            return moment
    return None


def _morning(now: datetime) -> datetime:
    hour, day = now.astimezone(ZONE).hour, local_day(now)
    if hour >= NIGHT_FROM:
        return at(day + ONE_DAY, time(NIGHT_TO))
    return at(day, time(NIGHT_TO)) if hour < NIGHT_TO else now
