"""Unbinding: a tenant goes at once, an owner after some days in which the word can be taken back."""

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.service import Due
from mashangban.domains.homes import events, permissions
from mashangban.domains.homes.repository import bindings as repository
from mashangban.domains.homes.repository import homes
from mashangban.domains.homes.rules import binding as rules
from mashangban.domains.homes.rules.home import Home, Leaving
from mashangban.domains.homes.schemas import LeavingDone
from mashangban.domains.homes.service import access, telling
from mashangban.domains.homes.terms import ResidentRole
from mashangban.kernel import clock
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role


def leave(act: Act, home_id: str) -> LeavingDone:
    """Unbind oneself. Raises AlreadyLeaving."""
    act.actor.reach(permissions.LEAVE)
    home = homes.get(home_id)
    own = home.resident(act.actor.person_id, clock.local_date(act.at))
    if own is None:
        raise NotFound()
    if own.role is ResidentRole.TENANT:
        return _gone(
            act, home, own.person_id, events.LEFT, telling.owners(home, "homes.left", name=own.name_masked)
        )
    running = rules.leaving_clock(home, act.at)
    ends_at = deadlines.due_time_of(running).due_at
    assert ends_at is not None, "nothing pauses this clock"
    after = rules.begin_leaving(home, Leaving(own.person_id, running.kind, ends_at))
    told = telling.owners(home, "homes.leaving-begun", name=own.name_masked, due=clock.spoken(ends_at))
    data = {"clock": running.kind}
    event = following(act, events.LEAVING_BEGUN, home, Role.PERSON, data, told)
    answer = LeavingDone(home_id=home.id, ends_at=ends_at)
    repository.move(act, (home, after, event), answer, begins=running)
    return answer


def undo(act: Act, home_id: str) -> LeavingDone:
    """Take the word back, or refuse what was passed on to oneself. Raises NotLeaving."""
    act.actor.reach(permissions.LEAVE)
    home, me = homes.get(home_id), act.actor.person_id
    if me not in {one.person_id for one in home.owners} | {one.heir_id for one in home.leaving}:
        raise NotFound()
    after, undone = rules.undo_leaving(home, me)
    told = telling.owners(home, "homes.leaving-undone", me)
    event = following(act, events.LEAVING_UNDONE, home, Role.PERSON, {"clock": undone.clock}, told)
    answer = LeavingDone(home_id=home.id, ends_at=None)
    repository.move(act, (home, after, event), answer, closes=undone.clock)
    return answer


def remove(act: Act, home_id: str, person_id: str) -> LeavingDone:
    """An owner removes a tenant, who is told. Raises OnlyTenants, NotFound."""
    home = access.owned(act, home_id)
    if all(one.person_id != person_id for one in home.residents):
        raise NotFound()
    rules.remove_tenant(home, person_id)
    told = telling.people(home, "homes.removed", [person_id])
    return _gone(act, home, person_id, events.TENANT_REMOVED, told)


def fire(due: Due) -> None:
    """The days have passed: the owner is gone, the heir stands in their place."""
    deadline = due.firing.deadline
    act, home = system_act("homes_clock", due.now), homes.get(deadline.subject.id)
    ending = next((one for one in home.leaving if one.clock == deadline.kind), None)
    if ending is None:
        return  # taken back meanwhile
    after = rules.end_leaving(home, ending, act.at)
    told = telling.owners(home, "homes.transferred" if ending.heir_id else "homes.left-owner")
    told += telling.people(home, "homes.received", [ending.heir_id] if ending.heir_id else [])
    kind = events.TRANSFERRED if ending.heir_id else events.LEFT
    event = following(act, kind, home, Role.SYSTEM, {"clock": ending.clock}, told)
    repository.move(act, (home, after, event), settles=due)


def _gone(act: Act, home: Home, person_id: str, kind: str, told: tuple[Message, ...]) -> LeavingDone:
    event = following(act, kind, home, Role.PERSON, None, told)
    answer = LeavingDone(home_id=home.id, ends_at=None)
    repository.move(act, (home, rules.unbind(home, person_id), event), answer)
    return answer
