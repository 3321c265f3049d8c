"""Projects as those who serve them see them, and what the rights notice board says."""

from dataclasses import replace

from mashangban.domains.workers import events, permissions
from mashangban.domains.workers.repository import boards
from mashangban.domains.workers.repository import teams as repository
from mashangban.domains.workers.rules.team import PhoneLine, SiteInfo, Team
from mashangban.domains.workers.schemas import ProjectCard, ProjectView, SiteForm, TeamRow
from mashangban.domains.workers.schemas.teams import Counts, SiteView, Unit
from mashangban.domains.workers.service import presenting
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import GENESIS, happened
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal, Role
from mashangban.registry import divisions
from mashangban.registry import service as registry
from mashangban.registry.rules.records import Project


def my_projects(actor: Principal) -> list[ProjectCard]:
    """The projects a person serves in some role, a foreman's included."""
    return [_card(project, actor) for project in registry.projects(_my_project_ids(actor))]


def show_project(actor: Principal, project_id: str) -> ProjectView:
    """A project with its units and teams; a foreman sees only their own teams."""
    project = registry.project(project_id)
    found = repository.teams_of_project(project_id)
    reach = actor.reach(permissions.VIEW_SITE)
    whole = reach.covers(project.place)
    visible = found if whole else [team for team in found if team.foreman_id == actor.person_id]
    if not whole and not visible:
        raise NotFound()
    return _view(project, visible, actor, whole)


def describe_site(act: Act, project_id: str, form: SiteForm) -> SiteView:
    """Fill in what the rights notice board must say (条例 Art. 34)."""
    project = registry.project(project_id)
    role = act.actor.role_for(permissions.MANAGE_SITE, project.place)
    before = repository.site(project_id)
    after = _info(project_id, form)
    version, chain = (before.version, before.chain) if before else (0, GENESIS)
    event = happened(
        act, events.SITE_DESCRIBED, after.subject, role=role, version=version + 1, previous=chain
    )
    view = _site_view(replace(after, version=event.version))
    repository.describe_site(act, before, after, event, view)
    return view


def show_site(actor: Principal, project_id: str) -> SiteView:
    """The notice board's information. Raises NotFound while nobody has filled it in."""
    project = registry.project(project_id)
    actor.reach(permissions.VIEW_SITE).require(project.place)
    site = repository.site(project_id)
    if site is None:
        raise NotFound()
    return _site_view(site)


def _my_project_ids(actor: Principal) -> list[str]:
    served = [grant.scope.value for grant in actor.grants if grant.scope.kind == "project"]
    offices = [grant.scope.value for grant in actor.grants if grant.scope.kind == "org"]
    of_offices = [p.id for org in offices for p in registry.projects_of(org, PageRequest(limit=50)).items]
    led = [team.project.id for team in repository.teams_of_foreman(actor.person_id)]
    return list(dict.fromkeys([*served, *of_offices, *led]))


def _card(project: Project, actor: Principal) -> ProjectCard:
    counted = boards.counters(f"project:{project.id}")
    return ProjectCard(
        id=project.id,
        name=project.name,
        county_name=divisions.name(project.county),
        my_roles=_roles(project, actor),
        counts=Counts(**{name: counted.get(f"state.{name}", 0) for name in Counts.model_fields}),
    )


def _roles(project: Project, actor: Principal) -> list[str]:
    held = [g.role.label for g in actor.grants if g.scope.covers(project.place, actor.person_id)]
    led = any(t.project.id == project.id for t in repository.teams_of_foreman(actor.person_id))
    return list(dict.fromkeys([*held, *([Role.FOREMAN.label] if led else [])]))


def _view(project: Project, visible: list[Team], actor: Principal, whole: bool) -> ProjectView:
    site = repository.site(project.id) if whole else None
    rows: list[TeamRow] = [presenting.team_row(team) for team in visible]
    units = [Unit(enterprise_id=p.enterprise_id, name=p.name, kind=p.kind.label) for p in project.parties]
    return ProjectView(
        **_card(project, actor).model_dump(),
        address=project.address,
        units=units,
        teams=rows,
        site=_site_view(site) if site else None,
    )


def _info(project_id: str, form: SiteForm) -> SiteInfo:
    phones = tuple(PhoneLine(line.label, line.phone) for line in form.complaint_phones)
    values = form.model_dump(exclude={"complaint_phones", "insurance"})
    return SiteInfo(project_id, complaint_phones=phones, insurance=tuple(form.insurance), **values)


def _site_view(site: SiteInfo) -> SiteView:
    return SiteView.model_validate(
        {name: getattr(site, name) for name in SiteView.model_fields if name not in {"insurance"}}
        | {"insurance": list(site.insurance)}
    )
