"""好差评: the asker's stars for a ticket or conversation that ended; a bad one is looked into, mended, called. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.rules.department import Desk
from mashangban.domains.helpdesk.rules.talk import Talk
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.terms import Climb, TicketState
from mashangban.domains.helpdesk.terms.rating import MendingState, RatingTag
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place
from mashangban.kernel.stars import Stars

_M = MendingState


@dataclass(frozen=True, slots=True)
class Rating:
    """One a ticket or a conversation, whichever id it carries; a conversation has no number.

    `mender_id` said what was mended; `founded` is what supervision found;
    `counts_at` the department in whose figures it stays though that went into another.
    """

    ticket_id: str
    number: str
    region: str
    asker_id: str
    desk: Desk
    stars: Stars
    tags: tuple[RatingTag, ...]
    at: datetime
    state: MendingState = _M.NOTED
    climb: Climb = Climb.NONE
    founded: bool | None = None
    mender_id: str = ""
    done_at: datetime | None = None
    in_time: bool = False
    rounds: int = 0
    talk_id: str = ""
    counts_at: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def id(self) -> str:
        """Of what was rated."""
        return self.ticket_id or self.talk_id

    @property
    def subject(self) -> Subject:
        return Subject("helprating", self.id)

    @property
    def place(self) -> Place:
        return Place(self.region, persons=frozenset({self.asker_id}))


def rate(one: Ticket, stars: Stars, tags: tuple[RatingTag, ...], at: datetime) -> Rating:
    """The asker's word about a ticket that ended; a bad one begins the mending. Raises NotRatable."""
    if one.state is not TicketState.CLOSED:
        raise errors.NotRatable()
    new = Rating(one.id, one.number, one.region, one.asker_id, one.desk, stars, tags, at)
    return _begun(new)


def rate_talk(one: Talk, stars: Stars, tags: tuple[RatingTag, ...], at: datetime) -> Rating:
    """The asker's word about a conversation; who had it last is judged by it."""
    return _begun(Rating("", "", one.region, one.asker_id, one.desk, stars, tags, at, talk_id=one.id))


def verify(one: Rating, *, founded: bool) -> Rating:
    """Supervision looked into it: to be mended, or only called back, with what was found. Raises NothingToMend."""
    before = _in(one, _M.VERIFY)
    return replace(before, state=_M.MEND if founded else _M.CALL, founded=founded, climb=Climb.NONE)


def mend(one: Rating, agent_id: str) -> Rating:
    """The department says what it mended. Raises NothingToMend."""
    return replace(_in(one, _M.MEND), state=_M.CALL, mender_id=agent_id, rounds=one.rounds + 1)


def call(one: Rating, agent_id: str, at: datetime, *, content: bool, late: bool) -> Rating:
    """Somebody else called the asker: done, or mended once more. Raises NothingToMend, SameMender."""
    before = _in(one, _M.CALL)
    if agent_id == before.mender_id:
        raise errors.SameMender()
    if not content:
        return replace(before, state=_M.MEND, founded=True)
    return replace(before, state=_M.DONE, done_at=at, in_time=not late, climb=Climb.NONE)


def reach(one: Rating, climb: Climb) -> Rating:
    """Nobody acted in time: one level up, never down."""
    return replace(one, climb=climb) if climb.rank > one.climb.rank else one


def forget(one: Rating) -> Rating:
    """The asker left for good: the stars stay, nobody can be called."""
    return replace(one, asker_id="", state=_M.NOTED if one.state.open else one.state)


def _begun(new: Rating) -> Rating:
    return replace(new, state=_M.VERIFY if new.stars.bad else _M.NOTED)


def _in(one: Rating, state: MendingState) -> Rating:
    if one.state is not state:
        raise errors.NothingToMend()
    return one
