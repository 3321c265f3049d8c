"""The clock of a published answer: its office is told a month before, then it stops by itself. Pure."""

from datetime import datetime

from mashangban.deadlines.rules.deadline import Deadline, OnDay, Rung
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import RungKind, Unit
from mashangban.domains.answers.rules.pair import Edition, Pair

LAPSING, LAPSED = "lapsing", "lapsed"
_LADDER = (
    Rung(LAPSING, RungKind.BEFORE, Term(30, Unit.CALENDAR_DAY, "本平台规定")),
    Rung(LAPSED, RungKind.AT),
)


def clock_of(one: Pair, content: Edition, at: datetime) -> Deadline | None:
    """Until when an edition is given as an answer; none where it has no end."""
    if content.valid_until is None:
        return None
    basis = OnDay(content.valid_until, source="答案的有效期")
    return Deadline(one.subject, f"answers.valid-{one.edition}", "有效", at, basis, _LADDER, one.region)
