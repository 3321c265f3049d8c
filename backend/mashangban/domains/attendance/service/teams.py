"""Projects and teams for the console: what an office or an officer may look into."""

from mashangban.domains.attendance import permissions
from mashangban.domains.attendance.repository import teams as repository
from mashangban.domains.attendance.rules.teamday import KnownTeam
from mashangban.kernel.permissions import Principal
from mashangban.registry import service as registry
from mashangban.registry.rules.records import Project


def my_projects(actor: Principal) -> list[Project]:
    """The projects an office serves: named by a grant, or those of its enterprise."""
    reach = actor.reach(permissions.LIST)
    of_orgs = [project.id for org in reach.of("org") for project in registry.projects_of(org).items]
    return registry.projects(dict.fromkeys([*reach.of("project"), *of_orgs]))


def show_project(actor: Principal, project_id: str) -> tuple[Project, list[KnownTeam]]:
    """A project with its teams. Raises NotFound beyond reach."""
    project = registry.project(project_id)
    reach = actor.reach(permissions.LIST)
    reach.require(project.place)
    return project, [team for team in repository.of_project(project_id) if reach.covers(team.place)]
