"""What the clock does: remind whoever is in charge, name them when they are late, tell the lead zone after that."""

from dataclasses import replace

from mashangban.deadlines.service import Due, Turn
from mashangban.domains.crossregion import events
from mashangban.domains.crossregion.repository import affairs, cases
from mashangban.domains.crossregion.repository.cases import Step
from mashangban.domains.crossregion.rules import affair_clocks
from mashangban.domains.crossregion.rules import clocks as rules
from mashangban.domains.crossregion.rules.case import Case
from mashangban.domains.crossregion.service import telling, wayline
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role


def fire(due: Due) -> None:
    """Act on one firing within its own transaction: once, however often it is tried."""
    act = system_act("crossregion_clock", due.now)
    if due.firing.deadline.subject.kind == "crossaffair":
        _remind(act, due)
    else:
        _climb(act, due)


def _remind(act: Act, due: Due) -> None:
    """An affair's zone hears of what it owes, the day before and when it is due; there is no further level."""
    deadline = due.firing.deadline
    one = affairs.get(deadline.subject.id)
    when = f"请在{due.firing.due.moment}{deadline.label}"
    told = telling.zones_of_affair(one, affair_clocks.reminded(one, deadline), when)
    data = {"clock": deadline.kind, "rung": due.firing.rung.name, "region": deadline.region}
    event = following(act, events.AFFAIR_REMINDED, one, Role.SYSTEM, data, told)
    affairs.move(act, one, one, event, affairs.Step(turn=Turn(settles=due)))


def _climb(act: Act, due: Due) -> None:
    deadline = due.firing.deadline
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
    event = following(act, kind, one, Role.SYSTEM, data, _told(one, due))
    cases.move(act, one, after, event, Step(turn=Turn(settles=due)))


def _told(one: Case, due: Due) -> tuple[Message, ...]:
    named, what, by = due.firing.deadline.region, due.firing.deadline.label, due.firing.due.moment
    words = {"who": wayline.name_of(named), "need": what, "due": by}
    match due.firing.rung.name:
        case rules.REMIND:
            return telling.office(one, named, "crossregion.remind", need=what, due=by)
        case rules.LEAD:
            return telling.office(one, one.lead, "crossregion.late", **words)
        case _:
            own = telling.person(one, "crossregion.moved", state=f"{words['who']}没有按时{what}，已催办")
            return (*telling.office(one, named, "crossregion.late", **words), *own)
