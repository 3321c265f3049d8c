"""The clocks of a defect: accept, visit, repair, judge a dispute; who hears of it when nobody acts. With sources."""

from datetime import date, datetime

from mashangban.deadlines.rules.deadline import Deadline, OnDay, Rung
from mashangban.deadlines.rules.ladders import CITY, COUNTY, DAILY, DUE, HOURLY, REMIND
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import RungKind, Unit
from mashangban.domains.homes.terms import OWN_RULE, ZHEJIANG_32, Climb, Severity
from mashangban.kernel.events import Subject

ACCEPT, VISIT, ONSITE = "homes.accept", "homes.visit", "homes.onsite"
REPAIR, JUDGE, ORDER = "homes.repair", "homes.judge", "homes.order"

_HOURS, _DAYS = Unit.WORKING_HOUR, Unit.CALENDAR_DAY
ACCEPT_TERM = Term(24, Unit.HOUR, OWN_RULE)
VISIT_TERM = Term(3, _DAYS, OWN_RULE)
JUDGE_TERM = Term(5, Unit.WORKING_DAY, OWN_RULE)
EXTENSION = Term(15, _DAYS, OWN_RULE)
# Where the law sets a day by which the builder must be on site, by the first digits of the region.
ONSITE_TERMS = {"33": Term(15, _DAYS, ZHEJIANG_32)}

_LAWFUL = (
    Rung(REMIND, RungKind.BEFORE, Term(3, Unit.WORKING_DAY)),
    Rung(COUNTY, RungKind.AT),
    Rung(CITY, RungKind.AFTER, Term(24, _HOURS)),
)
_OFFICE = (
    Rung(REMIND, RungKind.BEFORE, Term(1, Unit.WORKING_DAY)),
    Rung(CITY, RungKind.AT),
)
CLIMBS = {DUE: Climb.MANAGER, COUNTY: Climb.COUNTY, CITY: Climb.CITY}


def accept_clock(subject: Subject, region: str, at: datetime) -> Deadline:
    """How long the builder may take to accept or dispute."""
    return Deadline(subject, ACCEPT, "受理报修", at, ACCEPT_TERM, HOURLY, region)


def visit_clock(subject: Subject, region: str, at: datetime) -> Deadline:
    """How long until somebody stands in the home."""
    return Deadline(subject, VISIT, "上门查看", at, VISIT_TERM, DAILY, region)


def onsite_clock(subject: Subject, region: str, at: datetime) -> Deadline | None:
    """The statutory day to be on site, where a province has one: it runs from the report, disputes or not."""
    term = ONSITE_TERMS.get(region[:2])
    return None if term is None else Deadline(subject, ONSITE, "依法到现场", at, term, _LAWFUL, region)


def repair_clock(subject: Subject, region: str, severity: Severity, at: datetime, number: int) -> Deadline:
    """How long the repair may take; each "not fixed" starts one of its own."""
    term = Term(severity.days, _DAYS, OWN_RULE)
    kind = repair_kind(number)
    return Deadline(subject, kind, "修好", at, term, DAILY, region)


def repair_kind(number: int) -> str:
    """The name of the clock of the n-th repair."""
    return f"{REPAIR}-{number}"


def repairers(number: int) -> tuple[str, ...]:
    """The clocks that whoever repairs must keep."""
    return (VISIT, ONSITE, repair_kind(number))


def judge_clock(subject: Subject, region: str, at: datetime) -> Deadline:
    """How long the county may take to decide a dispute."""
    return Deadline(subject, JUDGE, "处理异议", at, JUDGE_TERM, _OFFICE, region)


def order_clock(subject: Subject, region: str, day: date, at: datetime, number: int) -> Deadline:
    """The day a regulator ordered; it stands as it was said, and passing it goes to the city."""
    return Deadline(
        subject, f"{ORDER}-{number}", "按责令修好", at, OnDay(day, source=OWN_RULE), _OFFICE, region
    )
