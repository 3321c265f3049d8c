"""A department is planned into another, agreed to by a second person or taken back, and made one on the day."""

from mashangban.deadlines.rules.calendar import local_day
from mashangban.deadlines.service import Due, Turn
from mashangban.domains.helpdesk import events, permissions
from mashangban.domains.helpdesk.repository import clocks, departments
from mashangban.domains.helpdesk.rules import uniting as rules
from mashangban.domains.helpdesk.rules.department import Department
from mashangban.domains.helpdesk.schemas import DepartmentDone, DepartmentMerge
from mashangban.domains.helpdesk.service import telling
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Principal, Role
from mashangban.kernel.telling import Whom

_DESK = "/console/helpdesk"


def plan(act: Act, department_id: str, given: DepartmentMerge) -> DepartmentDone:
    """Say from which day it shall be the other's; who may agree is told.

    Raises UnknownDepartment, NotFound beyond reach of either, MergedAlready, WrongMerge, WrongMergeDay.
    """
    one, into = departments.get(department_id), departments.get(given.into_id)
    act.actor.reach(permissions.KEEP).require(into.place)
    after = rules.plan(one, into, given.day, local_day(act.at), act.actor.person_id)
    data = {"into": into.id, "day": given.day.isoformat()}
    turn = Turn(begins=(rules.clock_of(after, act.at),))
    told = _keepers(after, into, "helpdesk.merger-asked")
    return _write(act, one, after, events.DEPARTMENT_MERGING, data, turn, told)


def agree(act: Act, department_id: str) -> DepartmentDone:
    """Say so too, and let it happen on its day. Raises UnknownDepartment, NotFound beyond reach of either,
    NothingToAgree, OwnMerger.
    """
    one = departments.get(department_id)
    act.actor.reach(permissions.KEEP).require(one.place)
    after = rules.agree(one, act.actor.person_id)
    act.actor.reach(permissions.KEEP).require(departments.get(one.into_id).place)
    return _write(act, one, after, events.DEPARTMENT_AGREED, {"into": one.into_id}, Turn())


def waiting(actor: Principal) -> list[Department]:
    """Those to whose merger this person may agree, the next of a place first: one query an area that they keep, and
    the other department of each."""
    reach = actor.reach(permissions.KEEP)
    found = {one.id: one for area in reach.of("region") for one in departments.mergers_in(area)}
    return [
        one
        for one in found.values()
        if rules.may_agree(one, actor.person_id) and reach.covers(departments.get(one.into_id).place)
    ]


def take_back(act: Act, department_id: str) -> DepartmentDone:
    """It stays what it is. Raises UnknownDepartment, NotFound beyond reach, NothingToTakeBack."""
    one = departments.get(department_id)
    turn = Turn(ends=tuple(clocks.running(one.subject)))
    return _write(act, one, rules.take_back(one), events.DEPARTMENT_STAYS, {}, turn)


def unite(due: Due) -> None:
    """The day has come: where a second person agreed it is done, and what is open, the people and the roster follow
    the event (`service/carrying.py`).
    """
    act = system_act("helpdesk_clock", due.now)
    one = departments.get(due.firing.deadline.subject.id)
    into = departments.get(one.into_id)
    if one.agreed:
        _agreed(act, one, into, due)
    else:
        _unagreed(act, one, into, due)


def _agreed(act: Act, one: Department, into: Department, due: Due) -> None:
    gone, larger = rules.unite(one, into)
    role, data = Role.SYSTEM, {"into": into.id, "topics": [topic.value for topic in larger.topics]}
    here, there = _staff(one, into)
    departments.unite(
        act,
        (one, gone, following(act, events.DEPARTMENT_MERGED, one, role, data, here)),
        (into, larger, following(act, events.DEPARTMENT_GREW, into, role, {"from": one.id}, there)),
        Turn(settles=due),
    )


def _staff(one: Department, into: Department) -> tuple[tuple[Message, ...], tuple[Message, ...]]:
    """Everybody at a post of either hears of it once: of the one that goes, then of the other."""
    gone = dict.fromkeys(post.person_id for post in departments.posts_at(one.id))
    there = dict.fromkeys(post.person_id for post in departments.posts_at(into.id))
    others = [person for person in there if person not in gone]
    return _merged(one, into, list(gone)), _merged(one, into, others)


def _merged(one: Department, into: Department, people: list[str]) -> tuple[Message, ...]:
    return (telling.merger(Whom(people=people), one, into, "helpdesk.merged", _DESK),) if people else ()


def _unagreed(act: Act, one: Department, into: Department, due: Due) -> None:
    """Nobody else said so: it stays what it is, and who planned it and who might have agreed are told."""
    told = _keepers(one, into, "helpdesk.merger-unagreed", one.planned_by)
    event = following(act, events.DEPARTMENT_UNAGREED, one, Role.SYSTEM, {"into": into.id}, told)
    departments.change(act, one, rules.take_back(one), event, None, Turn(settles=due))


def _keepers(one: Department, into: Department, kind: str, *more: str) -> tuple[Message, ...]:
    # Mergers are rare, and the clock starts each minute without knowing people (ADR 27).
    from mashangban.domains.helpdesk.service import merger_telling

    return merger_telling.keepers(one, into, kind, *more)


def _write(
    act: Act,
    one: Department,
    after: Department,
    kind: str,
    data: dict[str, str],
    turn: Turn,
    told: tuple[Message, ...] = (),
) -> DepartmentDone:
    role = act.actor.role_for(permissions.KEEP, one.place)
    answer = DepartmentDone(id=one.id, name=one.name)
    departments.change(act, one, after, following(act, kind, one, role, data, told), answer, turn)
    return answer
