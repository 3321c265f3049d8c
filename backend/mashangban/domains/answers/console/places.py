"""Whose answers a page shows: one's own region, those below it; the whole country for whoever reaches everywhere."""

from mashangban.console import regions
from mashangban.console.pages import PageCall
from mashangban.console.views import Choice
from mashangban.domains.answers.service.presenting import NATION
from mashangban.kernel.permissions import Permission, Principal
from mashangban.registry import divisions


def known(actor: Principal, permission: Permission) -> tuple[Choice, ...]:
    """The regions that one reaches, each with its cities and counties."""
    reach = actor.reach(permission)
    own = reach.of("region") or (regions.own(actor),)
    found = [Choice("", NATION)] if reach.everywhere else []
    for region in own:
        found.append(Choice(region, divisions.full_name(region)))
        below = divisions.below(region)
        counties = [county for one in below for county in (one, *divisions.below(one.code))]
        found += [Choice(one.code, divisions.full_name(one.code)) for one in counties]
    return tuple(dict.fromkeys(found))


def chosen(call: PageCall, choices: tuple[Choice, ...]) -> str:
    """The region that was asked for, as far as it may be; else the first."""
    asked = call.request.query.get("region")
    return asked if asked in {one.value for one in choices} else choices[0].value
