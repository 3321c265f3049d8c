"""Regions on pages: where an office begins, and the way up to what it may also see."""

from collections.abc import Callable, Sequence

from mashangban.console.views import Choice, Link
from mashangban.kernel.permissions import Permission, Principal
from mashangban.registry import divisions

_FIRST_SERVED = "33"


def own(actor: Principal) -> str:
    """The region one acts for; the platform's administrator begins with the first province that was served."""
    return next((grant.scope.value for grant in actor.grants if grant.scope.kind == "region"), _FIRST_SERVED)


def counties(actor: Principal, permission: Permission) -> tuple[Choice, ...]:
    """The counties below the regions that one reaches; none for whoever acts for an enterprise or a project."""
    regions = actor.reach(permission).of("region")
    return tuple(Choice(one.code, one.name) for region in regions for one in divisions.counties(region))


def reached(actor: Principal, permission: Permission) -> tuple[Choice, ...]:
    """The regions that one reaches, or else one's own, each followed by its cities and counties."""
    regions = actor.reach(permission).of("region") or (own(actor),)
    codes = [code for region in regions for code in (region, *_below(region))]
    return tuple(Choice(code, divisions.full_name(code)) for code in dict.fromkeys(codes))


def chosen(asked: str | None, places: Sequence[Choice]) -> str:
    """The place that was asked for, as far as one may look there; else the first, or none."""
    values = [one.value for one in places]
    return asked if asked in values else next(iter(values), "")


def above(
    actor: Principal, permission: Permission, region: str, address: Callable[[str], str]
) -> tuple[Link, ...]:
    """Province and city above a region, as far as the caller's own reach goes, from the top down."""
    reach = actor.reach(permission)
    levels = [region[:length] for length in (2, 4) if length < len(region)]
    seen = [one for one in levels if reach.everywhere or one.startswith(reach.of("region"))]
    return tuple(Link(divisions.name(one), address(one)) for one in seen)


def _below(region: str) -> list[str]:
    return [county.code for one in divisions.below(region) for county in (one, *divisions.below(one.code))]
