"""Whom a step of a fault concerns, in which words (templates of the notices room)."""

from mashangban.domains.publicareas.rules.fault import Fault
from mashangban.identity import service as identity
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Grant, Role, Scope
from mashangban.kernel.telling import Whom, in_region, notice

_DESK = "/console/publicareas/faults/"
_PHONE = "/publicareas/pages/fault/index?id="
_MOST = 2


def reporter(one: Fault, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell whoever reported it, unless they left."""
    whom = Whom(one.reporter_id)
    return (_notice(one, whom, kind, values, _PHONE),) if one.reporter_id else ()


def handlers(one: Fault, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell the people of whoever answers for the area."""
    people = Scope("org", one.handler_id)
    return _posts(one, kind, [Grant(role, people) for role in (Role.OPERATOR, Role.ENTERPRISE_ADMIN)], values)


def officers(one: Fault, kind: str, *, city: bool = False, **values: str) -> tuple[Message, ...]:
    """Tell the regulators of the county, or of the city above it."""
    return _posts(one, kind, [identity.office_of(one.region[:4] if city else one.region)], values)


def _posts(one: Fault, kind: str, posts: list[Grant], values: dict[str, str]) -> tuple[Message, ...]:
    whom = Whom(posts=posts, most=_MOST)
    return (_notice(one, whom, kind, values, _DESK),)


def _notice(one: Fault, whom: Whom, kind: str, values: dict[str, str], page: str) -> Message:
    place = in_region(one.region, one.handler_id) if page == _DESK else None
    return notice(
        whom,
        kind,
        {"number": one.number, "project": one.area_name, "what": one.service.label, **values},
        # Whoever just reported looks at it already; the message stays small with its fault in one transaction.
        link="" if kind == "publicareas.received" else f"{page}{one.id}",
        dedupe=f"{one.id}|{kind}|{one.version + 1}",
        place=place,
    )
