"""The duty roster: kept by whoever keeps the department, read and swapped by those who are down."""

from collections.abc import Callable
from datetime import date, timedelta

from mashangban.deadlines.rules.calendar import local_day
from mashangban.deadlines.service import CALENDAR
from mashangban.domains.helpdesk import errors, events, permissions
from mashangban.domains.helpdesk.repository import departments, rosters
from mashangban.domains.helpdesk.rules import roster, roster_gaps
from mashangban.domains.helpdesk.rules.department import Department
from mashangban.domains.helpdesk.rules.roster import Roster, Shift, Swap
from mashangban.domains.helpdesk.schemas import (
    RosterAnswer,
    RosterCopy,
    RosterDay,
    RosterForm,
    RosterGap,
    RosterPerson,
    RosterQuery,
    RosterShift,
    RosterSwap,
    RosterView,
)
from mashangban.domains.helpdesk.service import able
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Permission, Principal
from mashangban.kernel.telling import Whom, in_region, notice


def show(act: Act, department_id: str, query: RosterQuery) -> RosterView:
    """A week for those at the department and whoever keeps it. Raises UnknownDepartment, NotFound for others."""
    one = _seen(act.actor, department_id)
    return _view(act, one, _week(one, query.day or local_day(act.at)))


def keep(act: Act, department_id: str, given: RosterForm) -> RosterView:
    """Write a week anew. Raises UnknownDepartment, NotFound beyond reach, ShiftWrong, NotAtPost, NotSkilled."""
    one = _kept(act.actor, department_id)
    shifts = [able.shift(shift) for shift in given.shifts]
    return _change(act, one, given.monday, lambda week: roster.keep(week, shifts, able.people(one.desk)))


def copy(act: Act, department_id: str, given: RosterCopy) -> RosterView:
    """Fill a week as the one before. Raises UnknownDepartment, NotFound beyond reach, NothingToCopy."""
    one = _kept(act.actor, department_id)
    before = _week(one, given.monday - timedelta(days=7))
    return _change(
        act, one, given.monday, lambda week: roster.copied(before, week, able.people(one.desk), CALENDAR)
    )


def ask(act: Act, department_id: str, given: RosterSwap) -> RosterView:
    """Ask a colleague to take a shift of one's own. Raises NotFound, ShiftGone, NotAtPost, NotSkilled, ShiftWrong."""
    one, shift = _seen(act.actor, department_id), able.shift(given)
    if shift.person_id != act.actor.person_id:
        raise NotFound()
    told = (_notice(one, given.to, "helpdesk.shift-asked", shift),)
    return _change(
        act,
        one,
        shift.day,
        lambda week: roster.ask(week, shift, given.to, able.people(one.desk), act.at),
        told,
        permissions.ROSTER,
    )


def answer(act: Act, department_id: str, given: RosterAnswer) -> RosterView:
    """Take a colleague's shift, or not. Raises NotFound, ShiftGone, ShiftWrong."""
    one, swap = _seen(act.actor, department_id), Swap(able.shift(given), given.to)
    if swap.to != act.actor.person_id:
        raise NotFound()
    kind = "helpdesk.shift-taken" if given.accepted else "helpdesk.shift-kept"
    told = (_notice(one, swap.shift.person_id, kind, swap.shift),)
    return _change(
        act,
        one,
        swap.shift.day,
        lambda week: roster.answer(week, swap, act.at, accepted=given.accepted),
        told,
        permissions.ROSTER,
    )


def _change(
    act: Act,
    one: Department,
    day: date,
    change: Callable[[Roster], Roster],
    told: tuple[Message, ...] = (),
    permission: Permission = permissions.KEEP,
) -> RosterView:
    before = _week(one, day)
    after = change(before)
    role = act.actor.role_for(permission, one.place)
    data = {"monday": before.monday.isoformat(), "shifts": len(after.shifts)}
    event = following(act, events.ROSTER_KEPT, before, role, data, told)
    view = _view(act, one, after)
    rosters.write(act, before, after, event, view)
    return view


def _week(one: Department, day: date) -> Roster:
    return rosters.of_weeks(one.desk, [roster.monday_of(day)])[0]


def _kept(actor: Principal, department_id: str) -> Department:
    one = departments.get(department_id)
    actor.reach(permissions.KEEP).require(one.place)
    return one


def _seen(actor: Principal, department_id: str) -> Department:
    one = departments.get(department_id)
    actor.reach(permissions.ROSTER).require(one.place)
    own = any(post.desk.id == one.id for post in departments.posts_of(actor.person_id))
    if not own and not actor.reach(permissions.KEEP).covers(one.place):
        raise errors.UnknownDepartment()
    return one


def _view(act: Act, owner: Department, one: Roster) -> RosterView:
    people = able.people(one.desk)
    gaps = roster_gaps.gaps(one, CALENDAR, owner.topics, people)
    days = [one.monday + timedelta(days=number) for number in range(7)]
    known = [CALENDAR.day(day, one.desk.region) for day in days]
    return RosterView(
        department_id=one.desk.id,
        desk_name=one.desk.name,
        monday=one.monday,
        days=[RosterDay(day=each.day, working=each.working, name=each.name) for each in known],
        people=[RosterPerson(person_id=id_, label=identity.person(id_).label) for id_ in people],
        shifts=[RosterShift(**able.fields(shift)) for shift in one.shifts],
        swaps=[RosterSwap(**able.fields(swap.shift), to=swap.to) for swap in one.swaps],
        gaps=[
            RosterGap(
                day=gap.day,
                starts=gap.starts,
                ends=gap.ends,
                topic_label=gap.topic.label if gap.topic else "",
            )
            for gap in gaps
        ],
        keeps=act.actor.reach(permissions.KEEP).covers(one.desk.place),
    )


def _notice(one: Department, person_id: str, kind: str, shift: Shift) -> Message:
    when = f"{shift.day.month}月{shift.day.day}日 {shift.starts:%H:%M}到{shift.ends:%H:%M}"
    return notice(
        Whom(person_id),
        kind,
        {"desk": one.name, "when": when},
        link=f"/console/helpdesk/departments/{one.id}/roster?day={shift.day.isoformat()}",
        dedupe=f"{kind}|{one.id}|{shift.day}|{shift.starts}|{shift.person_id}|{person_id}",
        place=in_region(one.region),
    )
