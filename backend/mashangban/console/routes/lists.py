"""What the list pages of the registers share: reading the address, region choices, one table."""

from collections.abc import Mapping

from mashangban.console import visits
from mashangban.console.views import Choice, Filter
from mashangban.kernel.permissions import Permission
from mashangban.registry import divisions
from mashangban.registry.service import boards

PAGE_SIZE = "20"


def asked(query: Mapping[str, str]) -> dict[str, str]:
    """The address's filters; `sort=-county` turns the order round. Who may look everywhere starts where most is."""
    descending = "true" if query.get("sort", "").startswith("-") else ""
    region = query.get("region", "") or _busiest()
    return {**query, "region": region, "descending": descending, "limit": PAGE_SIZE}


def _busiest() -> str:
    """The province with most projects, for a visitor without a region of one's own; empty for all others."""
    visit = visits.current()
    if visit is None or visit.principal.grants[0].scope.kind != "*":
        return ""
    places = boards.project_board(visit.principal).by_place
    return max(places, key=lambda one: one.count).region


def region_filter(permission: Permission, value: str) -> Filter | None:
    """A choice of the divisions below the visitor's own; None for an office, which has no region."""
    visit = visits.current()
    if visit is None:
        return None
    reach = visit.principal.reach(permission)
    if reach.everywhere:
        return Filter("region", "地区", value=value, choices=_choices(value[:2], everywhere=True))
    held = reach.of("region")
    if not held or len(held[0]) == 6:
        return None
    return Filter("region", "地区", value=value, choices=_choices(held[0]))


def _choices(root: str, *, everywhere: bool = False) -> tuple[Choice, ...]:
    """The whole, then each city and county below it, counties indented."""
    if everywhere:
        provinces = tuple(Choice(one.code, one.name) for one in divisions.below(divisions.NATION))
        return provinces if not root else (*provinces, *_below(root))
    return (Choice("", f"{divisions.name(root)}（全部）"), *_below(root))


def _below(root: str) -> tuple[Choice, ...]:
    found = []
    for one in divisions.below(root):
        found.append(Choice(one.code, ("\u3000" if len(one.code) == 6 and len(root) == 2 else "") + one.name))
        found += [Choice(county.code, "\u3000" + county.name) for county in divisions.below(one.code)]
    return tuple(found)


def county_choices(permission: Permission) -> tuple[Choice, ...]:
    """Every county the visitor may write to, grouped by city."""
    visit = visits.current()
    reach = visit.principal.reach(permission) if visit else None
    if reach is None:
        return ()
    prefixes = ("",) if reach.everywhere else reach.of("region")
    return tuple(
        Choice(county.code, county.name, divisions.full_name(county.code[:4]))
        for prefix in prefixes
        for county in divisions.counties(prefix)
    )


def place_name(county: str) -> str:
    """A county as the visitor calls it: without the province and city one is in anyway."""
    visit = visits.current()
    grants = visit.principal.grants if visit else ()
    own = next((grant.scope.value for grant in grants if grant.scope.kind == "region"), "")
    known = own[:4] if len(own) == 6 else own
    full = divisions.full_name(county)
    above = divisions.full_name(known) if known and county.startswith(known) else ""
    return full.removeprefix(above) or full
