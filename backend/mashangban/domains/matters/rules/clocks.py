"""The clocks of a matter: five working days to accept, the item's days to decide, ten to deliver; and the person's.

A bad rating is mended within fifteen. The person has the days that the office gave to supply what lacks. Pure.
"""

from mashangban.deadlines.rules.deadline import Deadline, Rung
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import RungKind, Unit
from mashangban.domains.matters.rules.item import Pinned
from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.terms import (
    ACCEPT_DAYS,
    ACCEPT_RULE,
    DECIDE_DAYS,
    DECIDE_RULE,
    DELIVER_DAYS,
    DELIVER_RULE,
    LONGER_DAYS,
    LONGER_RULE,
    MEND_DAYS,
    SUPPLY_RULE,
    MatterState,
)
from mashangban.kernel.stars import RATING_RULE

ACCEPT, DECIDE, DELIVER = "matters.accept", "matters.decide", "matters.deliver"
SUPPLY, MEND = "matters.supply", "matters.mend"
REMIND, DUE, ABOVE = "remind", "due", "above"
SOON = "soon"
_DAY = Unit.WORKING_DAY
# When the five days are over nobody is late: the law accepts.
_SILENCE = (Rung(REMIND, RungKind.BEFORE, Term(1, _DAY)), Rung(DUE, RungKind.AT))
_LADDER = (*_SILENCE, Rung(ABOVE, RungKind.AFTER, Term(8, Unit.WORKING_HOUR)))
# The person hears of it three working days before, and once more on the one before the last.
_SUPPLIED = (
    Rung(SOON, RungKind.BEFORE, Term(3, _DAY)),
    Rung(REMIND, RungKind.BEFORE, Term(1, _DAY)),
    Rung(DUE, RungKind.AT),
)
LONGER = Term(LONGER_DAYS, _DAY, LONGER_RULE)


def running(one: Matter, pinned: Pinned) -> Deadline | None:
    """The clock that runs in the state that a matter is in now; none for a draft, or at the end without a bad word."""
    match one.state:
        case MatterState.SUBMITTED:
            assert one.received_at is not None, "it was handed in"
            kind = f"{ACCEPT}-{2 if one.asked else 1}"
            term = Term(ACCEPT_DAYS, _DAY, ACCEPT_RULE)
            name = "补正后受理" if one.asked else "受理"
            return Deadline(one.subject, kind, name, one.received_at, term, _SILENCE, one.region)
        case MatterState.SUPPLEMENT:
            assert one.asked_at is not None, "it was asked for"
            given = Term(one.supply_days, _DAY, SUPPLY_RULE)
            return Deadline(one.subject, SUPPLY, "补材料", one.asked_at, given, _SUPPLIED, one.region)
        case MatterState.ACCEPTED:
            assert one.accepted_at is not None, "it was accepted"
            return Deadline(
                one.subject, DECIDE, "作出决定", one.accepted_at, term_of(pinned), _LADDER, one.region
            )
        case MatterState.DECIDED:
            assert one.decided_at is not None, "it was decided"
            term = Term(DELIVER_DAYS, _DAY, DELIVER_RULE)
            return Deadline(one.subject, DELIVER, "送达", one.decided_at, term, _LADDER, one.region)
        case _ if one.mending:
            assert one.rated_at is not None, "it was rated"
            term = Term(MEND_DAYS, _DAY, RATING_RULE)
            return Deadline(one.subject, MEND, "整改差评并答复", one.rated_at, term, _LADDER, one.region)
        case _:
            return None


def term_of(pinned: Pinned) -> Term:
    """The promised days, never longer than the law's; what is done on the spot has one day."""
    if pinned.promised_days is not None:
        return Term(max(pinned.promised_days, 1), _DAY, f"办事指南第{pinned.edition}版的承诺时限")
    days = pinned.legal_days or DECIDE_DAYS
    return Term(days, _DAY, f"办事指南第{pinned.edition}版的法定时限" if pinned.legal_days else DECIDE_RULE)
