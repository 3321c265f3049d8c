"""The clocks of a case: what a window owes the next one, and the decision's working days. Pure."""

from datetime import datetime

from mashangban.deadlines.rules.deadline import Deadline, Rung
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import RungKind, Unit
from mashangban.domains.crossregion.rules.case import Case
from mashangban.domains.crossregion.rules.custody import named
from mashangban.domains.crossregion.terms.cases import DELIVER_RULE, OWN_RULE, PERSON, Carrier, CaseState

CUSTODY, DECIDE = "crossregion.custody", "crossregion.decide"
REMIND, DUE, LEAD = "remind", "due", "lead"
_LADDER = (
    Rung(REMIND, RungKind.BEFORE, Term(4, Unit.HOUR)),
    Rung(DUE, RungKind.AT),
    Rung(LEAD, RungKind.AFTER, Term(8, Unit.WORKING_HOUR)),
)
_CHECK = Term(8, Unit.WORKING_HOUR, OWN_RULE)
_TRAVEL = {
    Carrier.ONLINE: _CHECK,
    Carrier.BY_HAND: _CHECK,
    Carrier.COURIER: Term(5, Unit.WORKING_DAY, OWN_RULE),
}
_OWED = {
    CaseState.HELD: ("交出材料", Term(1, Unit.WORKING_DAY, OWN_RULE)),
    CaseState.MISSING: ("补上缺的页", Term(2, Unit.WORKING_DAY, OWN_RULE)),
    CaseState.RETURNING: ("送回结果", Term(10, Unit.WORKING_DAY, DELIVER_RULE)),
}


def custody_clock(one: Case, at: datetime) -> Deadline | None:
    """What whoever is in charge owes from now on, named after them; a person and a decision have none of this kind."""
    if one.charge in ("", PERSON) or one.state is CaseState.DECIDING:
        return None
    what, term = ("收到并逐页核对", _TRAVEL[one.way.parcel.carrier]) if one.way else _owed(one)
    kind = f"{CUSTODY}-{one.version + 1}"
    return Deadline(one.subject, kind, what, at, term, _LADDER, one.charge)


def decide_clock(one: Case, at: datetime) -> Deadline:
    """The item's working days until the decision, from the moment when the home zone has everything."""
    term = Term(one.days, Unit.WORKING_DAY, f"事项标准第{one.edition}版的承诺")
    return Deadline(one.subject, DECIDE, "作出决定", at, term, _LADDER, one.home)


def _owed(one: Case) -> tuple[str, Term]:
    """Whoever the chain names for a page owes that page first."""
    return _OWED[CaseState.MISSING if one.charge in named(one.custody) else one.state]
