"""Whom a step concerns, in which words (templates of the notices room).

What a complaint tells the accused side names no person; and its notices to the worker lie where only regulators may
see whether they arrived.
"""

from mashangban.domains.arrears.rules.complaint import Complaint
from mashangban.domains.arrears.rules.expectation import Expectation
from mashangban.employment.rules import Employment, Named
from mashangban.identity import service as identity
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Grant, Role, Scope
from mashangban.kernel.telling import Whom, notice, whereabouts

PAY_PAGE = "/arrears/pages/pay/index?id="
COMPLAINT_PAGE = "/arrears/pages/complaint/index?id="
ACCUSED_PAGE = "/arrears/pages/accused/index?id="
LATE_PAGE = "/arrears/pages/late/index?project="
PAY_DESK = "/console/arrears/pay/"
COMPLAINT_DESK = "/console/arrears/complaints/"
_MOST = 2


def worker_of_pay(one: Expectation, kind: str, **values: str) -> Message:
    """Tell the worker about the month's pay."""
    return _pay(one, Whom(one.facts.person_id), kind, f"{PAY_PAGE}{one.id}", values)


def unit_of_pay(one: Expectation, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell the employer's people and the site's labour clerk."""
    return (_pay(one, _posts(*_unit(one.facts)), kind, f"{LATE_PAGE}{one.facts.project.id}", values),)


def sides_of_pay(one: Expectation, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell them and the general contractor's people."""
    facts = one.facts
    managers = Grant(Role.PROJECT_MANAGER, Scope("project", facts.project.id))
    people = _posts(*_unit(facts), _admin(facts.general_contractor), managers)
    return (_pay(one, people, kind, f"{LATE_PAGE}{facts.project.id}", values),)


def officers_of_pay(one: Expectation, kind: str, due: str, *, city: bool = False) -> tuple[Message, ...]:
    """Tell the regulators of the county, or of the city above it."""
    return (_pay(one, _officers(one.facts, city), kind, f"{PAY_DESK}{one.id}", {"due": due}),)


def worker_of_complaint(one: Complaint, kind: str, **values: str) -> Message:
    """Tell the worker about the complaint."""
    return _complaint(one, Whom(one.facts.person_id), kind, f"{COMPLAINT_PAGE}{one.id}", values)


def officers_of_complaint(
    one: Complaint, kind: str, *, city: bool = False, words: dict[str, str] | None = None
) -> tuple[Message, ...]:
    """Tell the regulators."""
    people = _officers(one.facts, city)
    return (_complaint(one, people, kind, f"{COMPLAINT_DESK}{one.id}", words or {}),)


def accused(one: Complaint, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell the accused unit and the site's labour clerk, without a word about the person."""
    return (_complaint(one, _posts(*_unit(one.facts)), kind, f"{ACCUSED_PAGE}{one.id}", values),)


def _admin(unit: Named) -> Grant:
    return Grant(Role.ENTERPRISE_ADMIN, Scope("org", unit.id))


def _unit(facts: Employment) -> tuple[Grant, Grant]:
    return _admin(facts.employer), Grant(Role.LABOUR_CLERK, Scope("project", facts.project.id))


def _officers(facts: Employment, city: bool) -> Whom:
    return _posts(identity.office_of(facts.region[:4] if city else facts.region))


def _posts(*posts: Grant) -> Whom:
    return Whom(posts=posts, most=_MOST)


def _pay(one: Expectation, whom: Whom, kind: str, link: str, values: dict[str, str]) -> Message:
    return notice(
        whom,
        kind,
        {**_names(one.facts, one.month_label), **values},
        link=link,
        dedupe=f"{one.id}|{kind}|{one.version + 1}",
        place=whereabouts(one.place),
    )


def _complaint(one: Complaint, whom: Whom, kind: str, link: str, values: dict[str, str]) -> Message:
    return notice(
        whom,
        kind,
        {**_names(one.facts, one.month_label), "number": one.number, **values},
        link=link,
        dedupe=f"{one.id}|{kind}|{one.version + 1}",
        place={"region": one.facts.region},
    )


def _names(facts: Employment, month: str) -> dict[str, str]:
    return {"employer": facts.employer.name, "project": facts.project.name, "month": month}
