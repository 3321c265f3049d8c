"""Which places one may ask for: the counties of a region, or the estates of one's enterprise."""

from mashangban.console import regions
from mashangban.console.pages import PageCall
from mashangban.console.views import Choice, Filter
from mashangban.domains.homes import permissions
from mashangban.domains.homes.schemas import DefectsQuery, EstatesQuery, EstateView
from mashangban.domains.homes.service import estates
from mashangban.kernel.permissions import Permission, Place, Principal

BUCKETS = (Choice("open", "没修完"), Choice("late", "超期"), Choice("ended", "已结束"))
_MOST = 50


def known(actor: Principal, permission: Permission) -> tuple[Choice, ...]:
    """Counties below one's own region; for an office its estates by name."""
    return regions.counties(actor, permission) or tuple(_estates(actor))


def asked(call: PageCall, places: tuple[Choice, ...]) -> DefectsQuery | None:
    """What the list is asked for; None while there is no place to ask for."""
    given = call.request.query
    values = [one.value for one in places]
    where = given.get("where") if given.get("where") in values else next(iter(values), "")
    bucket = given.get("bucket", "")
    if not where:
        return None
    chosen = bucket if bucket in {one.value for one in BUCKETS} else BUCKETS[0].value
    return DefectsQuery(where=where, bucket=chosen, cursor=given.get("cursor") or None)


def filters(query: DefectsQuery | None, places: tuple[Choice, ...]) -> tuple[Filter, ...]:
    """Place and group, as the list's head asks for them."""
    label = "地区" if places and places[0].value.isdecimal() else "小区"
    return (
        Filter("where", label, value=query.where if query else "", choices=places),
        Filter("bucket", "状态", value=query.bucket if query else "", choices=BUCKETS),
    )


def in_hand(actor: Principal, estate: EstateView) -> bool:
    """Whether this is the builder's own office: nobody else fills or changes an estate."""
    office = Place(orgs=frozenset({estate.builder.id}))
    permission = permissions.MANAGE_ESTATE
    return actor.holds(permission) and actor.reach(permission).covers(office)


def _estates(actor: Principal) -> list[Choice]:
    found: list[Choice] = []
    for org in actor.reach(permissions.VIEW_ESTATE).of("org"):
        page = estates.list_estates(actor, EstatesQuery(where=org, limit=_MOST))
        found += [Choice(one.id, one.name) for one in page.items]
    return found
