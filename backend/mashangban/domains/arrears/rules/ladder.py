"""The clocks of arrears: the ladder of an unpaid month and the limits of handling a complaint, with their sources."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from mashangban.deadlines.rules.calendar import Calendar
from mashangban.deadlines.rules.deadline import Deadline, Firing, OnDay, Rung, next_firing
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.rules.wages import pay_day_of
from mashangban.deadlines.terms import RungKind, Unit
from mashangban.domains.arrears.terms import (
    ACCEPT_RULE,
    LAST_DAY_RULE,
    OWN_RULE,
    PAY_DAY_RULE,
    SUPERVISION_17,
    Level,
)
from mashangban.kernel.events import Subject

REMIND, DUE, COUNTY, CITY, CREDIT = "remind", "due", "county", "city", "credit"
PAY, SILENCE = "arrears.pay", "arrears.silence"
ACCEPT, HANDLING, CLOSING = "arrears.accept", "arrears.handling", "arrears.closing"

_DAYS = Unit.WORKING_DAY
# Who hears of an unpaid month, and when. The offsets are ours.
PAY_LADDER = (
    Rung(REMIND, RungKind.BEFORE, Term(3, _DAYS, OWN_RULE)),
    Rung(DUE, RungKind.AT),
    Rung(COUNTY, RungKind.AFTER, Term(3, _DAYS, OWN_RULE)),
    Rung(CITY, RungKind.AFTER, Term(10, _DAYS, OWN_RULE)),
    Rung(CREDIT, RungKind.AFTER, Term(20, _DAYS, OWN_RULE)),
)
# After "not received" the unit has been warned already: the county hears when the new term has passed.
AGAIN_LADDER = (
    Rung(COUNTY, RungKind.AT),
    Rung(CITY, RungKind.AFTER, Term(7, _DAYS, OWN_RULE)),
    Rung(CREDIT, RungKind.AFTER, Term(17, _DAYS, OWN_RULE)),
)
AGAIN_TERM = Term(3, _DAYS, OWN_RULE)
SILENCE_TERM = Term(7, Unit.CALENDAR_DAY, OWN_RULE)
SILENCE_LADDER = (Rung(REMIND, RungKind.BEFORE, Term(2, Unit.CALENDAR_DAY)), Rung(DUE, RungKind.AT))
ACCEPT_TERM = Term(5, _DAYS, ACCEPT_RULE)
ACCEPT_LADDER = (Rung(REMIND, RungKind.BEFORE, Term(1, _DAYS)), Rung(DUE, RungKind.AT))
HANDLING_TERM = Term(60, _DAYS, SUPERVISION_17)
EXTENSION = Term(30, _DAYS, SUPERVISION_17)
HANDLING_LADDER = (Rung(REMIND, RungKind.BEFORE, Term(10, _DAYS)), Rung(DUE, RungKind.AT))
CLOSING_TERM = Term(15, Unit.CALENDAR_DAY, OWN_RULE)
CLOSING_LADDER = (Rung(REMIND, RungKind.BEFORE, Term(3, Unit.CALENDAR_DAY)), Rung(DUE, RungKind.AT))

LEVELS = {DUE: Level.WARNED, COUNTY: Level.COUNTY, CITY: Level.CITY, CREDIT: Level.CREDIT}
RUNGS = {
    REMIND: ("提前提醒", "用人单位"),
    DUE: ("超期预警", "用人单位、总包单位"),
    COUNTY: ("县区处理", "县区监管部门"),
    CITY: ("市级督办", "市级监管部门"),
    CREDIT: ("记入信用", "用人单位信用记录"),
}


def agreed_day(month: str, pay_day: int) -> date:
    """The pay day agreed for the wages of a month (`2026-10`): that of the following month."""
    year, number = int(month[:4]), int(month[5:])
    return pay_day_of(year + number // 12, number % 12 + 1, pay_day)


def open_months(last_day: date) -> list[str]:
    """The months whose agreed pay day may still lie ahead when a contract ends: its last one and the one before."""
    before = last_day.replace(day=1) - timedelta(days=1)
    return [f"{before:%Y-%m}", f"{last_day:%Y-%m}"]


def due_day(month: str, pay_day: int, ended_on: date | None = None) -> OnDay:
    """The day by which a month is to be paid: the agreed one, moved before a holiday (条例 Art. 14), or the last day of
    a contract that ended before it (工资支付暂行规定 Art. 9).
    """
    agreed = agreed_day(month, pay_day)
    if ended_on is not None and ended_on < agreed:
        return OnDay(ended_on, source=LAST_DAY_RULE)
    return OnDay(agreed, before_holiday=True, source=PAY_DAY_RULE)


def pay_clock(subject: Subject, kind: str, day: OnDay, region: str, at: datetime) -> Deadline:
    """The clock of a month's pay up to and beyond the day it is due."""
    return Deadline(subject, kind, "发放工资", at, day, PAY_LADDER, region)


def again_clock(subject: Subject, kind: str, region: str, at: datetime) -> Deadline:
    """The clock that runs from the moment a worker said that nothing came."""
    return Deadline(subject, kind, "补发工资", at, AGAIN_TERM, AGAIN_LADDER, region)


def silence_clock(subject: Subject, kind: str, region: str, at: datetime) -> Deadline:
    """How long a worker may look for the money before silence counts as received; told beforehand."""
    return Deadline(subject, kind, "确认到账", at, SILENCE_TERM, SILENCE_LADDER, region)


def accept_clock(subject: Subject, region: str, at: datetime) -> Deadline:
    """How long the county may take to accept a complaint."""
    return Deadline(subject, ACCEPT, "受理投诉", at, ACCEPT_TERM, ACCEPT_LADDER, region)


def handling_clock(subject: Subject, region: str, at: datetime) -> Deadline:
    """How long handling may take; pauses are listed, one extension needs a reason."""
    return Deadline(subject, HANDLING, "办理投诉", at, HANDLING_TERM, HANDLING_LADDER, region)


def closing_clock(subject: Subject, kind: str, region: str, at: datetime) -> Deadline:
    """How long a worker may object after the unit said that it paid."""
    return Deadline(subject, kind, "确认已解决", at, CLOSING_TERM, CLOSING_LADDER, region)


def plan(deadline: Deadline, calendar: Calendar) -> list[Firing]:
    """Every rung of a clock with its instant, from the start."""
    found: list[Firing] = []
    bare = replace(deadline, state=type(deadline.state).RUNNING, fired_at=None, fired_rung=-1)
    while (firing := next_firing(bare, calendar, deadline.started_at)) is not None:
        found.append(firing)
        bare = replace(bare, fired_at=firing.planned_at, fired_rung=firing.index)
    return found


def working_days_late(last_day: date, today: date, calendar: Calendar, region: str) -> int:
    """Working days that passed after the pay day, today included."""
    days = (date.fromordinal(n) for n in range(last_day.toordinal() + 1, today.toordinal() + 1))
    return sum(calendar.is_working(day, region) for day in days)
