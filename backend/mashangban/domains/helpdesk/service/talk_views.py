"""From what is known of conversations to what each side sees of them."""

from datetime import datetime

from mashangban.domains.helpdesk.repository import lines, ratings, talks
from mashangban.domains.helpdesk.rules.duty import Duty
from mashangban.domains.helpdesk.rules.talk import Line, Talk
from mashangban.domains.helpdesk.schemas import (
    DeskTalkRow,
    DutyView,
    OwnTalkRow,
    TalkLine,
    TalkLineCard,
    TalkRow,
    TalkView,
)
from mashangban.domains.helpdesk.service import rating, talk_access, views
from mashangban.domains.helpdesk.service.talk_access import TalkStanding
from mashangban.domains.helpdesk.terms import PostKind
from mashangban.domains.helpdesk.terms.talking import MOST_COUNTED, LineKind, Side, TalkState
from mashangban.files import service as files
from mashangban.files.schemas import LinkView
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Principal


def show(act: Act, talk_id: str, after: int) -> TalkView:
    """A conversation with what follows a line. Raises NotFound for whoever has no part in it."""
    one, standing = talk_access.find(act, talk_id)
    found = lines.after(one, after) if after < one.lines else []
    links = _links(found)
    rated = ratings.find(one.id) if one.stars else None
    return TalkView(
        row=row(one, standing.side),
        region=one.region,
        ahead=talks.ahead_of(one) if one.state is TalkState.WAITING else 0,
        ahead_most=MOST_COUNTED,
        other_read=one.agent_read if standing.asker else one.asker_read,
        lines=[_line(each, standing.side, links) for each in found],
        more=bool(found) and found[-1].number < one.lines,
        rating=views.rating_view(rated, act.at) if rated else None,
        actions=[*_acts(act, one, standing), *([] if standing.asker else rating.actions(act, rated))],
    )


def mine(actor: Principal, page: PageRequest) -> Page[OwnTalkRow]:
    """One's own conversations with how they began, the newest first."""
    found = talks.of_asker(actor.person_id, page)
    begun = lines.first_of(found.items)
    return found.map(lambda one: OwnTalkRow(**dict(row(one, Side.ASKER)), asked=begun.get(one.id, "")))


def row(one: Talk, side: Side) -> TalkRow:
    """A conversation in a list of one side's."""
    seen = one.asker_read if side is Side.ASKER else one.agent_read
    return TalkRow(
        id=one.id,
        topic=one.topic.value,
        topic_label=one.topic.label,
        desk_name=one.desk.name,
        post_label=one.post.label,
        state=one.state.value,
        state_label=one.state.label,
        opened_at=one.opened_at,
        spoken_at=one.spoken_at,
        spoken_by=one.spoken_by.value,
        lines=one.lines,
        unread=one.lines - seen,
        ticket_id=one.ticket_id,
        stars=one.stars,
    )


def duty(one: Duty, at: datetime) -> DutyView:
    """Somebody's presence."""
    return DutyView(
        state=one.state.value,
        state_label=one.state.label,
        there=one.there(at),
        talks=one.talks,
        most=one.most,
        desk_names=list(dict.fromkeys(desk.name for desk in one.desks)),
    )


def _line(one: Line, side: Side, links: dict[str, LinkView]) -> TalkLine:
    return TalkLine(
        number=one.number,
        side=one.side.value,
        kind=one.kind.value,
        at=one.at,
        text=one.text,
        file=links.get(one.file_id),
        card=_card(one),
        mine=one.side is side,
    )


def _card(one: Line) -> TalkLineCard | None:
    if one.card is None:
        return None
    return TalkLineCard(kind=one.card.kind.value, kind_label=one.card.kind.label, target=one.card.target)


def _links(found: list[Line]) -> dict[str, LinkView]:
    ids = [one.file_id for one in found if one.kind is LineKind.FILE]
    return {one.file_id: one for one in files.links(ids)} if ids else {}


def at_desk(one: Talk) -> DeskTalkRow:
    """A conversation in a department's or a county's list."""
    agent = identity.person(one.agent_id).label if one.agent_id else ""
    return DeskTalkRow(**dict(row(one, Side.AGENT)), agent_label=agent)


def _acts(act: Act, one: Talk, standing: TalkStanding) -> list[str]:
    ticket = [] if one.ticket_id else ["ticket"]
    if standing.asker:
        ended = ticket if one.stars else [*ticket, "rate"]
        return ["say", "end", *ticket] if one.open else ended
    over = ["assign"] if standing.watch and one.open else []
    if not standing.serves:
        return over
    if not one.open:
        return ticket
    if one.agent_id != act.actor.person_id:
        return ["take", *over]
    back = ["return"] if one.desk.id != one.first.id else []
    deepen = ["deepen"] if one.post is PostKind.FRONT else []
    return ["say", "end", *ticket, "hand-over", *deepen, *back, *over]
