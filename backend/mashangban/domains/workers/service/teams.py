"""Teams, their codes, and what a worker sees before joining."""

from dataclasses import replace

from mashangban.domains.workers import errors, events, permissions
from mashangban.domains.workers.repository import teams as repository
from mashangban.domains.workers.rules.contract import Site
from mashangban.domains.workers.rules.team import Job, SiteInfo, Team
from mashangban.domains.workers.schemas import JobForm, TeamCard, TeamChange, TeamForm, TeamView
from mashangban.domains.workers.schemas.teams import ClerkBrief, PhoneLine
from mashangban.domains.workers.service import presenting
from mashangban.domains.workers.terms import TRADES
from mashangban.employment.rules import Named, Pay
from mashangban.identity import service as identity
from mashangban.identity.identifiers import mask_name
from mashangban.identity.rules.people import Person
from mashangban.kernel import codes, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError, Invalid
from mashangban.kernel.events import Event, happened
from mashangban.kernel.permissions import Permission, Principal
from mashangban.registry import divisions
from mashangban.registry import service as registry
from mashangban.registry.rules.records import Project
from mashangban.registry.terms import PartyKind


def read_code(code: str) -> TeamCard:
    """What a worker sees after scanning, before signing in. Raises AlteredCode, CodeRevoked, NotFound."""
    return card(repository.team_of_code(codes.read(presenting.CODE_PURPOSE, code)))


def card(team: Team) -> TeamCard:
    """The team as a newcomer sees it."""
    site = repository.site(team.project.id)
    return TeamCard(
        team_id=team.id,
        team_name=team.name,
        project=presenting.project_brief(team.project),
        employer=presenting.named(team.employer),
        general_contractor=presenting.named(team.general_contractor),
        foreman_name_masked=team.foreman_name_masked,
        labour_clerk=_clerk(site) if site else None,
        jobs=[presenting.job(job) for job in team.jobs],
        insurance=list(site.insurance) if site else [],
        complaint_phones=[PhoneLine.model_validate(line) for line in site.complaint_phones] if site else [],
        open=team.open,
    )


def _clerk(site: SiteInfo) -> ClerkBrief:
    return ClerkBrief(name_masked=mask_name(site.labour_clerk_name), phone=site.labour_clerk_phone)


def show_team(actor: Principal, team_id: str) -> TeamView:
    """A team with its code, for those who lead or oversee it."""
    return presenting.team_view(repository.team(team_id, actor.reach(permissions.VIEW_TEAM)))


def create_team(act: Act, project_id: str, form: TeamForm) -> TeamView:
    """Set up a team 班组 of a participating unit; its code can be printed at once.

    Raises UnitNotAtProject, ForemanUnknown, TeamNameTaken.
    """
    project = registry.project(project_id)
    role = act.actor.role_for(permissions.MANAGE_TEAM, project.place)
    employer = _unit(project, form.enterprise_id)
    foreman = _foreman(form.foreman_phone)
    team = Team(
        id=ids.new_id(act.at),
        name=form.name,
        project=site_of(project),
        employer=employer,
        general_contractor=_general_contractor(project),
        foreman_id=foreman.id,
        foreman_name_masked=foreman.name_masked or foreman.label,
        jobs=_jobs(form.jobs),
        open=True,
        code_body=codes.new_body(),
        code_version=1,
    )
    event = happened(act, events.TEAM_CREATED, team.subject, {"project": project_id}, role=role)
    view = presenting.team_view(replace(team, version=1))
    repository.create_team(act, team, event, view)
    return view


def change_team(act: Act, team_id: str, change: TeamChange) -> TeamView:
    """Rename a team, change its jobs, open or close it for newcomers. Contracts already offered stay as they are."""
    team = repository.team(team_id, act.actor.reach(permissions.MANAGE_TEAM))
    after = replace(
        team,
        name=change.name or team.name,
        jobs=_jobs(change.jobs) if change.jobs else team.jobs,
        open=team.open if change.open is None else change.open,
    )
    event = next_event(act, events.TEAM_CHANGED, team, permissions.MANAGE_TEAM)
    view = presenting.team_view(replace(after, version=event.version))
    repository.change_team(act, team, after, event, view)
    return view


def renew_code(act: Act, team_id: str) -> TeamView:
    """Make every printed code of the team void and issue a new one (lost poster, misuse)."""
    team = repository.team(team_id, act.actor.reach(permissions.MANAGE_TEAM))
    after = replace(team, code_body=codes.new_body(), code_version=team.code_version + 1)
    event = next_event(act, events.CODE_RENEWED, team, permissions.MANAGE_TEAM)
    view = presenting.team_view(replace(after, version=event.version))
    repository.renew_code(act, team, after, event, view)
    return view


def next_event(act: Act, kind: str, team: Team, permission: Permission) -> Event:
    """The next link of a team's chain."""
    role = act.actor.role_for(permission, team.place)
    return happened(act, kind, team.subject, role=role, version=team.version + 1, previous=team.chain)


def site_of(project: Project) -> Site:
    """The project as contracts keep it."""
    return Site(project.id, project.name, project.county, divisions.name(project.county), project.address)


def _foreman(phone: str) -> Person:
    person_id = identity.find_by_phone(phone)
    if person_id is None:
        raise errors.ForemanUnknown()
    return identity.person(person_id)


def _unit(project: Project, enterprise_id: str) -> Named:
    for party in project.parties:
        if party.enterprise_id == enterprise_id:
            return Named(party.enterprise_id, party.name)
    raise errors.UnitNotAtProject()


def _general_contractor(project: Project) -> Named:
    party = project.party(PartyKind.GENERAL_CONTRACTOR)
    if party is None:
        raise errors.UnitNotAtProject("项目还没有登记总承包单位")
    return Named(party.enterprise_id, party.name)


def _jobs(forms: list[JobForm]) -> tuple[Job, ...]:
    unknown = [form.trade_code for form in forms if form.trade_code not in TRADES]
    if unknown:
        raise Invalid(errors=[FieldError("jobs", f"没有编号为{code}的工种") for code in unknown])
    return tuple(Job(TRADES[form.trade_code], Pay(**form.pay.model_dump())) for form in forms)
