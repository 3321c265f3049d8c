"""好差评: the person's stars for a matter that ended, once; a bad word is mended by one and confirmed by another.

Pure."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mashangban.domains.matters import errors
from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.terms import RATE_DAYS, MatterState, Stage
from mashangban.kernel.stars import Stars


@dataclass(frozen=True, slots=True)
class RatedWords:
    """What the person wrote with the stars, what the office answered, and why an answer was sent back."""

    said: str = ""
    answer: str = ""
    returned: str = ""


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
    """The office says what it mended; another looks over it before the person reads it. Raises WrongStep."""
    if one.stage is not Stage.MEND:
        raise errors.WrongStep()
    return replace(one, answered_at=at, answered_by=by)


def confirm(one: Matter, by: str, at: datetime) -> Matter:
    """Somebody who had no part in it lets the answer go to the person. Raises WrongStep, SameMender."""
    _require_another(one, by)
    return replace(one, mended_at=at, mended_by=by, late=False)


def send_back(one: Matter, by: str) -> Matter:
    """The answer will not do: it is written anew, and the clock has gone on. Raises WrongStep, SameMender."""
    _require_another(one, by)
    wrote = tuple(dict.fromkeys((*one.once_wrote, one.answered_by)))
    return replace(one, answered_at=None, answered_by="", once_wrote=wrote)


def _require_another(one: Matter, by: str) -> None:
    if one.stage is not Stage.CONFIRM:
        raise errors.WrongStep()
    if by in one.parts:
        raise errors.SameMender()
