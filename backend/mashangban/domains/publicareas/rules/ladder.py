"""The clocks of a fault: an answer, then the repair; each "not fixed" begins one of its own. Pure."""

from datetime import datetime

from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.rules.ladders import CITY, COUNTY, DAILY, DUE, HOURLY
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import Unit
from mashangban.domains.publicareas.rules.fault import Fault
from mashangban.domains.publicareas.terms import OWN_RULE, Climb

ANSWER, REPAIR = "publicareas.answer", "publicareas.repair"
CLIMBS = {DUE: Climb.MANAGER, COUNTY: Climb.COUNTY, CITY: Climb.CITY}


def answer_clock(one: Fault, at: datetime) -> Deadline:
    """How long its handler may take to answer."""
    return Deadline(one.subject, ANSWER, "答复", at, Term(24, Unit.HOUR, OWN_RULE), HOURLY, one.region)


def repair_clock(one: Fault, at: datetime) -> Deadline:
    """How long the repair may take, by what is broken, whatever its handler promised."""
    term = Term(one.service.days, Unit.CALENDAR_DAY, OWN_RULE)
    return Deadline(one.subject, f"{REPAIR}-{one.round}", "修好", at, term, DAILY, one.region)
