"""What the clock does: remind whoever is in charge, name them when they are late, tell the lead zone after that."""

from dataclasses import replace

from mashangban.deadlines.service import Due
from mashangban.domains.crossregion import events
from mashangban.domains.crossregion.repository import cases
from mashangban.domains.crossregion.repository.cases import Step
from mashangban.domains.crossregion.repository.clocks import Turn
from mashangban.domains.crossregion.rules import clocks as rules
from mashangban.domains.crossregion.rules.case import Case
from mashangban.domains.crossregion.service import telling, wayline
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role


def fire(due: Due) -> None:
    """Act on one firing within its own transaction: once, however often it is tried."""
    act, deadline = system_act("crossregion_clock", due.now), due.firing.deadline
    one = cases.get(deadline.subject.id)
    if one.state.ended:
        return
    rung, named = due.firing.rung.name, deadline.region
    kind = events.REMINDED if rung == rules.REMIND else events.LATE
    after = one if rung == rules.REMIND else replace(one, late=named)
    data = {
        "clock": deadline.kind,
        "rung": rung,
        "named": named,
    }
    event = following(act, kind, one, Role.SYSTEM, data, _told(act, one, due))
    cases.move(act, one, after, event, Step(turn=Turn(settles=due)))


def _told(act: Act, one: Case, due: Due) -> tuple[Message, ...]:
    named, what, by = due.firing.deadline.region, due.firing.deadline.label, due.firing.due.moment
    words = {"who": wayline.name_of(named), "need": what, "due": by}
    match due.firing.rung.name:
        case rules.REMIND:
            return telling.office(act, one, named, "crossregion.remind", need=what, due=by)
        case rules.LEAD:
            return telling.office(act, one, one.lead, "crossregion.late", **words)
        case _:
            own = telling.person(one, "crossregion.moved", state=f"{words['who']}没有按时{what}，已催办")
            return (*telling.office(act, one, named, "crossregion.late", **words), *own)
