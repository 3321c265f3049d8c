"""Estates: a builder's own, a county's; buildings, handover batches and house types of one."""

from mashangban.console import regions
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Filter, Link, Row, Table
from mashangban.domains.homes import permissions
from mashangban.domains.homes.schemas import EstateRow, EstatesQuery, EstateView
from mashangban.domains.homes.service import estates as service
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import Page
from mashangban.registry import service as registry

pages = Blueprint(__name__)
HOME = "/console/homes/estates"
_COLUMNS = (
    Column("name", "小区"),
    Column("county", "地区"),
    Column("builder", "建设单位"),
    Column("homes", "房屋（套）", kind="number"),
)
_NOTHING: Page[EstateRow] = Page([])


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW_ESTATE, template="console/list.html")
def estates(call: PageCall) -> View:
    known = _places(call)
    given = call.request.query
    values = [one.value for one in known]
    where = given.get("where") if given.get("where") in values else next(iter(values), "")
    query = EstatesQuery(where=where or "", cursor=given.get("cursor") or None)
    found = service.list_estates(call.actor, query) if where else _NOTHING
    table = Table(
        name="estates",
        caption="小区",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("这里还没有小区", "建设单位把项目建成小区、导入房屋后，会出现在这里。"),
        path=HOME,
        filters=(Filter("where", "哪里的", value=where or "", choices=known),),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
    )
    return View("小区", {"list": table, "links": ()})


@pages.route(HOME + "/{estate_id}", methods=["GET"])
@page(permission=permissions.VIEW_ESTATE, template="homes/estate.html")
def estate(call: PageCall, estate_id: str) -> View:
    shown = service.show_estate(call.actor, estate_id)
    context = {"estate": shown, "facts": _facts(shown)}
    return View(shown.name, context, crumbs=(Link("小区", HOME),))


def _places(call: PageCall) -> tuple[Choice, ...]:
    if known := regions.counties(call.actor, permissions.VIEW_ESTATE):
        return known
    own = registry.enterprises(list(call.actor.reach(permissions.VIEW_ESTATE).of("org")))
    return tuple(Choice(one.id, one.name) for one in own)


def _row(one: EstateRow) -> Row:
    cells = {
        "name": Cell(one.name, sub=one.address),
        "county": Cell(one.county_name),
        "builder": Cell(one.builder.name),
        "homes": Cell(f"{one.homes:,}"),
    }
    return Row(f"{HOME}/{one.id}", cells)


def _facts(shown: EstateView) -> list[Fact]:
    return [
        Fact("地区", shown.county_name),
        Fact("地址", shown.address),
        Fact("建设单位", shown.builder.name),
        Fact("总承包单位", shown.contractor.name if shown.contractor else ""),
        Fact("监理单位", shown.supervisor.name if shown.supervisor else ""),
        Fact("房屋", f"{shown.homes:,} 套"),
    ]
