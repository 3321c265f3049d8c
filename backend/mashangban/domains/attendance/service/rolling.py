"""The foreman's roll, and the rotating code that workers scan."""

from datetime import date

from mashangban.domains.attendance import errors, events, permissions
from mashangban.domains.attendance.models import AttendanceEmployment
from mashangban.domains.attendance.repository import days
from mashangban.domains.attendance.repository import teams as repository
from mashangban.domains.attendance.rules import calendar, closing, scanning
from mashangban.domains.attendance.rules import teamday as rules
from mashangban.domains.attendance.rules import workday as day_rules
from mashangban.domains.attendance.rules.marks import Position, Punch, with_position, with_punches
from mashangban.domains.attendance.rules.teamday import Roll, RollEntry, TeamDay
from mashangban.domains.attendance.rules.workday import Workday
from mashangban.domains.attendance.schemas import (
    CodeView,
    PunchForm,
    RollDone,
    RollForm,
    RollTeam,
    RollView,
    ScanDone,
)
from mashangban.domains.attendance.schemas.teams import PositionForm
from mashangban.domains.attendance.service import deciding, presenting, teamdays
from mashangban.domains.attendance.terms import ROLL_DAYS, Witness
from mashangban.employment import repository as employments
from mashangban.employment.rules import Employment
from mashangban.kernel import codes
from mashangban.kernel.acts import Act
from mashangban.kernel.events import happened
from mashangban.kernel.permissions import Principal
from mashangban.kernel.settings import settings


def my_teams(actor: Principal, act: Act) -> list[RollTeam]:
    """The teams one leads as foreman or serves as labour clerk, with how far today's roll is."""
    today = calendar.day_of(act.at)
    projects = actor.reach(permissions.CALL_ROLL).of("project")
    teams = [*repository.of_foreman(actor.person_id)]
    teams += [team for project in projects for team in repository.of_project(project)]
    unique = {team.id: team for team in teams}
    return [presenting.team_card(repository.teamday(team, today)) for team in unique.values()]


def show_roll(actor: Principal, team_id: str, day: date, act: Act) -> RollView:
    """A team's day: who is on it, what the roll says, what the other witnesses saw. Raises NotFound beyond reach."""
    team = repository.team(team_id, actor.reach(permissions.VIEW_TEAM))
    calendar.within(day, act.at, 400)
    seen = {one.contract_id: one for one in days.of_team(team.id, calendar.month_of(day), day)}
    return presenting.roll_view(repository.teamday(team, day), repository.members(team, day), seen)


def call_roll(act: Act, team_id: str, day: date, form: RollForm) -> RollDone:
    """Call the roll of a whole team's day in one act; a second one changes the first and says why.

    Raises NotFound for another foreman's team, DayInFuture, DayTooOld, NotOnTeam, ReasonMissing.
    """
    team = repository.team(team_id, act.actor.reach(permissions.CALL_ROLL))
    calendar.within(day, act.at, ROLL_DAYS)
    before = repository.teamday(team, day)
    entries = tuple(RollEntry(**one.model_dump()) for one in form.entries)
    rules.check_roll(before.roll, entries, repository.members(team, day), form.reason)
    roll = Roll(entries, act.actor.person_id, act.at, form.reason, before.version + 1)
    _write_roll(act, before, roll, done := _done(before, roll))
    return done


def _write_roll(act: Act, before: TeamDay, roll: Roll, done: RollDone) -> None:
    role = act.actor.role_for(permissions.CALL_ROLL, before.team.place)
    data = {"digest": roll.digest, "corrects": before.roll is not None, **roll.counts()}
    event = happened(
        act,
        events.ROLL_CALLED,
        before.subject,
        data,
        role=role,
        version=roll.version,
        previous=before.chain,
    )
    ends = None if before.version else teamdays.closing_of(before, act)
    repository.call_roll(act, before, roll, event, ends, done)


def _done(before: TeamDay, roll: Roll) -> RollDone:
    return RollDone(team_id=before.team.id, day=before.day, version=roll.version, **roll.counts())


def show_code(actor: Principal, team_id: str, act: Act) -> CodeView:
    """The code to show on the foreman's phone or the site's screen; another every half minute."""
    team = repository.team(team_id, actor.reach(permissions.CALL_ROLL))
    step = scanning.step_of(act.at)
    code = codes.issue(scanning.PURPOSE, scanning.body(team.id, step))
    ends = scanning.ends_at(step)
    return CodeView(
        team_name=team.name,
        link=f"{settings().public_url}/a/{code}",
        code=code,
        next_at=ends,
        seconds_left=int((ends - act.at).total_seconds()) + 1,
    )


def scan_code(act: Act, form: PunchForm) -> ScanDone:
    """A worker scans the code their foreman shows: in or out, once a step. A position is kept as a hint only.

    Raises AlteredCode, CodeExpired, CodeUsed, OtherTeamsCode.
    """
    team_id, step = scanning.team_in(codes.read(scanning.PURPOSE, form.code), act.at)
    day = calendar.day_of(act.at)
    employment = _employment(act.actor.person_id, team_id, day)
    before = days.find(employment.contract_id, day) or day_rules.first(employment, day)
    punch = Punch(act.at, form.direction, f"{team_id}#{step}")
    marks = with_punches(before.marks, Witness.SCAN, (punch,))
    marks = with_position(marks, position_of(act, form.position))
    after = closing.marked(before, marks, act.at, closed=False)
    done = _scanned(after, punch)
    _write_scan(act, before, after, done, step)
    return done


def _write_scan(act: Act, before: Workday, after: Workday, done: ScanDone, step: int) -> None:
    role = act.actor.role_for(permissions.SCAN, after.own_place)
    guard = days.scan_guard(after.team.id, step, act.actor.person_id, act)
    data = {"direction": done.direction.value}
    deciding.move(act, before, after, deciding.Move(events.SCANNED, role, data, guard=guard, answer=done))


def _scanned(after: Workday, punch: Punch) -> ScanDone:
    return ScanDone(
        contract_id=after.contract_id,
        day=after.day,
        direction=punch.direction,
        at=punch.at,
        team_name=after.team.name,
    )


def position_of(act: Act, form: PositionForm | None) -> Position | None:
    """Where the phone said it was."""
    return Position(act.at, form.latitude_e6, form.longitude_e6) if form else None


def _employment(person_id: str, team_id: str, day: date) -> Employment:
    own = employments.of_person(AttendanceEmployment, person_id)
    for one in own:
        if one.team.id == team_id and one.in_force and one.covers(day):
            return one
    raise errors.OtherTeamsCode()
