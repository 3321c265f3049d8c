"""Whom a matter of money concerns, and in which words (templates of the notices room)."""

from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Grant, Place, Role, Scope

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
    place = Place(persons=frozenset({person_id}))
    return _notify({"person_id": person_id}, kind, occasion, link, values, place)


def clerks(project_id: str, kind: str, occasion: str, values: dict[str, str]) -> list[Message]:
    """Tell the wage clerks of a project."""
    who = _posts([_clerks(project_id)], 2 * _MOST)
    return [_notify(who, kind, occasion, f"{OFFICE_PAGE}{project_id}", values, Place(project=project_id))]


def office(place: Place, kind: str, occasion: str, values: dict[str, str], link: str = "") -> list[Message]:
    """Tell the general contractor's administrators and operators, and the project's clerks."""
    project_id = place.project or ""
    posts = [
        Grant(role, Scope("org", org))
        for org in sorted(place.orgs)
        for role in (Role.ENTERPRISE_ADMIN, Role.OPERATOR)
    ]
    who = _posts([*posts, _clerks(project_id)], _MOST)
    return [_notify(who, kind, occasion, link or f"{OFFICE_PAGE}{project_id}", values, place)]


def officers(
    place: Place, level: Role, kind: str, occasion: str, values: dict[str, str], link: str = ""
) -> list[Message]:
    """Tell who oversees the place at one level: county, then city."""
    region = place.region or ""
    code = region[:4] if level is Role.CITY_OFFICER else region
    who = _posts([Grant(level, Scope("region", code))], 2 * _MOST)
    return [_notify(who, kind, occasion, link or f"{OFFICE_PAGE}{place.project}", values, place)]


def _clerks(project_id: str) -> Grant:
    return Grant(Role.LABOUR_CLERK, Scope("project", project_id))


def _posts(posts: list[Grant], most: int) -> dict[str, object]:
    return {"posts": [str(post) for post in posts], "most": most}


def _notify(
    who: dict[str, object], kind: str, occasion: str, link: str, values: dict[str, str], place: Place
) -> Message:
    body = {
        **who,
        "kind": kind,
        "values": values,
        "link": link,
        "dedupe": f"{occasion}|{kind}",
        "place": {"region": place.region, "project": place.project, "orgs": sorted(place.orgs)},
    }
    return Message(NOTICES, NOTIFY, body)
