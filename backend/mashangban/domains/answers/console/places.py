"""Whose answers a page shows: one's own region, those below it; the whole country for whoever reaches everywhere."""

from mashangban.console import regions
from mashangban.console.pages import PageCall
from mashangban.console.views import Choice
from mashangban.domains.answers.service.presenting import NATION
from mashangban.kernel.permissions import Permission, Principal


def known(actor: Principal, permission: Permission) -> tuple[Choice, ...]:
    """The whole country where one reaches it, then regions with their cities and counties."""
    nation = (Choice("", NATION),) if actor.reach(permission).everywhere else ()
    return (*nation, *regions.reached(actor, permission))


def chosen(call: PageCall, choices: tuple[Choice, ...]) -> str:
    """The region that was asked for, as far as it may be; else the first."""
    asked = call.request.query.get("region")
    return asked if asked in {one.value for one in choices} else choices[0].value
