"""From what is known of a ticket to what its asker, its desks and supervision see: the same for all of them."""

from datetime import datetime

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.schemas import DeadlineView
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.helpdesk import events
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.repository import clocks, ratings, tickets, words
from mashangban.domains.helpdesk.rules import ladder
from mashangban.domains.helpdesk.rules.rating import Rating
from mashangban.domains.helpdesk.rules.tally import Listed
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.schemas import (
    RatingRow,
    RatingView,
    TicketPartner,
    TicketRow,
    TicketStep,
    TicketView,
)
from mashangban.domains.helpdesk.service import saying
from mashangban.domains.helpdesk.terms import Climb, PostKind, TicketClass, TicketState, TicketTopic
from mashangban.domains.helpdesk.terms.rating import MendingState
from mashangban.files import service as files
from mashangban.kernel import clock, history
from mashangban.kernel.events import Event
from mashangban.kernel.permissions import Role

_CLASSES = {one.value: one.label for one in TicketClass}


def row(one: Ticket, due_label: str = "") -> TicketRow:
    """A ticket in a list."""
    return TicketRow(
        id=one.id,
        number=one.number,
        klass=one.klass.value,
        klass_label=one.klass.label,
        topic_label=one.topic.label,
        where=one.where,
        desk_name=one.desk.name,
        post_label=one.post.label,
        state=one.state.value,
        state_label=state_label(one),
        climb=one.climb.value,
        climb_label=one.climb.label,
        relabelled=one.klass is not one.asked_as,
        asked_at=one.asked_at,
        due_label=due_label,
    )


def state_label(one: Ticket) -> str:
    """Where it stands in words; while the clock stands still, why."""
    return one.pause.label if one.pause is not None else one.state.label


def view(act_at: datetime, one: Ticket, actions: list[str]) -> TicketView:
    """A ticket whole, with the arithmetic of its clocks."""
    said, found = words.of(one.subject), clocks.of(one.subject)
    shown = [deadlines.explain(found_one, act_at) for found_one in found]
    current = next(
        (v for v, d in zip(shown, found, strict=True) if d.state is not DeadlineState.CLOSED), None
    )
    chain = history.of(TABLE, one.subject)
    rating = ratings.find(one.id)
    return TicketView(
        row=row(one, current.due_label if current else ""),
        region=one.region,
        asked_as_label=one.asked_as.label,
        first_name=one.first.name,
        text=said.get(1, "") or "（提问人已注销，文字已删除）",
        answer=saying.answer_in(chain, said),
        photos=files.links(list(one.photos)),
        pause_label=one.pause.label if one.pause is not None else "",
        partners=[
            TicketPartner(department_id=p.desk.id, name=p.desk.name, answered=bool(p.answer))
            for p in one.partners
        ],
        parent_number=tickets.get(one.parent_id).number if one.parent_id else "",
        talk_id=one.talk_id,
        children=len(tickets.children_of(one.id)) if one.state is not TicketState.JOINED else 0,
        deadline=current,
        clocks=shown,
        log=[_step(event, said) for event in chain],
        rating=rating_view(rating, act_at) if rating else None,
        actions=actions,
    )


def rating_view(one: Rating, at: datetime) -> RatingView:
    """A rating with what became of it."""
    said, chain = words.of(one.subject), history.of(TABLE, one.subject)

    def last(kind: str) -> str:
        return next((said.get(event.version, "") for event in reversed(chain) if event.type == kind), "")

    return RatingView(
        stars=int(one.stars),
        stars_label=one.stars.label,
        tag_labels=[tag.label for tag in one.tags],
        text=said.get(1, ""),
        at=one.at,
        state=one.state.value,
        state_label=one.state.label,
        finding=last(events.VERIFIED),
        mended=last(events.MENDED),
        verdict=last(events.MEND_CALLED),
        clocks=_explained(one, at),
    )


def listed(row_: Listed) -> TicketRow:
    """A ticket in a desk's or a county's list, as its listener keeps it."""
    shown = row_.shown
    klass, asked_as = shown["klass"], shown["asked_as"]
    return TicketRow(
        id=row_.id,
        number=shown["number"],
        klass=klass,
        klass_label=_CLASSES[klass],
        topic_label=TicketTopic(shown["topic"]).label,
        where=shown["where"],
        desk_name=shown["desk"],
        post_label=PostKind(shown["post"]).label,
        state=shown["state"],
        state_label=TicketState(shown["state"]).label,
        climb=shown["climb"],
        climb_label=Climb(shown["climb"]).label,
        relabelled=klass != asked_as,
        asked_at=clock.from_text(row_.order),
    )


def rating_row(row_: Listed) -> RatingRow:
    """A rating in a list."""
    shown = row_.shown
    return RatingRow(
        ticket_id="" if shown["talk"] else row_.id,
        talk_id=row_.id if shown["talk"] else "",
        number=shown["number"],
        desk_name=shown["desk"],
        stars=shown["stars"],
        state_label=MendingState(shown["state"]).label,
        climb_label=Climb(shown["climb"]).label,
        at=clock.from_text(row_.order),
    )


def _explained(one: Rating, at: datetime) -> list[DeadlineView]:
    return [deadlines.explain(found, at) for found in clocks.of(one.subject)]


def _step(event: Event, said: dict[int, str]) -> TicketStep:
    by = "提问人" if event.role == Role.PERSON else _office(event)
    label = events.LABELS.get(event.type, event.type)
    return TicketStep(
        at=event.at,
        label=f"{label}{_which(event)}",
        by_label=by,
        words=said.get(event.version, ""),
        hash=event.hash,
    )


def _which(event: Event) -> str:
    """What a class was changed to, or who hears that nobody acted in time."""
    if event.type == events.ESCALATED:
        return f"：{ladder.CLIMBS[event.data['rung']].label}"
    return f"：{event.data['before']}改为{event.data['after']}" if "before" in event.data else ""


def _office(event: Event) -> str:
    if event.role == Role.SYSTEM:
        return Role.SYSTEM.label
    return str(event.data.get("partner") or event.data.get("desk") or Role(event.role).label)
