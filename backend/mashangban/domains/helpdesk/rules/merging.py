"""Tickets about one matter: they join a parent, which is answered once; each asker confirms their own. Pure."""

from collections.abc import Iterable
from dataclasses import replace

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.rules.tally import Listed
from mashangban.domains.helpdesk.rules.ticket import Ticket, within
from mashangban.domains.helpdesk.terms import TicketState

_S = TicketState


def likely(one: Ticket, known: Iterable[Listed]) -> list[Listed]:
    """Which of a department's tickets it could join: the place that reads most like its own first, then the oldest."""
    found = [
        row
        for row in known
        if row.id != one.id
        and row.region == one.region
        and row.shown["topic"] == one.topic.value
        and TicketState(row.shown["state"]).running
    ]
    return sorted(found, key=lambda row: (-_nearness(one.where, row.shown["where"]), row.order))


def join(one: Ticket, parent: Ticket, children: int) -> Ticket:
    """One becomes part of another; `children` are its own. Raises NotOneMatter, WrongStep."""
    before = within(one, _S.RECEIVED, _S.WORKING)
    strange = (
        one.id == parent.id
        or children
        or parent.parent_id
        or one.region != parent.region
        or one.topic is not parent.topic
        or not parent.state.running
    )
    if strange:
        raise errors.NotOneMatter()
    return replace(before, state=_S.JOINED, parent_id=parent.id, charge_id="")


def follow(one: Ticket, parent: Ticket) -> Ticket:
    """The parent was answered: the same answer for this asker. Raises WrongStep."""
    before = within(one, _S.JOINED)
    marks = replace(
        before.marks,
        answered_at=parent.marks.answered_at,
        answered_by=parent.marks.answered_by,
        in_time=parent.marks.in_time,
        call=None,
    )
    return replace(before, state=_S.ANSWERED, desk=parent.desk, charge_id=parent.charge_id, marks=marks)


def leave(one: Ticket) -> Ticket:
    """Not the same matter after all: back to a desk of its own. Raises WrongStep."""
    return replace(within(one, _S.JOINED), state=_S.RECEIVED, parent_id="", clock=one.clock + 1)


def _nearness(where: str, other: str) -> float:
    """How much of two places' words is the same, by pairs of characters: 0 to 1."""
    pairs, others = _pairs(where), _pairs(other)
    return len(pairs & others) / len(pairs | others) if pairs and others else 0.0


def _pairs(text: str) -> set[str]:
    kept = "".join(text.split())
    return {kept[at : at + 2] for at in range(len(kept) - 1)}
