"""Sites, teams and their codes."""

from dataclasses import asdict
from typing import Any

from mashangban.domains.workers import errors
from mashangban.domains.workers.models import (
    TABLE,
    CodeRecord,
    SiteRecord,
    TeamNameRecord,
    TeamRecord,
)
from mashangban.domains.workers.rules.team import Poster, SiteInfo, Team
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

ALL = PageRequest(limit=100)


def site(project_id: str) -> SiteInfo | None:
    """The site's public information, or None while nobody has filled it in."""
    try:
        record = SiteRecord.get(f"SITE#{project_id}", "SITE", consistent_read=True)
    except SiteRecord.DoesNotExist:
        return None
    names = SiteInfo.__dataclass_fields__.keys() - {"project_id"}
    values: dict[str, Any] = {name: getattr(record, name) for name in names}
    return SiteInfo(project_id=project_id, **values)


def describe_site(act: Act, before: SiteInfo | None, after: SiteInfo, event: Event, answer: Schema) -> None:
    """Write the site's information whole."""
    values = {k: v for k, v in asdict(after).items() if k not in {"project_id", "version", "chain"}}
    values |= {"complaint_phones": after.complaint_phones}
    record = SiteRecord(f"SITE#{after.project_id}", "SITE", **values)
    with Transaction(act, TABLE) as tx:
        if before is None:
            tx.create(record, event)
        else:
            actions = [getattr(SiteRecord, name).set(value) for name, value in values.items()]
            tx.amend(record, event, actions)
        tx.answer(answer)


def team(team_id: str, reach: Reach | None = None) -> Team:
    """A team. Raises NotFound when there is none within reach."""
    try:
        found = to_team(TeamRecord.get(f"TEAM#{team_id}", "TEAM", consistent_read=True))
    except TeamRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if reach is not None:
        reach.require(found.place)
    return found


def team_of_code(body: str) -> Team:
    """The team a code belongs to. Raises CodeRevoked for a code that was renewed."""
    try:
        code = CodeRecord.get(f"CODE#{body}", "CODE", consistent_read=True)
    except CodeRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if code.revoked:
        raise errors.CodeRevoked()
    return team(code.team_id)


def teams_of_project(project_id: str) -> list[Team]:
    """All teams of a project by name (one query; a project has tens)."""
    page = pagination.query(TeamRecord, f"PROJECT-TEAMS#{project_id}", ALL, index="GSI1")
    return [to_team(record) for record in page.items]


def teams_of_foreman(person_id: str) -> list[Team]:
    page = pagination.query(TeamRecord, f"FOREMAN#{person_id}", ALL, index="GSI2")
    return [to_team(record) for record in page.items]


def create_team(act: Act, new: Team, event: Event, answer: Schema) -> None:
    """Write a new team, its name and its first code. Raises TeamNameTaken."""
    with Transaction(act, TABLE) as tx:
        tx.create(_team_record(new), event)
        tx.create(TeamNameRecord(_name_pk(new), "TEAMNAME"), otherwise=errors.TeamNameTaken())
        tx.create(CodeRecord(f"CODE#{new.code_body}", "CODE", team_id=new.id))
        tx.answer(answer)


def change_team(act: Act, before: Team, after: Team, event: Event, answer: Schema) -> None:
    """Write a team's new name, jobs or openness. Raises TeamNameTaken."""
    record = _team_record(before)
    actions = [
        TeamRecord.name.set(after.name),
        TeamRecord.GSI1SK.set(after.name),
        TeamRecord.jobs.set(after.jobs),
        TeamRecord.open.set(after.open),
    ]
    with Transaction(act, TABLE) as tx:
        tx.amend(record, event, actions)
        if before.name != after.name:
            tx.create(TeamNameRecord(_name_pk(after), "TEAMNAME"), otherwise=errors.TeamNameTaken())
            tx.delete(TeamNameRecord(_name_pk(before), "TEAMNAME"))
        tx.answer(answer)


def renew_code(act: Act, before: Team, after: Team, event: Event, answer: Schema) -> None:
    """Revoke the old code and give the team a new one."""
    actions = [TeamRecord.code_body.set(after.code_body), TeamRecord.code_version.set(after.code_version)]
    with Transaction(act, TABLE) as tx:
        tx.amend(_team_record(before), event, actions)
        tx.update(CodeRecord(f"CODE#{before.code_body}", "CODE"), [CodeRecord.revoked.set(True)])
        tx.create(CodeRecord(f"CODE#{after.code_body}", "CODE", team_id=after.id))
        tx.answer(answer)


def note_poster(act: Act, team: Team, poster: Poster, event: Event, answer: Schema | None = None) -> None:
    """Keep which notice board was ordered last and how far it is."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_team_record(team), event, [TeamRecord.poster.set(poster)])
        tx.answer(answer)


def _name_pk(team: Team) -> str:
    return f"TEAMNAME#{team.project.id}#{team.employer.id}#{team.name}"


_FIELDS = tuple(Team.__dataclass_fields__)


def to_team(record: TeamRecord) -> Team:
    return Team(**{name: getattr(record, name) for name in _FIELDS})


def _team_record(team: Team) -> TeamRecord:
    return TeamRecord(
        f"TEAM#{team.id}",
        "TEAM",
        GSI1PK=f"PROJECT-TEAMS#{team.project.id}",
        GSI1SK=team.name,
        GSI2PK=f"FOREMAN#{team.foreman_id}",
        GSI2SK=team.project.id,
        **{name: getattr(team, name) for name in _FIELDS},
    )
