"""Whom a step concerns, in which words (templates of the notices room).

What a complaint tells the accused side names no person; and its notices to the worker lie where only regulators may
see whether they arrived.
"""

from datetime import datetime

from mashangban.domains.arrears.rules.complaint import Complaint
from mashangban.domains.arrears.rules.expectation import Expectation
from mashangban.employment.rules import Employment, Named
from mashangban.identity import service as identity
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Role, Scope

NOTICES = "notices"
NOTIFY = "notices.notify"
PAY_PAGE = "/arrears/pages/pay/index?id="
COMPLAINT_PAGE = "/arrears/pages/complaint/index?id="
ACCUSED_PAGE = "/arrears/pages/accused/index?id="
LATE_PAGE = "/arrears/pages/late/index?project="
PAY_DESK = "/console/arrears/pay/"
COMPLAINT_DESK = "/console/arrears/complaints/"
_MOST = 2


def worker_of_pay(one: Expectation, kind: str, **values: str) -> Message:
    """Tell the worker about the month's pay."""
    return _pay(one, one.facts.person_id, kind, f"{PAY_PAGE}{one.id}", values)


def unit_of_pay(one: Expectation, kind: str, at: datetime, **values: str) -> tuple[Message, ...]:
    """Tell the employer's people and the site's labour clerk."""
    facts = one.facts
    found = _holders(_admin(facts.employer), (Role.LABOUR_CLERK, "project", facts.project.id), at=at)
    return tuple(_pay(one, person, kind, f"{LATE_PAGE}{facts.project.id}", values) for person in found)


def contractor_of_pay(one: Expectation, kind: str, at: datetime, **values: str) -> tuple[Message, ...]:
    """Tell the general contractor's people."""
    facts = one.facts
    found = _holders(
        _admin(facts.general_contractor), (Role.PROJECT_MANAGER, "project", facts.project.id), at=at
    )
    return tuple(_pay(one, person, kind, f"{LATE_PAGE}{facts.project.id}", values) for person in found)


def officers_of_pay(
    one: Expectation, kind: str, at: datetime, due: str, *, city: bool = False
) -> tuple[Message, ...]:
    """Tell the regulators of the county, or of the city above it."""
    return tuple(
        _pay(one, person, kind, f"{PAY_DESK}{one.id}", {"due": due})
        for person in _officers(one.facts, at, city)
    )


def worker_of_complaint(one: Complaint, kind: str, **values: str) -> Message:
    """Tell the worker about the complaint."""
    return _complaint(one, one.facts.person_id, kind, f"{COMPLAINT_PAGE}{one.id}", values)


def officers_of_complaint(
    one: Complaint, kind: str, at: datetime, *, city: bool = False, words: dict[str, str] | None = None
) -> tuple[Message, ...]:
    """Tell the regulators."""
    people = _officers(one.facts, at, city)
    return tuple(_complaint(one, person, kind, f"{COMPLAINT_DESK}{one.id}", words or {}) for person in people)


def accused(one: Complaint, kind: str, at: datetime, **values: str) -> tuple[Message, ...]:
    """Tell the accused unit and the general contractor, without a word about the person."""
    facts = one.facts
    found = _holders(_admin(facts.employer), (Role.LABOUR_CLERK, "project", facts.project.id), at=at)
    return tuple(_complaint(one, person, kind, f"{ACCUSED_PAGE}{one.id}", values) for person in found)


def _admin(unit: Named) -> tuple[Role, str, str]:
    return Role.ENTERPRISE_ADMIN, "org", unit.id


def _officers(facts: Employment, at: datetime, city: bool) -> list[str]:
    role, region = (Role.CITY_OFFICER, facts.region[:4]) if city else (Role.COUNTY_OFFICER, facts.region)
    return _holders((role, "region", region), at=at)


def _holders(*posts: tuple[Role, str, str], at: datetime) -> list[str]:
    found = [
        person
        for role, kind, value in posts
        for person in identity.holders(role, Scope(kind, value), at)[:_MOST]
    ]
    return list(dict.fromkeys(found))


def _pay(one: Expectation, person_id: str, kind: str, link: str, values: dict[str, str]) -> Message:
    place = one.place
    body = {
        "person_id": person_id,
        "kind": kind,
        "values": {**_names(one.facts, one.month_label), **values},
        "link": link,
        "dedupe": f"{one.id}|{kind}|{one.version + 1}",
        "place": {"region": place.region, "project": place.project, "orgs": sorted(place.orgs)},
    }
    return Message(NOTICES, NOTIFY, body)


def _complaint(one: Complaint, person_id: str, kind: str, link: str, values: dict[str, str]) -> Message:
    body = {
        "person_id": person_id,
        "kind": kind,
        "values": {**_names(one.facts, one.month_label), "number": one.number, **values},
        "link": link,
        "dedupe": f"{one.id}|{kind}|{one.version + 1}",
        "place": {"region": one.facts.region},
    }
    return Message(NOTICES, NOTIFY, body)


def _names(facts: Employment, month: str) -> dict[str, str]:
    return {"employer": facts.employer.name, "project": facts.project.name, "month": month}
