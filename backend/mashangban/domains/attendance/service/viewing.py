"""Looking at attendance: the worker's months and days, a team's month, what waits for an answer."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta

from mashangban.domains.attendance import events, permissions
from mashangban.domains.attendance.models import TABLE, AttendanceEmployment
from mashangban.domains.attendance.repository import days, teams
from mashangban.domains.attendance.rules import calendar
from mashangban.domains.attendance.rules.calendar import closes_at, day_of, days_of, is_month
from mashangban.domains.attendance.rules.workday import Workday, first
from mashangban.domains.attendance.schemas import (
    DayRow,
    DayStep,
    DayView,
    Employed,
    MonthView,
    QuestionRow,
    TeamMonth,
)
from mashangban.domains.attendance.schemas.teams import GridCell, GridLine
from mashangban.domains.attendance.service import presenting
from mashangban.domains.attendance.terms import DayState
from mashangban.employment import repository as employments
from mashangban.employment.rules import Employment
from mashangban.files import service as files
from mashangban.kernel import history
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Principal, Role
from mashangban.registry import service as registry

_RECENT = timedelta(days=35)


def my_contracts(actor: Principal, now: datetime) -> list[Employed]:
    """The caller's own contracts, each with today and the days that wait for an answer."""
    own = employments.of_person(AttendanceEmployment, actor.person_id)
    return [_employed(one, day_of(now)) for one in own[:6]]


def month_of_contract(actor: Principal, contract_id: str, month: str, now: datetime) -> MonthView:
    """A worker's calendar. Raises NotFound beyond reach and for no month."""
    employment = _within(actor, contract_id)
    if not is_month(month):
        raise NotFound()
    span = days_of(month)
    known = {one.day: one for one in days.of_contract(contract_id, span[0], span[-1])}
    rows = [row for day in span if (row := _row(employment, day, known.get(day), now))]
    return MonthView(
        contract_id=contract_id,
        project_name=employment.project.name,
        team_name=employment.team.name,
        employer_name=employment.employer.name,
        name_masked=employment.name_masked,
        month=month,
        days=rows,
        halves=sum(one.halves for one in rows if one.state is DayState.SETTLED),
        overtime_minutes=sum(one.overtime_minutes for one in rows if one.state is DayState.SETTLED),
        waiting=sum(one.state.waits for one in rows),
    )


def show_day(actor: Principal, contract_id: str, day: date, now: datetime) -> DayView:
    """A day whole, with its log. Raises NotFound beyond reach."""
    employment = _within(actor, contract_id)
    if not employment.covers(day) or day > day_of(now):
        raise NotFound()
    found = days.find(contract_id, day) or first(employment, day)
    log = [_entry(event, found) for event in history.of(TABLE, found.subject)]
    photos = days.photos(found)
    return presenting.day_view(
        _past(found, now), actor, log, files.links(list(photos)) if photos else [], day_of(now)
    )


def grid_of_team(actor: Principal, team_id: str, month: str) -> TeamMonth:
    """A team's month for foreman, clerk and officer: everyone with a day said of, and everyone on the team now.

    Raises NotFound beyond reach and for no month.
    """
    team = teams.team(team_id, actor.reach(permissions.VIEW_TEAM))
    if not is_month(month):
        raise NotFound()
    by_person: dict[str, list[Workday]] = defaultdict(list)
    for one in days.of_team(team.id, month):
        by_person[one.contract_id].append(one)
    members = {
        one.contract_id: one for one in employments.of_team(AttendanceEmployment, team.project.id, team.id)
    }
    lines = [_line(members[key], by_person.get(key, [])) for key in members if _belongs(members[key], month)]
    return TeamMonth(
        team_id=team.id,
        team_name=team.name,
        project_id=team.project.id,
        project_name=team.project.name,
        month=month,
        lines=sorted(lines, key=lambda one: (one.name_masked, one.contract_id)),
    )


def questions_of_project(actor: Principal, project_id: str, page: PageRequest) -> Page[QuestionRow]:
    """The days of a project on which somebody is asked, oldest first. Raises NotFound beyond reach."""
    actor.reach(permissions.LIST).require(registry.project(project_id).place)
    return days.questions(project_id, page).map(presenting.question_row)


def _within(actor: Principal, contract_id: str) -> Employment:
    """An employment for its worker, its foreman, and those who oversee it."""
    employment = employments.get(AttendanceEmployment, contract_id)
    reach = actor.reach(permissions.VIEW_DAY)
    if not reach.covers(employment.place):
        reach.require(employment.team_place)
    return employment


def _employed(employment: Employment, today: date) -> Employed:
    recent = days.of_contract(employment.contract_id, today - _RECENT, today)
    last = next((one for one in recent if one.day == today), None)
    return Employed(
        contract_id=employment.contract_id,
        project_name=employment.project.name,
        team_id=employment.team.id,
        team_name=employment.team.name,
        in_force=employment.in_force,
        starts_on=employment.starts_on,
        ends_on=employment.ends_on,
        today=presenting.day_row(last) if last else None,
        questions=[presenting.day_row(one) for one in recent if one.state is DayState.QUESTIONED],
    )


def _row(employment: Employment, day: date, known: Workday | None, now: datetime) -> DayRow | None:
    if known is not None:
        return presenting.day_row(known)
    if not employment.covers(day) or day > day_of(now):
        return None
    return presenting.day_row(_past(first(employment, day), now))


def _past(workday: Workday, now: datetime) -> Workday:
    """A day that nobody said anything of until its closing has no record."""
    silent = not workday.closed and not workday.marks.witnesses and closes_at(workday.day) <= now
    return replace(workday, state=DayState.NONE) if silent else workday


def _belongs(employment: Employment, month: str) -> bool:
    span = days_of(month)
    until = employment.ends_on or span[-1]
    return employment.starts_on <= span[-1] and until >= span[0]


def _line(employment: Employment, found: list[Workday]) -> GridLine:
    cells = [
        GridCell(
            day=one.day,
            state=one.state,
            halves=one.halves,
            contested=one.contested,
            corrected=bool(one.changes),
        )
        for one in found
    ]
    return GridLine(
        contract_id=employment.contract_id,
        name_masked=employment.name_masked,
        trade=employment.trade.name,
        cells=cells,
        halves=sum(one.halves for one in found if one.state is DayState.SETTLED),
        overtime_minutes=sum(one.overtime_minutes for one in found if one.state is DayState.SETTLED),
        waiting=sum(one.state.waits for one in found),
    )


def _entry(event: Event, workday: Workday) -> DayStep:
    label = events.LABELS.get(event.type, event.type)
    return DayStep(at=event.at, label=label, by_label=_by(event, workday), hash=event.hash)


def _by(event: Event, workday: Workday) -> str:
    if event.actor == workday.person_id:
        return workday.name_masked
    if event.actor == workday.foreman_id:
        return "班组长"
    return Role(event.role).label


def month_now(now: datetime) -> str:
    """The month that runs."""
    return calendar.month_of(day_of(now))
