"""A team's day: begun by its first witness, closed once at noon of the next day, then each member's day is settled."""

from dataclasses import replace
from datetime import date

from mashangban.deadlines.rules.deadline import Deadline, OnDay, Rung
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.service import Due
from mashangban.deadlines.terms import RungKind, Unit
from mashangban.domains.attendance import events
from mashangban.domains.attendance.models import AttendanceEmployment
from mashangban.domains.attendance.repository import boards, days
from mashangban.domains.attendance.repository import teams as repository
from mashangban.domains.attendance.rules import closing
from mashangban.domains.attendance.rules import workday as rules
from mashangban.domains.attendance.rules.teamday import KnownTeam, TeamDay, team_of
from mashangban.domains.attendance.rules.workday import Workday
from mashangban.domains.attendance.service import deciding
from mashangban.employment import service as employments
from mashangban.employment.rules import Employment
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Busy, Stale
from mashangban.kernel.events import happened
from mashangban.kernel.permissions import Role
from mashangban.kernel.streams import Delivery

CLOSING = "closing"
# The day itself ends at 24:00; twelve hours later its witnesses are compared.
LADDER = (Rung("close", RungKind.AFTER, Term(12, Unit.HOUR)),)
_TRIES = 6


def hear(delivery: Delivery) -> None:
    """A contract came into force or changed: keep who works where, and the team it names."""
    employment = employments.heard(AttendanceEmployment, delivery)
    if employment is not None:
        repository.know(team_of(employment), delivery.at)


def closing_of(teamday: TeamDay, act: Act) -> Deadline:
    """The deadline that closes a team's day."""
    basis = OnDay(teamday.day, source="码上办考勤规则：次日12时汇总")
    region = teamday.team.region
    return Deadline(teamday.subject, CLOSING, "考勤汇总", act.at, basis, LADDER, region=region)


def ensure(act: Act, team: KnownTeam, day: date) -> TeamDay:
    """A team's day, begun when this is its first witness."""
    found = repository.teamday(team, day)
    if found.version:
        return found
    event = happened(act, events.TEAMDAY_OPENED, found.subject, {"team": team.id}, role=Role.SYSTEM)
    try:
        repository.open_day(act, found, event, closing_of(found, act))
    except Stale:
        return repository.teamday(team, day)
    return replace(found, version=1, chain=event.hash)


def ensure_of(act: Act, workday_id: str) -> None:
    """The team's day that a worker-day belongs to, begun when a scan was its first witness."""
    workday = days.of_id(workday_id)
    ensure(act, repository.team(workday.team.id), workday.day)


def close(act: Act, due: Due) -> None:
    """The deadline fired: the team's day is closed; its listener settles each member's day."""
    team_id, _, day = due.firing.deadline.subject.id.partition("#")
    teamday = repository.teamday(repository.team(team_id), date.fromisoformat(day))
    event = happened(
        act,
        events.TEAMDAY_CLOSED,
        teamday.subject,
        {"team": team_id},
        role=Role.SYSTEM,
        version=teamday.version + 1,
        previous=teamday.chain,
    )
    repository.close_day(act, teamday, event, due)


def settle_members(act: Act, teamday_id: str) -> None:
    """Settle, ask or leave unrecorded each member's day of a closed team-day, then count them all at once."""
    team_id, _, text = teamday_id.partition("#")
    day = date.fromisoformat(text)
    members = repository.members(repository.team(team_id), day)
    boards.count([settle(act, one, day) for one in members])


def settle(act: Act, employment: Employment, day: date) -> Workday:
    """One member's day at its closing; what was settled before stays."""
    for _ in range(_TRIES):
        before = days.find(employment.contract_id, day) or rules.first(employment, day)
        if before.closed:
            return before
        after = closing.close(before)
        taken = deciding.Move(deciding.event_of(before, after), data={"closing": True})
        try:
            return deciding.move(act, before, after, taken)
        except Stale:
            continue
    raise Busy()
