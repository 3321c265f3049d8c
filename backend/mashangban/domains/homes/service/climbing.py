"""What the clock does when nobody acted on a defect: remind, then manager, county, city."""

from mashangban.deadlines.service import Due
from mashangban.domains.homes import events
from mashangban.domains.homes.repository import defects as repository
from mashangban.domains.homes.rules import defect as rules
from mashangban.domains.homes.rules import ladder
from mashangban.domains.homes.rules.defect import Defect
from mashangban.domains.homes.service import defecttelling as telling
from mashangban.domains.homes.terms import Climb
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role


def fire(due: Due) -> None:
    """Act on one firing within its own transaction: once, however often it is tried."""
    act = system_act("homes_clock", due.now)
    one = repository.get(due.firing.deadline.subject.id)
    if not one.state.open:
        return
    rung = due.firing.rung.name
    climb = ladder.CLIMBS.get(rung, Climb.NONE)
    after = rules.reach(one, climb)
    kind = events.DEFECT_REMINDED if climb is Climb.NONE else events.DEFECT_ESCALATED
    data = {"clock": due.firing.deadline.kind, "rung": rung}
    event = following(act, kind, one, Role.SYSTEM, data, _told(one, climb, due))
    repository.move(act, one, after, event, settles=due)


def _told(one: Defect, climb: Climb, due: Due) -> tuple[Message, ...]:
    if climb is Climb.NONE:
        return _reminded(one, due)
    what, by = due.firing.deadline.label, due.firing.due.moment
    mine = telling.household(one, "homes.defect.climbed", what=what, state=climb.label)
    match climb:
        case Climb.MANAGER:
            return (*mine, *telling.managers(one, "homes.defect.manager", what=what, due=by))
        case Climb.COUNTY:
            return (*mine, *telling.officers(one, "homes.defect.county", what=what, due=by))
        case _:
            return (*mine, *telling.officers(one, "homes.defect.city", city=True, what=what, due=by))


def _reminded(one: Defect, due: Due) -> tuple[Message, ...]:
    what, by = due.firing.deadline.label, due.firing.due.moment
    if due.firing.deadline.kind == ladder.JUDGE:
        return telling.officers(one, "deadlines.remind", what=what, due=by)
    return telling.handlers(one, "deadlines.remind", what=what, due=by)
