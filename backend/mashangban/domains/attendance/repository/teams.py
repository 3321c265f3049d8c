"""Teams as contracts tell of them, and their days."""

from datetime import date, datetime
from typing import Any

from pynamodb.exceptions import PutError

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.service import Due
from mashangban.domains.attendance.models import (
    TABLE,
    AttendanceDeadlineRecord,
    AttendanceEmployment,
    KnownTeamRecord,
    TeamDayRecord,
)
from mashangban.domains.attendance.rules.teamday import KnownTeam, Roll, TeamDay, members_on
from mashangban.employment import repository as employments
from mashangban.employment.rules import Employment
from mashangban.kernel import clock, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(KnownTeam.__dataclass_fields__)
_ALL = PageRequest(limit=100)


def know(team: KnownTeam, told_at: datetime) -> None:
    """Keep what a contract tells of its team, unless something later is known (`clock.outdated`)."""
    record = KnownTeamRecord(
        f"KNOWNTEAM#{team.id}",
        "KNOWNTEAM",
        GSI1PK=f"TEAMS#{team.project.id}",
        GSI1SK=f"{team.name}#{team.id}",
        GSI2PK=f"FOREMAN#{team.foreman_id}",
        GSI2SK=f"{team.name}#{team.id}",
        GSI3PK=f"COUNTY#{team.region}",
        GSI3SK=team.project.id,
        told_at=told_at,
        **{name: getattr(team, name) for name in _FIELDS},
    )
    known: Any = KnownTeamRecord.told_at
    newer = KnownTeamRecord.PK.does_not_exist() | (known < told_at) | (known > clock.now())
    try:
        record.save(condition=newer)
    except PutError as refused:
        if refused.cause_response_code != "ConditionalCheckFailedException":
            raise


def team(team_id: str, reach: Reach | None = None) -> KnownTeam:
    """A team. Raises NotFound when there is none within reach."""
    try:
        found = _to_team(KnownTeamRecord.get(f"KNOWNTEAM#{team_id}", "KNOWNTEAM", consistent_read=True))
    except KnownTeamRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if reach is not None:
        reach.require(found.place)
    return found


def of_foreman(person_id: str) -> list[KnownTeam]:
    """The teams somebody leads."""
    page = pagination.query(KnownTeamRecord, f"FOREMAN#{person_id}", _ALL, index="GSI2")
    return [_to_team(record) for record in page.items]


def of_project(project_id: str) -> list[KnownTeam]:
    """The teams of a project (tens)."""
    page = pagination.query(KnownTeamRecord, f"TEAMS#{project_id}", _ALL, index="GSI1")
    return [_to_team(record) for record in page.items]


def projects_of_county(region: str) -> set[str]:
    """The projects that ever had a team in a county (every page of its list)."""
    return {record.project.id for record in KnownTeamRecord.query(f"COUNTY#{region}", index_name="GSI3")}


def members(of: KnownTeam, day: date) -> list[Employment]:
    """Who is on a team on a day."""
    return members_on(employments.of_team(AttendanceEmployment, of.project.id, of.id), day)


def teamday(of: KnownTeam, day: date) -> TeamDay:
    """A team's day, also one that nothing was written of yet (version 0)."""
    try:
        record = TeamDayRecord.get(f"TEAMDAY#{of.id}#{day.isoformat()}", "TEAMDAY", consistent_read=True)
    except TeamDayRecord.DoesNotExist:
        return TeamDay(of, day)
    return TeamDay(of, day, record.closed, record.roll, int(record.version), record.chain)


def open_day(act: Act, new: TeamDay, event: Event, closing: Deadline) -> None:
    """Begin a team's day with the deadline that closes it; Stale when another witness was first."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        deadlines.begin(tx, AttendanceDeadlineRecord, closing)


def call_roll(
    act: Act, before: TeamDay, roll: Roll, event: Event, closing: Deadline | None, answer: Schema
) -> None:
    """Write a roll whole: the first one of a day begins the day."""
    with Transaction(act, TABLE) as tx:
        if closing is not None:
            record = _record(before)
            record.roll = roll
            tx.create(record, event)
            deadlines.begin(tx, AttendanceDeadlineRecord, closing)
        else:
            tx.amend(_record(before), event, [TeamDayRecord.roll.set(roll)])
        tx.answer(answer)


def close_day(act: Act, before: TeamDay, event: Event, due: Due) -> None:
    """Close a team's day, within the firing of its deadline."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, [TeamDayRecord.closed.set(True)])
        due.settle(tx)


def _record(one: TeamDay) -> TeamDayRecord:
    return TeamDayRecord(
        f"TEAMDAY#{one.id}", "TEAMDAY", team_id=one.team.id, day=one.day, closed=one.closed, roll=one.roll
    )


def _to_team(record: KnownTeamRecord) -> KnownTeam:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    return KnownTeam(**values)
