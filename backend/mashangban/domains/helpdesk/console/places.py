"""Where an agent looks: what they hold, the departments where they have a post, the counties they supervise."""

from mashangban.console import regions
from mashangban.console.pages import PageCall
from mashangban.console.views import Choice
from mashangban.domains.helpdesk import permissions
from mashangban.domains.helpdesk.rules.department import Post, city_of
from mashangban.domains.helpdesk.service import access
from mashangban.domains.helpdesk.terms import PostKind
from mashangban.kernel.permissions import Permission, Principal
from mashangban.registry import divisions

MINE = "mine"


def known(call: PageCall) -> tuple[Choice, ...]:
    """The departments, then the counties that somebody at 督办 sees."""
    posts = access.posts_within(call.actor, permissions.LIST)
    own = tuple(Choice(post.desk.id, post.desk.name, "我的部门") for post in posts)
    codes = dict.fromkeys(code for post in posts for code in _watched(post))
    return (*own, *(Choice(code, divisions.name(code), "督办的区县") for code in codes))


def kept(actor: Principal, permission: Permission) -> tuple[Choice, ...]:
    """The cities and counties whose departments somebody keeps."""
    codes = actor.reach(permission).of("region")
    cities = (Choice(city_of(code), f"{divisions.name(code)}本级") for code in codes if len(code) == 4)
    return (*cities, *regions.counties(actor, permission))


def _watched(post: Post) -> list[str]:
    if PostKind.WATCH not in post.kinds:
        return []
    region = post.desk.region
    return [one.code for one in divisions.counties(region[:4])] if region.endswith("00") else [region]
