"""Whose policies a page shows: one's own region, and those below it."""

from mashangban.console import regions
from mashangban.console.views import Choice
from mashangban.kernel.permissions import Permission, Principal
from mashangban.registry import divisions


def known(actor: Principal, permission: Permission) -> tuple[Choice, ...]:
    """The regions that one reaches, then their cities and counties."""
    own = actor.reach(permission).of("region") or (regions.own(actor),)
    found = [Choice(one, divisions.full_name(one)) for one in own]
    return tuple(dict.fromkeys((*found, *regions.reached(actor, permission))))
