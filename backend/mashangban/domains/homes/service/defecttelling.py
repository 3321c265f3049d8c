"""Whom a step of a defect concerns, in which words (templates of the notices room). No word points to a household."""

from datetime import datetime

from mashangban.domains.homes.rules.defect import Defect
from mashangban.identity import service as identity
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Role, Scope

NOTICES = "notices"
NOTIFY = "notices.notify"
# Whoever lives there reads it on the phone, offices and regulators at their desks.
_PHONE, _SHARED = (
    "/homes/pages/defect/index?id={0.id}",
    "/homes/pages/issue/index?id={0.issue_id}&home={0.home_id}",
)
_DESK = "/console/homes/defects/{0.id}"
_MOST = 2


def household(one: Defect, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell whoever reported it; they know their estate."""
    page = _SHARED if kind == "homes.defect.news" else _PHONE
    return (_notice(one, one.reporter_id, kind, values, page),)


def handlers(one: Defect, kind: str, at: datetime, **values: str) -> tuple[Message, ...]:
    """Tell the builder's people who handle reports, and the contractor's when one was told to repair."""
    orgs = [one.builder.id, *([one.contractor.id] if one.contractor else [])]
    posts = [(role, "org", org) for org in orgs for role in (Role.OPERATOR, Role.ENTERPRISE_ADMIN)]
    return _each(one, kind, posts, at, values)


def contractor(one: Defect, kind: str, at: datetime, **values: str) -> tuple[Message, ...]:
    """Tell the people of whoever was told to repair."""
    org = one.contractor.id if one.contractor else one.builder.id
    posts = [(role, "org", org) for role in (Role.OPERATOR, Role.ENTERPRISE_ADMIN)]
    return _each(one, kind, posts, at, values)


def managers(one: Defect, kind: str, at: datetime, **values: str) -> tuple[Message, ...]:
    """Tell those who answer for the builder."""
    posts = [(role, "org", one.builder.id) for role in (Role.ENTERPRISE_ADMIN, Role.PROJECT_MANAGER)]
    return _each(one, kind, posts, at, values)


def officers(
    one: Defect, kind: str, at: datetime, *, city: bool = False, **values: str
) -> tuple[Message, ...]:
    """Tell the regulators of the county, or of the city above it."""
    role, region = (Role.CITY_OFFICER, one.region[:4]) if city else (Role.COUNTY_OFFICER, one.region)
    return _each(one, kind, [(role, "region", region)], at, values)


def _each(
    one: Defect, kind: str, posts: list[tuple[Role, str, str]], at: datetime, values: dict[str, str]
) -> tuple[Message, ...]:
    found = [
        person
        for role, scope, value in posts
        for person in identity.holders(role, Scope(scope, value), at)[:_MOST]
    ]
    named = {"project": one.estate_name, **values}
    return tuple(_notice(one, person, kind, named, _DESK) for person in dict.fromkeys(found))


def _notice(one: Defect, person_id: str, kind: str, values: dict[str, str], page: str) -> Message:
    body = {
        "person_id": person_id,
        "kind": kind,
        "values": {"number": one.number, **values},
        "link": page.format(one),
        "dedupe": f"{one.id}|{kind}|{one.version + 1}",
        "place": {"region": one.region, "orgs": [one.builder.id]},
    }
    return Message(NOTICES, NOTIFY, body)
