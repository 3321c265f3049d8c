"""Estates: a builder's own, a county's; opening one; its buildings, handover batches and house types."""

from mashangban.console import regions
from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Fact,
    Field,
    Filter,
    Flash,
    Link,
    Row,
    Table,
    Tone,
)
from mashangban.domains.homes import permissions
from mashangban.domains.homes.console import places
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.schemas import (
    BatchForm,
    DoorSheetForm,
    EstateForm,
    EstateRow,
    EstatesQuery,
    EstateView,
)
from mashangban.domains.homes.service import estates as service
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import Page
from mashangban.registry import service as registry
from mashangban.registry.rules.records import Project
from mashangban.registry.terms import PartyKind

pages = Blueprint(__name__)
HOME = "/console/homes/estates"
ONE = HOME + "/{estate_id}"
_COLUMNS = (
    Column("name", "小区"),
    Column("county", "地区"),
    Column("builder", "建设单位"),
    Column("homes", "房屋（套）", kind="number"),
)
_NOTHING: Page[EstateRow] = Page([])
_FROM_REGISTER = "只列出贵单位是建设单位、还没有建小区的项目。"
_NONE_LEFT = "没有可以建小区的项目：要先在项目名录里登记贵单位为建设单位。"


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
    opens = _is_office(call) and (Link("建小区", f"{HOME}/new", "plus"),)
    return View("小区", {"list": table, "links": opens or ()})


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.MANAGE_ESTATE, template="console/form.html")
def new_estate(call: PageCall) -> View:
    return _form(call)


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(permission=permissions.MANAGE_ESTATE, template="console/form.html", once=TABLE, again=HOME + "/{id}")
def open_estate(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: service.open_estate(call.act, given.parse(EstateForm)))
    if isinstance(done, AppError):
        return _form(call, done)
    return Go(f"{HOME}/{done.id}", Flash(Tone.GOOD, "小区建好了", "下一步：导入房屋清单。"))


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.VIEW_ESTATE, template="homes/estate.html")
def estate(call: PageCall, estate_id: str) -> View:
    shown = service.show_estate(call.actor, estate_id)
    context = {"estate": shown, "facts": _facts(shown), "own": places.in_hand(call.actor, shown)}
    return View(shown.name, context, crumbs=(Link("小区", HOME),), pictures=True)


@pages.route(ONE + "/door-sheets", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MANAGE_ESTATE, once=TABLE, again=HOME)
def order_sheet(call: PageCall, estate_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}/{estate_id}",
        lambda: service.order_sheet(call.act, estate_id, given.parse(DoorSheetForm)),
        "门牌码正在排版",
        lambda _: "几秒钟后刷新页面就能打开打印。",
    )


@pages.route(ONE + "/batches", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MANAGE_ESTATE, once=TABLE, again=HOME + "/{id}")
def set_batch(call: PageCall, estate_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}/{estate_id}",
        lambda: service.set_batch(call.act, estate_id, given.parse(BatchForm)),
        "交付批次的日期已改",
    )


def crumbs(shown: EstateView) -> tuple[Link, ...]:
    """The way to a page below an estate."""
    return (Link("小区", HOME), Link(shown.name, f"{HOME}/{shown.id}"))


def _is_office(call: PageCall) -> bool:
    """Whether somebody acts for an enterprise, which may have projects to open."""
    return call.actor.holds(permissions.MANAGE_ESTATE) and bool(
        call.actor.reach(permissions.MANAGE_ESTATE).of("org")
    )


def _form(call: PageCall, refused: AppError | None = None) -> View:
    """The projects that one's own enterprise builds and has not opened yet."""
    own = call.actor.reach(permissions.MANAGE_ESTATE).of("org")
    built = [one for org in own for one in registry.projects_of(org).items if _builder(one) == org]
    opened = {
        row.id for org in own for row in service.list_estates(call.actor, EstatesQuery(where=org)).items
    }
    choices = tuple(Choice(one.id, f"{one.name}（{one.code}）") for one in built if one.id not in opened)
    hint = _FROM_REGISTER if choices else _NONE_LEFT
    field = Field("project_id", "项目", kind="select", required=True, full=True, choices=choices, hint=hint)
    context: dict[str, object] = {
        "fields": (field,),
        "action": HOME,
        "back": HOME,
        "key": ids.new_id(),
        "hidden": {},
        "refused": refused,
        "submit": "建小区",
    }
    return View("建小区", context, crumbs=(Link("小区", HOME),))


def _builder(project: Project) -> str:
    found = project.party(PartyKind.OWNER)
    return found.enterprise_id if found else ""


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
