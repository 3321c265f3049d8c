"""Whom a matter of money concerns, and in which words (templates of the notices room)."""

from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Grant, Place, Role, Scope
from mashangban.kernel.telling import Whom, notice, whereabouts

CARD_PAGE = "/payments/pages/card/index"
ARRIVALS_PAGE = "/payments/pages/arrivals/index"
OFFICE_PAGE = "/console/payments/projects/"
DEPOSIT_PAGE = "/console/payments/deposits/"
_MOST = 5


def person(
    person_id: str, kind: str, occasion: str, values: dict[str, str], link: str = CARD_PAGE
) -> Message:
    """Tell one worker; `occasion` keeps the same thing from being told twice."""
    place = Place(persons=frozenset({person_id}))
    return _notify(Whom(person_id), kind, occasion, link, values, place)


def clerks(project_id: str, kind: str, occasion: str, values: dict[str, str]) -> list[Message]:
    """Tell the wage clerks of a project."""
    whom = Whom(posts=[_clerks(project_id)], most=2 * _MOST)
    return [_notify(whom, kind, occasion, f"{OFFICE_PAGE}{project_id}", values, Place(project=project_id))]


def office(place: Place, kind: str, occasion: str, values: dict[str, str], link: str = "") -> list[Message]:
    """Tell the general contractor's administrators and operators, and the project's clerks."""
    project_id = place.project or ""
    posts = [
        Grant(role, Scope("org", org))
        for org in sorted(place.orgs)
        for role in (Role.ENTERPRISE_ADMIN, Role.OPERATOR)
    ]
    whom = Whom(posts=[*posts, _clerks(project_id)], most=_MOST)
    return [_notify(whom, kind, occasion, link or f"{OFFICE_PAGE}{project_id}", values, place)]


def officers(
    place: Place, level: Role, kind: str, occasion: str, values: dict[str, str], link: str = ""
) -> list[Message]:
    """Tell who oversees the place at one level: county, then city."""
    region = place.region or ""
    code = region[:4] if level is Role.CITY_OFFICER else region
    whom = Whom(posts=[Grant(level, Scope("region", code))], most=2 * _MOST)
    return [_notify(whom, kind, occasion, link or f"{OFFICE_PAGE}{place.project}", values, place)]


def _clerks(project_id: str) -> Grant:
    return Grant(Role.LABOUR_CLERK, Scope("project", project_id))


def _notify(whom: Whom, kind: str, occasion: str, link: str, values: dict[str, str], place: Place) -> Message:
    return notice(whom, kind, values, link=link, dedupe=f"{occasion}|{kind}", place=whereabouts(place))
