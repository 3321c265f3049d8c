"""Whom a matter of money concerns, and in which words (templates of the notices room)."""

from collections.abc import Iterable
from datetime import datetime

from mashangban.identity import service as identity
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Place, Role, Scope

NOTICES = "notices"
NOTIFY = "notices.notify"
CARD_PAGE = "/payments/pages/card/index"
ARRIVALS_PAGE = "/payments/pages/arrivals/index"
OFFICE_PAGE = "/console/payments/projects/"
DEPOSIT_PAGE = "/console/payments/deposits/"
_MOST = 5


def person(
    person_id: str, kind: str, occasion: str, values: dict[str, str], link: str = CARD_PAGE
) -> Message:
    """Tell one worker; `occasion` keeps the same thing from being told twice."""
    return _notify(person_id, kind, occasion, link, values, Place(persons=frozenset({person_id})))


def clerks(project_id: str, kind: str, at: datetime, occasion: str, values: dict[str, str]) -> list[Message]:
    """Tell the wage clerks of a project."""
    found = identity.holders(Role.LABOUR_CLERK, Scope("project", project_id), at)
    return _each(found, kind, occasion, f"{OFFICE_PAGE}{project_id}", values, Place(project=project_id))


def office(
    place: Place, kind: str, at: datetime, occasion: str, values: dict[str, str], link: str = ""
) -> list[Message]:
    """Tell the general contractor's administrators and operators, and the project's clerks."""
    project_id = place.project or ""
    found = [
        one
        for org in sorted(place.orgs)
        for role in (Role.ENTERPRISE_ADMIN, Role.OPERATOR)
        for one in identity.holders(role, Scope("org", org), at)[:_MOST]
    ]
    found += identity.holders(Role.LABOUR_CLERK, Scope("project", project_id), at)
    return _each(found, kind, occasion, link or f"{OFFICE_PAGE}{project_id}", values, place)


def officers(
    place: Place, level: Role, kind: str, at: datetime, occasion: str, values: dict[str, str], link: str = ""
) -> list[Message]:
    """Tell who oversees the place at one level: county, then city."""
    region = place.region or ""
    code = region[:4] if level is Role.CITY_OFFICER else region
    found = identity.holders(level, Scope("region", code), at)
    return _each(found, kind, occasion, link or f"{OFFICE_PAGE}{place.project}", values, place)


def _each(
    persons: Iterable[str], kind: str, occasion: str, link: str, values: dict[str, str], place: Place
) -> list[Message]:
    once = list(dict.fromkeys(persons))[: 2 * _MOST]
    return [_notify(one, kind, occasion, link, values, place) for one in once]


def _notify(
    person_id: str, kind: str, occasion: str, link: str, values: dict[str, str], place: Place
) -> Message:
    body = {
        "person_id": person_id,
        "kind": kind,
        "values": values,
        "link": link,
        "dedupe": f"{occasion}|{kind}",
        "place": {"region": place.region, "project": place.project, "orgs": sorted(place.orgs)},
    }
    return Message(NOTICES, NOTIFY, body)
