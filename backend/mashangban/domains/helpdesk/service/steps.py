"""What every step of a ticket does: one link of its chain, its words, its clocks, and an answer."""

from typing import Any

from mashangban.deadlines.service import STILL, Turn
from mashangban.domains.helpdesk.repository import tickets
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.schemas import TicketDone
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role


def write(
    act: Act,
    before: Ticket,
    after: Ticket,
    kind: str,
    role: Role,
    *,
    text: str = "",
    data: dict[str, Any] | None = None,
    told: tuple[Message, ...] = (),
    turn: Turn = STILL,
) -> TicketDone:
    """One step with its event and answer; the event always says where the ticket stands and at whose desk."""
    stands = {"state": after.state.value, "desk": after.desk.name, "post": after.post.value}
    event = following(act, kind, before, role, {**stands, **(data or {})}, told)
    answer = done(after)
    tickets.move(act, before, after, event, answer, text=text, turn=turn)
    return answer


def done(one: Ticket) -> TicketDone:
    """What an act answers."""
    return TicketDone(id=one.id, number=one.number, state=one.state.value, state_label=one.state.label)
