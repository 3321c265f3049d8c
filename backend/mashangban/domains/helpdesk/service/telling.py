"""Whom a step of a ticket concerns, in which words (templates of the notices room). No words of the asker travel."""

from mashangban.domains.helpdesk.repository import departments
from mashangban.domains.helpdesk.rules import routing
from mashangban.domains.helpdesk.rules.department import Department, Desk, city_of
from mashangban.domains.helpdesk.rules.rating import Rating
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.terms import PostKind
from mashangban.kernel.events import Message
from mashangban.kernel.telling import Whom, in_region, notice

_PHONE, _DESK = "/helpdesk/pages/ticket/index?id=", "/console/helpdesk/tickets/"
_TALK_PHONE, _TALK_DESK = "/helpdesk/pages/talk/index?id=", "/console/helpdesk/conversations/"
_MOST = 2


def asker(one: Ticket, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell whoever asked, unless they left."""
    return (_notice(one, [one.asker_id], kind, values, _PHONE),) if one.asker_id else ()


def agents(one: Ticket, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell whoever holds it; while nobody does, those at the post who know the topic."""
    if one.charge_id:
        return (_notice(one, [one.charge_id], kind, values, _DESK),)
    known = routing.agents_for(one.topic, one.post, departments.posts_at(one.desk.id))
    return _desk(one, known[:_MOST], kind, values)


def partner(one: Ticket, desk: Desk, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell a department that is asked for its part."""
    known = routing.agents_for(one.topic, PostKind.LEAD, departments.posts_at(desk.id))
    return _desk(one, known[:1], kind, values)


def watchers(one: Ticket | Rating, kind: str, *, city: bool = False, **values: str) -> tuple[Message, ...]:
    """Tell who supervises the county, or the city above it; the city where the county has nobody."""
    regions = (city_of(one.region),) if city else (one.region, city_of(one.region))
    found = next((people for region in regions if (people := departments.watchers_of(region))), [])
    return _desk(one, found[:_MOST], kind, values)


def menders(one: Rating, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell the department that was rated badly."""
    posts = [post for post in departments.posts_at(one.desk.id) if PostKind.LEAD in post.kinds]
    return _desk(one, [post.person_id for post in posts][:_MOST], kind, values)


def rater(one: Rating, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell whoever rated, unless they left."""
    return (_notice(one, [one.asker_id], kind, values, _PHONE),) if one.asker_id else ()


def merger(whom: Whom, one: Department, into: Department, kind: str, link: str) -> Message:
    """Tell people of a department that shall go, or went, into another."""
    return notice(
        whom,
        kind,
        {"name": one.name, "desk": into.name, "day": str(one.into_from)},
        link=link,
        dedupe=f"{one.subject.pk}|{kind}|{one.version + 1}",
        place=in_region(one.region),
    )


def _desk(one: Ticket | Rating, people: list[str], kind: str, values: dict[str, str]) -> tuple[Message, ...]:
    return (_notice(one, people, kind, values, _DESK),) if people else ()


def _notice(one: Ticket | Rating, people: list[str], kind: str, values: dict[str, str], page: str) -> Message:
    talk = isinstance(one, Rating) and bool(one.talk_id)
    shown = {_PHONE: _TALK_PHONE, _DESK: _TALK_DESK}[page] if talk else page
    place = in_region(one.region) if page == _DESK else None
    return notice(
        Whom(people=people),
        kind,
        {"number": one.number or "在线对话", "desk": one.desk.name, **values},
        link=f"{shown}{one.id}",
        dedupe=f"{one.subject.pk}|{kind}|{one.version + 1}",
        place=place,
    )
