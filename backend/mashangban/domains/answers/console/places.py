"""Whose answers a page shows: one's own region, those below it; the whole country for whoever reaches everywhere."""

from mashangban.console import regions
from mashangban.console.views import Choice
from mashangban.domains.answers.service.presenting import NATION
from mashangban.kernel.permissions import Permission, Principal


def known(actor: Principal, permission: Permission) -> tuple[Choice, ...]:
    """The whole country where one reaches it, then regions with their cities and counties."""
    nation = (Choice("", NATION),) if actor.reach(permission).everywhere else ()
    return (*nation, *regions.reached(actor, permission))
