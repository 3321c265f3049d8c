"""What one may list: the counties of a region, or the projects one serves."""

from mashangban.console.views import Choice
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Permission, Principal
from mashangban.registry import divisions
from mashangban.registry import service as registry
from mashangban.registry.rules.records import Project


def projects_of(actor: Principal, permission: Permission) -> list[Project]:
    """The projects of one's grants: those named, and those where one's enterprise takes part."""
    reach = actor.reach(permission)
    served = list(reach.of("project"))
    of_offices = [
        p.id for org in reach.of("org") for p in registry.projects_of(org, PageRequest(limit=50)).items
    ]
    return registry.projects(list(dict.fromkeys([*served, *of_offices])))


def choices(actor: Principal, permission: Permission) -> tuple[Choice, ...]:
    """Places to choose from in a list."""
    regions = actor.reach(permission).of("region")
    counties = [county for region in regions for county in divisions.counties(region)]
    if counties:
        return tuple(Choice(one.code, divisions.name(one.code)) for one in counties)
    return tuple(Choice(one.id, one.name) for one in projects_of(actor, permission))
