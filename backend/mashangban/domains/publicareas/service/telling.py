"""Whom a step of a fault concerns, in which words (templates of the notices room)."""

from datetime import datetime

from mashangban.domains.publicareas.rules.fault import Fault
from mashangban.identity import service as identity
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Role, Scope

NOTICES = "notices"
NOTIFY = "notices.notify"
_DESK = "/console/publicareas/faults/"
_PHONE = "/publicareas/pages/fault/index?id="
_MOST = 2


def reporter(one: Fault, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell whoever reported it, unless they left."""
    return (_notice(one, one.reporter_id, kind, values, _PHONE),) if one.reporter_id else ()


def handlers(one: Fault, kind: str, at: datetime, **values: str) -> tuple[Message, ...]:
    """Tell the people of whoever answers for the area."""
    posts = [(role, "org", one.handler_id) for role in (Role.OPERATOR, Role.ENTERPRISE_ADMIN)]
    return _each(one, kind, posts, at, values)


def officers(
    one: Fault, kind: str, at: datetime, *, city: bool = False, **values: str
) -> tuple[Message, ...]:
    """Tell the regulators of the county, or of the city above it."""
    role, region = (Role.CITY_OFFICER, one.region[:4]) if city else (Role.COUNTY_OFFICER, one.region)
    return _each(one, kind, [(role, "region", region)], at, values)


def _each(
    one: Fault, kind: str, posts: list[tuple[Role, str, str]], at: datetime, values: dict[str, str]
) -> tuple[Message, ...]:
    found = [
        person
        for role, scope, value in posts
        for person in identity.holders(role, Scope(scope, value), at)[:_MOST]
    ]
    return tuple(_notice(one, person, kind, values, _DESK) for person in dict.fromkeys(found))


def _notice(one: Fault, person_id: str, kind: str, values: dict[str, str], page: str) -> Message:
    body = {
        "person_id": person_id,
        "kind": kind,
        "values": {"number": one.number, "project": one.area_name, "what": one.service.label, **values},
        "dedupe": f"{one.id}|{kind}|{one.version + 1}",
    }
    # Whoever just reported looks at it already; the message stays small with its fault in one transaction.
    if kind != "publicareas.received":
        body["link"] = f"{page}{one.id}"
    if page == _DESK:
        body["place"] = {"region": one.region, "orgs": [one.handler_id]}
    return Message(NOTICES, NOTIFY, body)
