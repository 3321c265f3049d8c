"""What the clock does when nobody acted on a fault: remind, then manager, county, city."""

from mashangban.deadlines.service import Due
from mashangban.domains.publicareas import events
from mashangban.domains.publicareas.repository import faults
from mashangban.domains.publicareas.rules import fault as rules
from mashangban.domains.publicareas.rules import ladder
from mashangban.domains.publicareas.rules.fault import Fault
from mashangban.domains.publicareas.service import telling
from mashangban.domains.publicareas.terms import Climb
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role


def fire(due: Due) -> None:
    """Act on one firing within its own transaction: once, however often it is tried."""
    act = system_act("publicareas_clock", due.now)
    one = faults.get(due.firing.deadline.subject.id)
    if not one.state.open:
        return
    rung = due.firing.rung.name
    climb = ladder.CLIMBS.get(rung, Climb.NONE)
    kind = events.REMINDED if climb is Climb.NONE else events.ESCALATED
    data = {"clock": due.firing.deadline.kind, "rung": rung}
    event = following(act, kind, one, Role.SYSTEM, data, _told(one, climb, due))
    faults.move(act, one, rules.reach(one, climb), event, settles=due)


def _told(one: Fault, climb: Climb, due: Due) -> tuple[Message, ...]:
    by, what = due.firing.due.moment, f"{one.service.label}{due.firing.deadline.label}"
    if climb is Climb.NONE:
        return telling.handlers(one, "deadlines.remind", what=what, due=by)
    if climb is Climb.MANAGER:
        return telling.handlers(one, "publicareas.late", what=what, due=by)
    return telling.officers(one, "publicareas.late", city=climb is Climb.CITY, what=what, due=by)
