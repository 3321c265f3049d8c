"""What every step of a conversation does: a link of its chain, a line that both sides read, who is told, an answer."""

from typing import Any

from mashangban.domains.helpdesk.repository import talks
from mashangban.domains.helpdesk.rules.talk import Line, Talk
from mashangban.domains.helpdesk.schemas import TalkDone
from mashangban.domains.helpdesk.terms.talking import LineKind, Side
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Message, following
from mashangban.kernel.permissions import Role
from mashangban.kernel.telling import Whom, in_region, notice

_PHONE, _WORKPLACE = "/helpdesk/pages/talk/index?id=", "/console/helpdesk/conversations?open="


def write(
    act: Act,
    before: Talk,
    after: Talk,
    kind: str,
    line: Line,
    role: Role,
    *,
    told: tuple[Message, ...] = (),
) -> TalkDone:
    """One step with its event, its line and its answer."""
    answer = done(after)
    talks.move(act, before, after, event(act, kind, before, after, role, told), line, answer)
    return answer


def event(
    act: Act, kind: str, before: Talk, after: Talk, role: Role, told: tuple[Message, ...] = (), **data: Any
) -> Event:
    """The event of a step: it always says where the conversation stands and at whose desk."""
    stands = {"state": after.state.value, "desk": after.desk.name, "post": after.post.value}
    return following(act, kind, before, role, {**stands, **data}, told)


def line(act: Act, after: Talk, kind: LineKind, text: str, author: Side = Side.SYSTEM) -> Line:
    """The line of a step: words that both sides read, from the platform unless somebody said them."""
    return Line(after.lines, author, kind, act.at, act.actor.person_id, text)


def done(one: Talk) -> TalkDone:
    """What an act answers."""
    return TalkDone(
        id=one.id,
        state=one.state.value,
        state_label=one.state.label,
        number=one.lines,
        ticket_id=one.ticket_id,
    )


def tell_asker(one: Talk, kind: str) -> tuple[Message, ...]:
    """A notice to whoever asks, unless they left."""
    return (_notice(one, one.asker_id, kind, _PHONE),) if one.asker_id else ()


def tell_agent(one: Talk, kind: str) -> tuple[Message, ...]:
    """A notice to whoever has it in hand now."""
    return (_notice(one, one.agent_id, kind, _WORKPLACE),)


def _notice(one: Talk, person_id: str, kind: str, page: str) -> Message:
    place = in_region(one.region) if page == _WORKPLACE else None
    return notice(
        Whom(person_id),
        kind,
        {"desk": one.desk.name},
        link=f"{page}{one.id}",
        dedupe=f"{one.subject.pk}|{kind}|{one.version + 1}",
        place=place,
    )
