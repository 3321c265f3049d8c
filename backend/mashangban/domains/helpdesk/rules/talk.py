"""A live conversation: waiting in its order, talking with one agent, passed on, ended, turned into a ticket. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.rules.department import Desk
from mashangban.domains.helpdesk.terms import MOST_MOVES, PostKind, TicketTopic
from mashangban.domains.helpdesk.terms.cards import CardKind
from mashangban.domains.helpdesk.terms.talking import (
    CHECKED_EVERY,
    MOST_LINES,
    TICKET_WITHIN,
    LineKind,
    Side,
    TalkState,
)
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

_S = TalkState


@dataclass(frozen=True, slots=True)
class Card:
    """What the app opens at a touch: `target` is the id by which its own room knows it."""

    kind: CardKind
    target: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a conversation, numbered from 1 without a gap. `text` is plain here and encrypted where it lies.

    The text of a card is what it was called when it was sent.
    """

    number: int
    side: Side
    kind: LineKind
    at: datetime
    author_id: str = ""
    text: str = ""
    file_id: str = ""
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation. It waits in the order of `opened_at` wherever it is passed to; `lines` is its last number.

    `taken_at` is when the first agent came, `answered_at` when the first of them said something; `spoken_at` and
    `spoken_by` are of the last thing a person said; `due_at` is when the clock looks at it next.
    """

    id: str
    region: str
    asker_id: str
    topic: TicketTopic
    opened_at: datetime
    first: Desk
    desk: Desk
    spoken_at: datetime
    post: PostKind = PostKind.FRONT
    agent_id: str = ""
    state: TalkState = _S.WAITING
    lines: int = 1
    spoken_by: Side = Side.ASKER
    asker_read: int = 1
    agent_read: int = 0
    warned_at: datetime | None = None
    told: bool = False
    moves: int = 0
    taken_at: datetime | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    ticket_id: str = ""
    stars: int = 0
    due_at: datetime | None = None
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("helptalk", self.id)

    @property
    def place(self) -> Place:
        return Place(self.region, persons=frozenset({self.asker_id}))

    @property
    def open(self) -> bool:
        return self.state is not _S.ENDED

    @property
    def desks(self) -> frozenset[str]:
        return frozenset({self.first.id, self.desk.id})


def say(one: Talk, side: Side, at: datetime) -> Talk:
    """One more line of a person; whoever writes has read what stands before it. Raises TalkEnded, TalkTooLong."""
    before = going_on(one)
    if before.lines >= MOST_LINES:
        raise errors.TalkTooLong()
    after = replace(before, lines=before.lines + 1, spoken_at=at, spoken_by=side)
    if side is Side.ASKER:
        after = replace(after, warned_at=None)
    else:
        after = replace(after, answered_at=after.answered_at or at)
    return read(after, side, after.lines)


def read(one: Talk, side: Side, number: int) -> Talk:
    """Read up to a line: never less than before, never more than there is."""
    upto = min(number, one.lines)
    if side is Side.ASKER:
        return replace(one, asker_read=max(one.asker_read, upto))
    return replace(one, agent_read=max(one.agent_read, upto))


def take(one: Talk, agent_id: str, at: datetime) -> Talk:
    """An agent talks from now on, also in place of a colleague. Raises TalkEnded, TalkHeld."""
    before = going_on(one)
    if before.agent_id == agent_id:
        raise errors.TalkHeld()
    taken = replace(before, state=_S.TALKING, agent_id=agent_id, taken_at=before.taken_at or at)
    return _moved_on(replace(taken, warned_at=None, told=False), at)


def assign(one: Talk, to: Desk, agent_id: str, at: datetime) -> Talk:
    """督办 names who goes on with it, at any department of the city. Raises TalkEnded, TalkHeld, OutOfCity."""
    if to.region[:4] != one.region[:4]:
        raise errors.OutOfCity()
    post = one.post if to.id == one.desk.id else PostKind.FRONT
    return take(replace(one, desk=to, post=post), agent_id, at)


def deepen(one: Talk, agent_id: str, at: datetime) -> Talk:
    """From 应答 to 主办 of the same department. Raises TalkEnded, TalkNotHeld, SameDesk."""
    before = held(one, agent_id)
    if before.post is PostKind.LEAD:
        raise errors.SameDesk()
    return _back_in_line(replace(before, post=PostKind.LEAD), at)


def hand_over(one: Talk, agent_id: str, to: Desk, at: datetime) -> Talk:
    """To another department of the city. Raises TalkEnded, TalkNotHeld, SameDesk, OutOfCity, MovedTooOften."""
    before = _movable(held(one, agent_id))
    if to.id == before.desk.id:
        raise errors.SameDesk()
    if to.region[:4] != before.region[:4]:
        raise errors.OutOfCity()
    return _to(before, to, at)


def give_back(one: Talk, agent_id: str, at: datetime) -> Talk:
    """Back to whoever had it first. Raises TalkEnded, TalkNotHeld, FirstDesk, MovedTooOften."""
    before = _movable(held(one, agent_id))
    if before.desk.id == before.first.id:
        raise errors.FirstDesk()
    return _to(before, before.first, at)


def release(one: Talk, at: datetime) -> Talk:
    """Its agent is gone: it waits again, in its old place."""
    return _back_in_line(going_on(one), at)


def end(one: Talk, at: datetime) -> Talk:
    """Nobody says anything more. Raises TalkEnded."""
    before = going_on(one)
    return replace(before, state=_S.ENDED, ended_at=at, lines=before.lines + 1, due_at=None)


def to_ticket(one: Talk, ticket_id: str, at: datetime) -> Talk:
    """A ticket goes on with it; an ended one may still become one for a week. Raises TalkIsTicket, TalkTooOld."""
    if one.ticket_id:
        raise errors.TalkIsTicket()
    if one.ended_at is not None and at >= one.ended_at + TICKET_WITHIN:
        raise errors.TalkTooOld()
    ended = replace(one, state=_S.ENDED, ended_at=one.ended_at or at, lines=one.lines + 1, due_at=None)
    return replace(ended, ticket_id=ticket_id)


def abandon(one: Talk, at: datetime) -> Talk:
    """The asker left for good: nothing says any more who it was."""
    return replace(one, state=_S.ENDED, ended_at=one.ended_at or at, due_at=None, asker_id="")


def rate(one: Talk, stars: int) -> Talk:
    """How it was, once, after the end. Raises TalkGoesOn, RatedAlready."""
    if one.open:
        raise errors.TalkGoesOn()
    if one.stars:
        raise errors.RatedAlready()
    return replace(one, stars=stars)


def going_on(one: Talk) -> Talk:
    """The conversation, which has not ended. Raises TalkEnded."""
    if not one.open:
        raise errors.TalkEnded()
    return one


def held(one: Talk, agent_id: str) -> Talk:
    """The conversation in this agent's hands. Raises TalkEnded, TalkNotHeld."""
    if going_on(one).agent_id != agent_id:
        raise errors.TalkNotHeld()
    return one


def _movable(one: Talk) -> Talk:
    if one.moves >= MOST_MOVES:
        raise errors.MovedTooOften()
    return one


def _to(one: Talk, desk: Desk, at: datetime) -> Talk:
    return _back_in_line(replace(one, desk=desk, post=PostKind.FRONT, moves=one.moves + 1), at)


def _back_in_line(one: Talk, at: datetime) -> Talk:
    return _moved_on(replace(one, state=_S.WAITING, agent_id="", warned_at=None), at)


def _moved_on(one: Talk, at: datetime) -> Talk:
    return replace(one, lines=one.lines + 1, due_at=at + CHECKED_EVERY)
