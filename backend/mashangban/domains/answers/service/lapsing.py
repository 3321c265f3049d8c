"""What the clock does: a month before the end the office is told, at the end the answer is given no more."""

from mashangban.deadlines.service import Due
from mashangban.domains.answers import events
from mashangban.domains.answers.repository import pairs
from mashangban.domains.answers.rules import lasting
from mashangban.domains.answers.service import telling
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role

REASON = "有效期已过"


def fire(due: Due) -> None:
    """Act on one firing within its own transaction: once, however often it is tried."""
    act = system_act("answers_clock", due.now)
    one = pairs.get(due.firing.deadline.subject.id)
    if not one.in_force or due.firing.deadline.kind != f"answers.valid-{one.edition}":
        return
    by = due.firing.due.moment
    if due.firing.rung.name == lasting.LAPSING:
        told = telling.office(one, "answers.lapsing", by)
        event = following(act, events.PAIR_LAPSING, one, Role.SYSTEM, {"edition": one.edition}, told)
        pairs.remind(act, one, event, due)
        return
    after = one.stopped(REASON)
    told = telling.office(one, "answers.lapsed", by)
    data = {"edition": one.edition, "note": REASON}
    pairs.end(act, one, after, following(act, events.PAIR_LAPSED, one, Role.SYSTEM, data, told), settles=due)
