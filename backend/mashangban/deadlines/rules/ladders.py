"""The ladders that matters of an estate share: handler, manager, county, city, when nobody acts. Pure."""

from mashangban.deadlines.rules.deadline import Rung
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import RungKind, Unit

REMIND, DUE, COUNTY, CITY = "remind", "due", "county", "city"
_HOURS = Unit.WORKING_HOUR

# What comes after the due time counts working hours only.
HOURLY = (
    Rung(REMIND, RungKind.BEFORE, Term(4, Unit.HOUR)),
    Rung(DUE, RungKind.AT),
    Rung(COUNTY, RungKind.AFTER, Term(8, _HOURS)),
    Rung(CITY, RungKind.AFTER, Term(24, _HOURS)),
)
DAILY = (
    Rung(REMIND, RungKind.BEFORE, Term(1, Unit.WORKING_DAY)),
    Rung(DUE, RungKind.AT),
    Rung(COUNTY, RungKind.AFTER, Term(8, _HOURS)),
    Rung(CITY, RungKind.AFTER, Term(40, _HOURS)),
)
