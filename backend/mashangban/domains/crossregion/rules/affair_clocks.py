"""What an affair waits for and until when: an answer, a decision, a seal or a person to come back. Pure."""

from datetime import datetime

from mashangban.deadlines.rules.deadline import Deadline, OnDay, Rung
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import RungKind, Unit
from mashangban.domains.crossregion.rules.affair import Affair, Part
from mashangban.domains.crossregion.terms.affairs import ANSWER_DAYS, ANSWER_RULE, AffairKind

WHOLE, PART = "crossregion.affair", "crossregion.affair-{}"
_LADDER = (
    Rung("remind", RungKind.BEFORE, Term(1, Unit.WORKING_DAY)),
    Rung("due", RungKind.AT),
)
_ENDS = {AffairKind.SEAL: "收回印章", AffairKind.EXCHANGE: "结束交流、收回临时权限"}


def of_affair(one: Affair, at: datetime) -> Deadline | None:
    """The answer that is awaited, the last day of a term, the day of a meeting; an article waits for nothing."""
    if one.kind is AffairKind.ADVICE:
        term = Term(ANSWER_DAYS, Unit.WORKING_DAY, ANSWER_RULE)
        return Deadline(one.subject, WHOLE, "答复咨询", at, term, _LADDER, one.guests[0])
    if one.kind is AffairKind.MEETING and one.first is not None:
        return Deadline(one.subject, WHOLE, "开会", at, OnDay(one.first), _LADDER[:1], one.host)
    if one.last is None:
        return None
    return Deadline(one.subject, WHOLE, _ENDS[one.kind], at, OnDay(one.last), _LADDER, one.host)


def reminded(one: Affair, deadline: Deadline) -> tuple[str, ...]:
    """Whom a clock's reminder is for: all who meet, else the zone that owes it."""
    meets = one.kind is AffairKind.MEETING and deadline.kind == WHOLE
    return one.zones if meets else (deadline.region,)


def of_part(one: Affair, part: Part) -> Deadline | None:
    """What was decided, until its day; its owner is reminded."""
    if part.due is None:
        return None
    kind = PART.format(part.number)
    return Deadline(one.subject, kind, "办好会议决定", part.at, OnDay(part.due), _LADDER, part.owner)
