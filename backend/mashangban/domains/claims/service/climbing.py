"""What the clock does with a claim: remind, climb, let a claim fall that was not mended, end its publicity."""

from typing import Any

from mashangban.deadlines.rules.ladders import CITY, COUNTY, DUE
from mashangban.deadlines.service import Due
from mashangban.domains.claims import events
from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.repository.claims import Clocks
from mashangban.domains.claims.rules import claim as rules
from mashangban.domains.claims.rules import evaluation, ladder
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.service import evaluating, telling
from mashangban.domains.claims.service.steps import write
from mashangban.domains.claims.terms import ClaimState
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Role

_CLIMBS = (DUE, COUNTY, CITY)


def fire(due: Due) -> None:
    """Act on one firing within its own transaction: once, however often it is tried."""
    if due.firing.deadline.kind == evaluation.MENDING:
        evaluating.fire(due)
        return
    act = system_act("claims_clock", due.now)
    one = claims.get(due.firing.deadline.subject.id)
    kind, at_end = due.firing.deadline.kind, due.firing.rung.name == DUE
    if kind == ladder.PUBLICITY and one.state is ClaimState.PUBLICITY:
        told = telling.officers(one, "claims.to-decide")
        _move(act, one, rules.end_publicity(one), events.PUBLICITY_ENDED, due, told)
    elif kind == ladder.SUPPLEMENT and one.state is ClaimState.SUPPLEMENT and at_end:
        told = telling.enterprise(one, "claims.refused")
        _move(act, one, rules.lapse(one), events.LAPSED, due, told)
    elif kind == ladder.PROMISE:
        _move(act, one, one, events.PROMISE_DUE, due, ())
    elif not one.state.over:
        climbed = due.firing.rung.name in _CLIMBS
        _move(act, one, one, events.ESCALATED if climbed else events.REMINDED, due, _told(one, due))


def _move(act: Act, one: Claim, after: Claim, kind: str, due: Due, told: tuple[Message, ...]) -> None:
    data: dict[str, Any] = {"clock": due.firing.deadline.kind, "rung": due.firing.rung.name}
    write(act, one, after, kind, Role.SYSTEM, data=data, told=told, clocks=Clocks(settles=due))


def _told(one: Claim, due: Due) -> tuple[Message, ...]:
    by, name, rung = due.firing.due.moment, due.firing.deadline.label, due.firing.rung.name
    if due.firing.deadline.kind == ladder.SUPPLEMENT:
        return telling.enterprise(one, "claims.mend-soon", due=by)
    if rung not in _CLIMBS:
        return telling.officers(one, "claims.due-soon", due=by, name=name)
    return telling.officers(one, "claims.late", above=rung != DUE, due=by, name=name)
