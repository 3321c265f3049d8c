"""A department is planned into another, taken back, and on the day made one with it by the clock."""

from mashangban.deadlines.rules.calendar import local_day
from mashangban.deadlines.service import Due, Turn
from mashangban.domains.helpdesk import events, permissions
from mashangban.domains.helpdesk.repository import clocks, departments
from mashangban.domains.helpdesk.rules import uniting as rules
from mashangban.domains.helpdesk.rules.department import Department
from mashangban.domains.helpdesk.schemas import DepartmentDone, DepartmentMerge
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role


def plan(act: Act, department_id: str, given: DepartmentMerge) -> DepartmentDone:
    """Say from which day it is the other's. Raises UnknownDepartment, NotFound beyond reach of either, MergedAlready,
    WrongMerge, WrongMergeDay.
    """
    one, into = departments.get(department_id), departments.get(given.into_id)
    act.actor.reach(permissions.KEEP).require(into.place)
    after = rules.plan(one, into, given.day, local_day(act.at))
    data = {"into": into.id, "day": given.day.isoformat()}
    turn = Turn(begins=(rules.clock_of(after, act.at),))
    return _write(act, one, after, events.DEPARTMENT_MERGING, data, turn)


def take_back(act: Act, department_id: str) -> DepartmentDone:
    """It stays what it is. Raises UnknownDepartment, NotFound beyond reach, NothingToTakeBack."""
    one = departments.get(department_id)
    turn = Turn(ends=tuple(clocks.running(one.subject)))
    return _write(act, one, rules.take_back(one), events.DEPARTMENT_STAYS, {}, turn)


def unite(due: Due) -> None:
    """The day has come; what is open, the people and the roster follow the event (`service/carrying.py`)."""
    act = system_act("helpdesk_clock", due.now)
    one = departments.get(due.firing.deadline.subject.id)
    into = departments.get(one.into_id)
    gone, larger = rules.unite(one, into)
    role, told = Role.SYSTEM, {"into": into.id, "topics": [topic.value for topic in larger.topics]}
    departments.unite(
        act,
        (one, gone, following(act, events.DEPARTMENT_MERGED, one, role, told)),
        (into, larger, following(act, events.DEPARTMENT_GREW, into, role, {"from": one.id})),
        Turn(settles=due),
    )


def _write(
    act: Act, one: Department, after: Department, kind: str, data: dict[str, str], turn: Turn
) -> DepartmentDone:
    role = act.actor.role_for(permissions.KEEP, one.place)
    answer = DepartmentDone(id=one.id, name=one.name)
    departments.change(act, one, after, following(act, kind, one, role, data), answer, turn)
    return answer
