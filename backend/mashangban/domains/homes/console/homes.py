"""Handover in the console: which homes have their keys, one home, its door code and its inspection sheets."""

from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, acted, form, page, refusal
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Filter, Flash, Link, Row, Table, Tone
from mashangban.domains.homes import permissions, schemas
from mashangban.domains.homes.console import estates, inspections, places
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.schemas import HomeRow, HomeView
from mashangban.domains.homes.service import doors, inspecting, living, sheetviews
from mashangban.domains.homes.service import estates as service
from mashangban.domains.homes.terms.inspections import InspectionKind
from mashangban.kernel import clock
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import PageRequest

pages = Blueprint(__name__)
AT = estates.ONE + "/homes"
ONE = estates.HOME + "/homes/{home_id}"
AGAIN = estates.HOME + "/homes/{id}"
_COLUMNS = (
    Column("label", "房屋"),
    Column("type", "户型"),
    Column("batch", "交付批次"),
    Column("handed", "交付"),
)
_SHEETS = PageRequest(limit=20)


@pages.route(AT, methods=["GET"])
@page(permission=permissions.VIEW_ESTATE, template="console/list.html")
def homes(call: PageCall, estate_id: str) -> View:
    estate = service.show_estate(call.actor, estate_id)
    given = call.request.query
    names = tuple(one.name for one in estate.buildings)
    building = given["building"] if given.get("building") in names else next(iter(names), "")
    query = schemas.HomesQuery(building=building, cursor=given.get("cursor") or None)
    found = service.homes_at(call.actor, estate_id, query)
    table = Table(
        name="homes-homes",
        caption="房屋",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("还没有房屋", "先导入房屋清单。"),
        path=AT.format(estate_id=estate_id),
        filters=(
            Filter("building", "楼栋", value=building, choices=tuple(Choice(n, f"{n}号楼") for n in names)),
        ),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
    )
    return View("房屋和交付", {"list": table, "links": ()}, crumbs=estates.crumbs(estate))


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.VIEW_HOME, template="homes/home.html")
def home(call: PageCall, home_id: str) -> View:
    shown = living.show_home(call.actor, home_id, call.at)
    estate = service.show_estate(call.actor, shown.estate_id)
    sheets = sheetviews.of_home(call.actor, home_id, _SHEETS, call.at).items
    context = {
        "home": shown,
        "mine": ONE.format(home_id=home_id),
        "badge": _handed(shown),
        "facts": _facts(shown),
        "sheets": [(one, inspections.address(one.id), inspections.state(one)) for one in sheets],
        "acts": places.in_hand(call.actor, estate),
        "today": f"{clock.local_date(call.at):%Y-%m-%d}",
    }
    crumbs = (*estates.crumbs(estate), Link("房屋和交付", AT.format(estate_id=estate.id)))
    return View(shown.label, context, crumbs=crumbs)


@pages.route(ONE + "/handover", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MANAGE_ESTATE, once=TABLE, again=AGAIN)
def hand_over(call: PageCall, home_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        ONE.format(home_id=home_id),
        lambda: service.hand_over(call.act, home_id, given.parse(schemas.Handover)),
        "已登记交付",
        lambda done: f"{done.label}，{done.handed_over_on:%Y-%m-%d}",
    )


@pages.route(ONE + "/code", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MANAGE_ESTATE, once=TABLE, again=AGAIN)
def renew_code(call: PageCall, home_id: str) -> Go:
    return acted(
        ONE.format(home_id=home_id),
        lambda: doors.renew_code(call.act, home_id),
        "门牌码已换新，旧码作废",
        lambda _: "请重新打印这栋楼的门牌码，换到门上。",
    )


@pages.route(ONE + "/inspections", methods=["POST"], content_types=[FORM])
@form(permission=permissions.OPEN_INSPECTION, once=TABLE, again=estates.HOME + "/inspections/{id}")
def inspect(call: PageCall, home_id: str) -> Go:
    given = Form.read(call.body)
    done = attempt(
        lambda: inspecting.begin(
            call.act, home_id, given.parse(schemas.InspectionForm, kind=InspectionKind.BUILDER)
        )
    )
    if isinstance(done, AppError):
        return Go(ONE.format(home_id=home_id), refusal(done))
    return Go(
        inspections.address(done.id), Flash(Tone.GOOD, "检查表已开", "检查人在手机上打开就能填，没网也能填。")
    )


def _row(one: HomeRow) -> Row:
    cells = {
        "label": Cell(one.label),
        "type": Cell(one.house_type),
        "batch": Cell(one.batch),
        "handed": _handed(one),
    }
    return Row(ONE.format(home_id=one.id), cells)


def _handed(one: HomeRow | HomeView) -> Cell:
    if one.handed_over_on is None:
        return Cell("没有交付", tone=Tone.PLAIN)
    return Cell(f"{one.handed_over_on:%Y-%m-%d} 交付", tone=Tone.GOOD)


def _facts(shown: HomeView) -> list[Fact]:
    batch = shown.batch
    return [
        Fact("小区", shown.estate_name),
        Fact("户型", shown.house_type.name if shown.house_type else ""),
        Fact("建筑面积", f"{shown.area / 100:.2f} 平方米" if shown.area else ""),
        Fact("交付批次", batch.name if batch else ""),
        Fact("计划交付", f"{batch.planned_on:%Y-%m-%d}" if batch and batch.planned_on else ""),
        Fact("竣工验收合格", f"{batch.accepted_on:%Y-%m-%d}" if batch and batch.accepted_on else ""),
    ]
