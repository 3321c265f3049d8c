"""Whose claims a page shows: one's own region, and those below it; where one claim is shown."""

from mashangban.console import regions
from mashangban.console.pages import PageCall
from mashangban.console.views import Choice
from mashangban.kernel.permissions import Permission
from mashangban.registry import divisions


def known(call: PageCall, permission: Permission) -> tuple[Choice, ...]:
    """The regions that one reaches, each with its cities and counties."""
    own = call.actor.reach(permission).of("region") or (regions.own(call.actor),)
    codes = [code for region in own for code in (region, *_below(region))]
    return tuple(Choice(code, divisions.full_name(code)) for code in dict.fromkeys(codes))


def chosen(call: PageCall, choices: tuple[Choice, ...]) -> str:
    """The region that was asked for, as far as it may be; else the first."""
    asked = call.request.query.get("region", "")
    return asked if asked in {one.value for one in choices} else choices[0].value


def claim(claim_id: str) -> str | None:
    """Where a claim is shown, if there is one."""
    return f"/console/claims/claims/{claim_id}" if claim_id else None


def _below(region: str) -> list[str]:
    return [county.code for one in divisions.below(region) for county in (one, *divisions.below(one.code))]
