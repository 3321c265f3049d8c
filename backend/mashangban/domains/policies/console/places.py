"""Whose policies a page shows: one's own region, and those below it."""

from mashangban.console import regions
from mashangban.console.pages import PageCall
from mashangban.console.views import Choice
from mashangban.kernel.permissions import Permission, Principal
from mashangban.registry import divisions


def known(actor: Principal, permission: Permission) -> tuple[Choice, ...]:
    """The regions that one reaches, then their cities and counties."""
    own = actor.reach(permission).of("region") or (regions.own(actor),)
    found = [Choice(one, divisions.full_name(one)) for one in own]
    return tuple(dict.fromkeys((*found, *regions.reached(actor, permission))))


def chosen(call: PageCall, choices: tuple[Choice, ...]) -> str:
    """The region that was asked for, as far as it may be; else the first."""
    asked = call.request.query.get("region", "")
    return asked if asked in {one.value for one in choices} else choices[0].value
