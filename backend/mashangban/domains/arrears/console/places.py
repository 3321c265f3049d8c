"""Which places one may ask for: the counties of a region, or the projects one serves."""

from mashangban.console.pages import PageCall
from mashangban.console.views import Choice, Filter
from mashangban.domains.arrears.schemas import PlaceQuery
from mashangban.domains.arrears.service import boards
from mashangban.kernel.permissions import Permission, Principal
from mashangban.registry import divisions
from mashangban.registry import service as registry


def counties(actor: Principal, permission: Permission) -> tuple[Choice, ...]:
    """The counties of one's regions, those with late months first and with their number."""
    found: list[Choice] = []
    for region in actor.reach(permission).of("region"):
        late = boards.counties_with_late(region)
        found += [Choice(code, f"{divisions.name(code)}（{n} 笔欠薪）") for code, n in late.items() if n]
        rest = (one.code for one in divisions.counties(region) if not late.get(one.code))
        found += [Choice(code, divisions.name(code)) for code in rest]
    return tuple(found)


def projects(actor: Principal, permission: Permission) -> tuple[Choice, ...]:
    """The projects one serves by oneself or through one's enterprise."""
    reach = actor.reach(permission)
    own = {one.id: one.name for one in registry.projects(list(reach.of("project")))}
    for org in reach.of("org"):
        own |= {one.id: one.name for one in registry.projects_of(org).items}
    return tuple(Choice(key, name) for key, name in own.items())


def asked(call: PageCall, known: tuple[Choice, ...], buckets: tuple[Choice, ...]) -> PlaceQuery | None:
    """What the list is asked for; None while there is no place to ask for."""
    given = call.request.query
    places = [one.value for one in known]
    where = given.get("where") if given.get("where") in places else next(iter(places), "")
    bucket = given.get("bucket", buckets[0].value)
    if not where or bucket not in {one.value for one in buckets}:
        return PlaceQuery(where=where, bucket=buckets[0].value) if where else None
    return PlaceQuery(where=where, bucket=bucket, cursor=given.get("cursor") or None)


def filters(
    query: PlaceQuery | None, known: tuple[Choice, ...], buckets: tuple[Choice, ...]
) -> tuple[Filter, ...]:
    """Place and group, as the list's head asks for them."""
    label = "地区" if known and known[0].value.isdecimal() else "项目"
    return (
        Filter("where", label, value=query.where if query else "", choices=known),
        Filter("bucket", "状态", value=query.bucket if query else "", choices=buckets),
    )
