"""Whom a step of a defect concerns, in which words (templates of the notices room). No word points to a household."""

from mashangban.domains.homes.rules.defect import Defect
from mashangban.identity import service as identity
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Grant, Role, Scope
from mashangban.kernel.telling import Whom, in_region, notice

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
    return (_notice(one, Whom(one.reporter_id), kind, values, page),)


def handlers(one: Defect, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell the builder's people who handle reports, and the contractor's when one was told to repair."""
    orgs = [one.builder.id, *([one.contractor.id] if one.contractor else [])]
    posts = [
        Grant(role, Scope("org", org)) for org in orgs for role in (Role.OPERATOR, Role.ENTERPRISE_ADMIN)
    ]
    return _posts(one, kind, posts, values)


def contractor(one: Defect, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell the people of whoever was told to repair."""
    org = one.contractor.id if one.contractor else one.builder.id
    posts = [Grant(role, Scope("org", org)) for role in (Role.OPERATOR, Role.ENTERPRISE_ADMIN)]
    return _posts(one, kind, posts, values)


def managers(one: Defect, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell those who answer for the builder."""
    builder = Scope("org", one.builder.id)
    posts = [Grant(role, builder) for role in (Role.ENTERPRISE_ADMIN, Role.PROJECT_MANAGER)]
    return _posts(one, kind, posts, values)


def officers(one: Defect, kind: str, *, city: bool = False, **values: str) -> tuple[Message, ...]:
    """Tell the regulators of the county, or of the city above it."""
    return _posts(one, kind, [identity.office_of(one.region[:4] if city else one.region)], values)


def _posts(one: Defect, kind: str, posts: list[Grant], values: dict[str, str]) -> tuple[Message, ...]:
    whom = Whom(posts=posts, most=_MOST)
    return (_notice(one, whom, kind, {"project": one.estate_name, **values}, _DESK),)


def _notice(one: Defect, whom: Whom, kind: str, values: dict[str, str], page: str) -> Message:
    return notice(
        whom,
        kind,
        {"number": one.number, **values},
        link=page.format(one),
        dedupe=f"{one.id}|{kind}|{one.version + 1}",
        place=in_region(one.region, one.builder.id),
    )
