"""The clocks of a ticket and of a rating, and who hears when nobody acted: desk, county, city. Pure."""

from collections.abc import Iterable
from datetime import date, datetime

from mashangban.deadlines.rules.deadline import Deadline, OnDay, Rung
from mashangban.deadlines.rules.ladders import CITY, COUNTY, DAILY, DUE, REMIND
from mashangban.deadlines.rules.periods import Pause, Term
from mashangban.deadlines.terms import DeadlineState, RungKind, Unit
from mashangban.domains.helpdesk.rules import promise
from mashangban.domains.helpdesk.rules.promise import Promise
from mashangban.domains.helpdesk.rules.rating import Rating
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.terms import CONFIRM_DAYS, OWN_RULE, Climb, TicketClass
from mashangban.domains.helpdesk.terms.rating import MEND_DAYS, VERIFY_DAYS
from mashangban.kernel.stars import RATING_RULE

ANSWER, PAUSE, CONFIRM = "helpdesk.answer", "helpdesk.pause", "helpdesk.confirm"
VERIFY, MEND = "helpdesk.verify", "helpdesk.mend"
CLIMBS = {DUE: Climb.DESK, COUNTY: Climb.COUNTY, CITY: Climb.CITY}
_URGENT = (
    Rung(REMIND, RungKind.BEFORE, Term(1, Unit.HOUR)),
    Rung(DUE, RungKind.AT),
    Rung(COUNTY, RungKind.AFTER, Term(1, Unit.HOUR)),
    Rung(CITY, RungKind.AFTER, Term(4, Unit.HOUR)),
)
# Reminded at four in the afternoon of the last day; what comes after the due time counts working hours only.
_DAYS = (
    Rung(REMIND, RungKind.BEFORE, Term(8, Unit.HOUR)),
    Rung(DUE, RungKind.AT),
    Rung(COUNTY, RungKind.AFTER, Term(8, Unit.WORKING_HOUR)),
    Rung(CITY, RungKind.AFTER, Term(24, Unit.WORKING_HOUR)),
)
# Where a call-back is owed and nobody made it, supervision hears of it, each level after the other.
_SILENCE = (
    Rung(REMIND, RungKind.BEFORE, Term(2, Unit.CALENDAR_DAY)),
    Rung(DUE, RungKind.AT),
    Rung(COUNTY, RungKind.AFTER, Term(2, Unit.WORKING_DAY)),
    Rung(CITY, RungKind.AFTER, Term(5, Unit.WORKING_DAY)),
)


def answer_clock(one: Ticket, since: datetime, own: Promise, pauses: Iterable[Pause] = ()) -> Deadline:
    """How long the answer may take, from the moment of asking; another class keeps the pauses of the one before."""
    kept = tuple(pauses)
    standing = bool(kept) and kept[-1].ends_at is None
    return Deadline(
        subject=one.subject,
        kind=f"{ANSWER}-{one.clock}",
        label=f"答复（{one.klass.label}）",
        started_at=since,
        basis=promise.term_of(one.klass, own),
        ladder=_URGENT if one.klass is TicketClass.URGENT else _DAYS,
        region=one.region,
        state=DeadlineState.PAUSED if standing else DeadlineState.RUNNING,
        pauses=kept,
    )


def pause_clock(one: Ticket, until: date, at: datetime) -> Deadline:
    """The day on which the clock runs again by itself."""
    kind = f"{PAUSE}-{one.clock}-{one.marks.pauses}"
    return Deadline(one.subject, kind, "暂停到期", at, OnDay(until, source=OWN_RULE), region=one.region)


def confirm_clock(one: Ticket, at: datetime) -> Deadline:
    """How long the asker may think about the answer before silence counts as no objection."""
    term = Term(CONFIRM_DAYS, Unit.CALENDAR_DAY, OWN_RULE)
    return Deadline(one.subject, f"{CONFIRM}-{one.clock}", "请您确认", at, term, _SILENCE, one.region)


def extension_of(one: Ticket, own: Promise) -> Term:
    """As much time again as the class has."""
    return promise.term_of(one.klass, own)


def verify_clock(one: Rating, at: datetime) -> Deadline:
    """How long supervision may take to look into a bad word."""
    term = Term(VERIFY_DAYS, Unit.WORKING_DAY, RATING_RULE)
    return Deadline(one.subject, VERIFY, "核实差评", at, term, _DAYS, one.desk.region)


def mend_clock(one: Rating, at: datetime) -> Deadline:
    """How long mending may take, the call-back included."""
    term = Term(MEND_DAYS, Unit.WORKING_DAY, RATING_RULE)
    return Deadline(one.subject, MEND, "差评整改和回访", at, term, DAILY, one.desk.region)
