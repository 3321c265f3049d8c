"""The code that a person shows to a helper: which plan, at which of its versions, in which minute. Pure.

Whoever scans it moves the plan to its next version, so the code is good once; it is old after five minutes.
"""

from datetime import UTC, datetime, timedelta

from mashangban.domains.guides.errors import WrongCode
from mashangban.domains.guides.terms import CODE_MINUTES

PURPOSE = "guide-help"
_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DIGITS, _VERSIONS = 9, 6


def body(plan_id: str, version: int, at: datetime) -> str:
    """What is signed."""
    return f"{plan_id}{version:0{_VERSIONS}d}{(at - _EPOCH) // _MINUTE:0{_DIGITS}d}"


def valid_until(at: datetime) -> datetime:
    """The first minute in which a code shown now is refused."""
    return _EPOCH + ((at - _EPOCH) // _MINUTE + CODE_MINUTES) * _MINUTE


def plan_of(text: str, now: datetime) -> tuple[str, int]:
    """The plan and the version of a signed body. Raises WrongCode for an old one."""
    plan_id, version, minute = (
        text[: -_DIGITS - _VERSIONS],
        text[-_DIGITS - _VERSIONS : -_DIGITS],
        text[-_DIGITS:],
    )
    if not plan_id or not (version + minute).isdecimal():
        raise WrongCode()
    if not 0 <= (now - _EPOCH) // _MINUTE - int(minute) < CODE_MINUTES:
        raise WrongCode()
    return plan_id, int(version)
