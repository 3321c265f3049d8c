"""What a check-in code says: which booking, and the minute it was shown; it is old after five. Pure."""

from datetime import UTC, datetime, timedelta

from mashangban.domains.appointments.errors import WrongCode
from mashangban.domains.appointments.terms import CODE_MINUTES

PURPOSE = "appointment"
_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DIGITS = 9


def body(booking_id: str, at: datetime) -> str:
    """What is signed."""
    return f"{booking_id}{(at - _EPOCH) // _MINUTE:0{_DIGITS}d}"


def valid_until(at: datetime) -> datetime:
    """The first minute in which a code shown now is refused."""
    return _EPOCH + ((at - _EPOCH) // _MINUTE + CODE_MINUTES) * _MINUTE


def booking_of(text: str, now: datetime) -> str:
    """The booking of a signed body. Raises WrongCode for an old one."""
    booking_id, minute = text[:-_DIGITS], text[-_DIGITS:]
    if not booking_id or not minute.isdecimal():
        raise WrongCode()
    age = (now - _EPOCH) // _MINUTE - int(minute)
    if not 0 <= age < CODE_MINUTES:
        raise WrongCode()
    return booking_id
