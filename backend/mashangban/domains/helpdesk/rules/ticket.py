"""A ticket: asked, taken, passed on, returned, assigned. Somebody holds it at every moment. Pure."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.rules.department import Desk
from mashangban.domains.helpdesk.terms import (
    MOST_MOVES,
    CallResult,
    Channel,
    Climb,
    PostKind,
    TicketClass,
    TicketState,
    TicketTopic,
)
from mashangban.domains.helpdesk.terms.pausing import PauseReason
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

_S = TicketState


@dataclass(frozen=True, slots=True)
class Partner:
    """A department that helps to answer; `answer` is the step at which it did (its words stand there)."""

    desk: Desk
    answer: int = 0


@dataclass(frozen=True, slots=True)
class Marks:
    """What happened on the way, for lists, figures and who may still do what."""

    taken_at: datetime | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    in_time: bool = False
    answered_by: str = ""
    solved: bool = False
    moves: int = 0
    returns: int = 0
    reopens: int = 0
    urges: int = 0
    pauses: int = 0
    softened: bool = False
    insisted: bool = False
    extended: bool = False
    call: CallResult | None = None


@dataclass(frozen=True, slots=True)
class Ticket:
    """One matter of one asker. Words stand with their steps; `clock` numbers the answer clock that runs now.

    `first` took it first and answers for it whoever holds it (首接负责); `ordered` means a supervisor chose `desk`;
    `talk_id` is the conversation that it came from; `counts_at` the department in whose figures it stays though that
    went into another.
    """

    id: str
    number: str
    region: str
    asker_id: str
    klass: TicketClass
    topic: TicketTopic
    channel: Channel
    asked_at: datetime
    first: Desk
    desk: Desk
    asked_as: TicketClass
    where: str = ""
    photos: tuple[str, ...] = ()
    post: PostKind = PostKind.FRONT
    charge_id: str = ""
    state: TicketState = _S.RECEIVED
    climb: Climb = Climb.NONE
    partners: tuple[Partner, ...] = ()
    ordered: bool = False
    parent_id: str = ""
    talk_id: str = ""
    pause: PauseReason | None = None
    clock: int = 1
    counts_at: str = ""
    marks: Marks = field(default_factory=Marks)
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("helpticket", self.id)

    @property
    def place(self) -> Place:
        return Place(self.region, persons=frozenset({self.asker_id}))

    @property
    def desks(self) -> frozenset[str]:
        """Every department that has a part in it."""
        return frozenset({self.first.id, self.desk.id, *(one.desk.id for one in self.partners)})


def take(one: Ticket, agent_id: str, at: datetime) -> Ticket:
    """Somebody of the desk takes it up, or takes it over from a colleague. Raises WrongStep."""
    before = within(one, _S.RECEIVED, _S.WORKING)
    marks = replace(before.marks, taken_at=before.marks.taken_at or at)
    return replace(before, state=_S.WORKING, charge_id=agent_id, marks=marks)


def deepen(one: Ticket, agent_id: str) -> Ticket:
    """From 应答 to 主办 of the same department: the question is deeper than it looked. Raises NotInCharge, SameDesk."""
    before = in_charge(one, agent_id)
    if before.post is PostKind.LEAD:
        raise errors.SameDesk()
    return replace(before, post=PostKind.LEAD, charge_id="", state=_S.RECEIVED)


def hand_over(one: Ticket, agent_id: str, to: Desk) -> Ticket:
    """To another department; the clock runs on. Raises NotInCharge, Assigned, MovedTooOften, SameDesk,
    OutOfCity.
    """
    before = _movable(in_charge(one, agent_id))
    if to.id == before.desk.id:
        raise errors.SameDesk()
    return _moved(before, near(before, to))


def give_back(one: Ticket, agent_id: str) -> Ticket:
    """Back to whoever took it first, which has no way to give it back. Raises NotInCharge, Assigned, FirstDesk."""
    before = _movable(in_charge(one, agent_id))
    if before.desk.id == before.first.id:
        raise errors.FirstDesk()
    after = _moved(before, before.first)
    return replace(after, marks=replace(after.marks, returns=after.marks.returns + 1))


def assign(one: Ticket, to: Desk) -> Ticket:
    """A supervisor says whose it is; nobody returns it after that. Raises WrongStep, OutOfCity."""
    before = within(one, _S.RECEIVED, _S.WORKING)
    return replace(_moved(before, near(before, to)), post=PostKind.LEAD, ordered=True)


def urge(one: Ticket) -> Ticket:
    """A supervisor reminds whoever holds it. Raises WrongStep."""
    before = within(one, _S.RECEIVED, _S.WORKING, _S.PAUSED)
    return replace(before, marks=replace(before.marks, urges=before.marks.urges + 1))


def extend(one: Ticket) -> Ticket:
    """A supervisor grants as much time again, once a round. Raises WrongStep, ExtendedAlready."""
    before = within(one, _S.RECEIVED, _S.WORKING)
    if before.marks.extended:
        raise errors.ExtendedAlready()
    return replace(before, marks=replace(before.marks, extended=True))


def reach(one: Ticket, climb: Climb) -> Ticket:
    """Nobody answered in time: one level up, never down."""
    return replace(one, climb=climb) if climb.rank > one.climb.rank else one


def in_charge(one: Ticket, agent_id: str) -> Ticket:
    """The ticket in the hands of this agent. Raises WrongStep, NotInCharge."""
    before = within(one, _S.WORKING)
    if before.charge_id != agent_id:
        raise errors.NotInCharge()
    return before


def within(one: Ticket, *states: TicketState) -> Ticket:
    """The ticket, which stands in one of the states. Raises WrongStep."""
    if one.state not in states:
        raise errors.WrongStep()
    return one


def near(one: Ticket, to: Desk) -> Desk:
    """A department of the same city. Raises OutOfCity."""
    if to.region[:4] != one.region[:4]:
        raise errors.OutOfCity()
    return to


def _movable(one: Ticket) -> Ticket:
    if one.ordered:
        raise errors.Assigned()
    if one.marks.moves >= MOST_MOVES:
        raise errors.MovedTooOften()
    return one


def _moved(one: Ticket, to: Desk) -> Ticket:
    marks = replace(one.marks, moves=one.marks.moves + 1)
    partners = tuple(partner for partner in one.partners if partner.desk.id != to.id)
    return replace(
        one,
        desk=to,
        post=PostKind.FRONT,
        charge_id="",
        state=_S.RECEIVED,
        partners=partners,
        marks=marks,
        counts_at="",
    )
