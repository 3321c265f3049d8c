"""Where an office may look: the counties of its region, or the projects it serves."""

from mashangban.console.views import Choice
from mashangban.domains.workers.service import boards, sites
from mashangban.kernel.permissions import Permission, Principal
from mashangban.registry import divisions


def known(actor: Principal, permission: Permission) -> tuple[Choice, ...]:
    """The places one may choose from, those with contracts first."""
    regions = actor.reach(permission).of("region")
    counties = tuple(one for region in regions for one in _counties(region))
    return counties or tuple(Choice(card.id, card.name) for card in sites.my_projects(actor))


def label(where: str) -> str:
    """What the filter is called."""
    return "地区" if where.isdecimal() else "项目"


def _counties(region: str) -> list[Choice]:
    busy = boards.counties_in_force(region)
    rest = [county.code for county in divisions.counties(region) if county.code not in busy]
    return [Choice(code, divisions.name(code)) for code in (*busy, *rest)]
