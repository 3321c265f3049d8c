"""好差评: the person's stars for a matter that ended, once; a bad word is mended and answered. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mashangban.domains.matters import errors
from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.terms import RATE_DAYS, MatterState
from mashangban.kernel.stars import Stars


@dataclass(frozen=True, slots=True)
class RatedWords:
    """What the person wrote with the stars, and what the office answered."""

    said: str = ""
    answer: str = ""


def until(one: Matter) -> datetime | None:
    """Until when a matter may be rated: so many days from its result or its refusal; None before."""
    match one.state:
        case MatterState.DELIVERED:
            ended = one.delivered_at
        case MatterState.REFUSED:
            ended = one.decided_at
        case _:
            ended = None
    return ended + timedelta(days=RATE_DAYS) if ended is not None else None


def ratable(one: Matter, at: datetime) -> bool:
    """Whether its person may rate it now."""
    last = until(one)
    return bool(one.person_id) and one.stars is None and last is not None and at < last


def rate(one: Matter, stars: Stars, at: datetime) -> Matter:
    """The person's word; a bad one waits for the office, and whether it is late counts anew.

    Raises RatedAlready, NotRatable.
    """
    if one.stars is not None:
        raise errors.RatedAlready()
    if not ratable(one, at):
        raise errors.NotRatable()
    return replace(one, stars=stars, rated_at=at, late=one.late and not stars.bad)


def mend(one: Matter, by: str, at: datetime) -> Matter:
    """The office says what it mended. Raises WrongStep."""
    if not one.mending:
        raise errors.WrongStep()
    return replace(one, mended_at=at, mended_by=by, late=False)
