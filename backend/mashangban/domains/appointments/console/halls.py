"""Halls on the console: a county's halls, one hall with its counters and days ahead, what its office writes."""

from datetime import date
from typing import Literal

from mashangban.console import regions
from mashangban.console.forms import FORM, Form, attempt, error_of, parse
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
from mashangban.domains.appointments import permissions
from mashangban.domains.appointments.console import lines
from mashangban.domains.appointments.models import TABLE
from mashangban.domains.appointments.schemas import (
    HallDayForm,
    HallFigures,
    HallForm,
    HallRow,
    HallsQuery,
    HallView,
)
from mashangban.domains.appointments.service import figures as counting
from mashangban.domains.appointments.service import halls as service
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError, Malformed
from mashangban.kernel.http import Blueprint
from mashangban.kernel.permissions import Place

pages = Blueprint(__name__)
HOME = "/console/appointments/halls"
ONE = HOME + "/{hall_id}"
AGAIN = HOME + "/{id}"
_COLUMNS = (Column("name", "大厅"), Column("address", "地址"), Column("phone", "电话"))
_DEGREE = 1_000_000
# What an office writes: name, label, hint, kind.
_FIELDS: tuple[tuple[str, str, str, Literal["text", "textarea"]], ...] = (
    ("name", "名称", "", "text"),
    ("region", "县区代码", "六位，如 330106；登记后不能改", "text"),
    ("address", "地址", "", "text"),
    ("phone", "电话", "", "text"),
    ("latitude", "纬度", "如 30.270000，从国内地图上抄，导航用", "text"),
    ("longitude", "经度", "如 120.110000", "text"),
    ("periods", "预约时段", "每行一个，如 09:00-09:30", "textarea"),
    (
        "matters",
        "办理事项",
        "每行：编号|名称|每个时段几个号|材料、材料|网上怎么办（后两项可不写）",
        "textarea",
    ),
    ("counters", "窗口", "每行：窗口名|事项编号、事项编号|开 或 停", "textarea"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST_VISITS, template="console/list.html")
def halls(call: PageCall) -> View:
    known = regions.counties(call.actor, permissions.LIST_VISITS)
    asked = call.request.query.get("county")
    county = asked if asked in [one.value for one in known] else known[0].value
    query = parse(HallsQuery, {"cursor": call.request.query.get("cursor") or ""}, county=county)
    may = call.actor.holds(permissions.KEEP_HALL)
    links = (Link("登记大厅", f"{HOME}/new?county={county}", "plus"),) if may else ()
    return View("办事大厅", {"list": _table(query, known), "links": links})


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.KEEP_HALL, template="console/form.html")
def new_hall(call: PageCall) -> View:
    county = call.request.query.get("county") or ""
    return _writing("登记大厅", HOME, HOME, {"region": county})


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_HALL, template="console/form.html", once=TABLE, again=AGAIN)
def open_hall(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: service.open_hall(call.act, _given(given)))
    if isinstance(done, AppError):
        return _writing("登记大厅", HOME, HOME, _typed(given), done)
    return Go(ONE.format(hall_id=done.id), Flash(Tone.GOOD, "大厅已登记", "现在可以网上预约了。"))


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.LIST_VISITS, template="appointments/hall.html")
def hall(call: PageCall, hall_id: str) -> View:
    shown = service.show(hall_id)
    context = {
        "hall": shown,
        "facts": _facts(shown),
        "days": service.days_of(hall_id, clock.local_date(call.at)),
        "links": {one.code: service.booking_link(hall_id, one.code) for one in shown.matters},
        "names": {one.code: one.name for one in shown.matters},
        "figures": _figures(call, hall_id, shown),
        "keeps": call.actor.holds(permissions.KEEP_HALL),
    }
    return View(shown.name, context, crumbs=(Link("办事大厅", HOME),))


@pages.route(ONE + "/edit", methods=["GET"])
@page(permission=permissions.KEEP_HALL, template="console/form.html")
def edit_hall(call: PageCall, hall_id: str) -> View:
    shown, where = service.show(hall_id), ONE.format(hall_id=hall_id)
    plain = {name: str(getattr(shown, name)) for name in ("name", "region", "address", "phone")}
    spot = {
        "latitude": f"{shown.latitude_e6 / _DEGREE:.6f}",
        "longitude": f"{shown.longitude_e6 / _DEGREE:.6f}",
    }
    return _writing("更改大厅", f"{where}/edit", where, {**plain, **spot, **lines.written(shown)})


@pages.route(ONE + "/edit", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_HALL, template="console/form.html", once=TABLE, again=AGAIN)
def change_hall(call: PageCall, hall_id: str) -> View | Go:
    given, where = Form.read(call.body), ONE.format(hall_id=hall_id)
    done = attempt(lambda: service.change(call.act, hall_id, _given(given)))
    if isinstance(done, AppError):
        return _writing("更改大厅", f"{where}/edit", where, _typed(given), done)
    return Go(where, Flash(Tone.GOOD, "已更改", "已约好的不受影响；多出的号先给候补的人。"))


@pages.route(ONE + "/days", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_HALL, once=TABLE, again=HOME)
def decide_day(call: PageCall, hall_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        ONE.format(hall_id=hall_id),
        lambda: service.decide_day(call.act, hall_id, _day(given), _decision(given)),
        "已安排",
        lambda done: "当天已约的人会收到停办通知，不算他们没来。" if not done.opens else "",
    )


def _decision(given: Form) -> HallDayForm:
    return given.parse(HallDayForm, quotas=_quotas(given))


def _quotas(given: Form) -> dict[str, str]:
    asked = {
        name.removeprefix("quota-"): given.one(name) for name in given.values if name.startswith("quota-")
    }
    return {code: value for code, value in asked.items() if value}


def _day(given: Form) -> date:
    try:
        return date.fromisoformat(given.one("day"))
    except ValueError as broken:
        raise Malformed() from broken


def _typed(given: Form) -> dict[str, str]:
    return {name: given.one(name) for name, *_ in _FIELDS}


def _given(form_: Form) -> HallForm:
    """What the office wrote as the API's own shape. Raises HallWrong, Invalid."""
    return form_.parse(
        HallForm,
        latitude_e6=_micro(form_.one("latitude")),
        longitude_e6=_micro(form_.one("longitude")),
        periods=lines.periods(form_.one("periods")),
        matters=lines.matters(form_.one("matters")),
        counters=lines.counters(form_.one("counters")),
    )


def _micro(text: str) -> object:
    """Degrees as millionths; what is no number is left for the shape to refuse."""
    try:
        return round(float(text) * _DEGREE)
    except ValueError:
        return text


def _writing(
    title: str, action: str, back: str, typed: dict[str, str], refused: AppError | None = None
) -> View:
    context: dict[str, object] = {
        "fields": tuple(_field(*one, typed, refused) for one in _FIELDS),
        "action": action,
        "back": back,
        "key": ids.new_id(),
        "hidden": {},
        "refused": refused,
        "submit": "保存",
    }
    return View(title, context, crumbs=(Link("办事大厅", HOME),))


def _field(
    name: str,
    label: str,
    hint: str,
    kind: Literal["text", "textarea"],
    typed: dict[str, str],
    refused: AppError | None,
) -> Field:
    wrong = error_of(refused, f"{name}_e6" if name in ("latitude", "longitude") else name)
    value, wide = typed.get(name, ""), kind == "textarea"
    return Field(name, label, value, kind=kind, required=True, hint=hint, error=wrong, full=wide)


def _table(query: HallsQuery, known: tuple[Choice, ...]) -> Table:
    found = service.of_county(query)
    return Table(
        name="halls",
        caption="办事大厅",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("这个县区还没有登记大厅", "登记大厅、事项和窗口以后，大家就能网上预约。"),
        path=HOME,
        filters=(Filter("county", "县区", value=query.county, choices=known),),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
    )


def _figures(call: PageCall, hall_id: str, shown: HallView) -> list[HallFigures]:
    """A hall's month for whoever reaches it; the hall itself is everybody's to see."""
    if not call.actor.reach(permissions.LIST_VISITS).covers(Place(shown.region)):
        return []
    return counting.of_month(call.actor, hall_id, clock.local_date(call.at))


def _row(one: HallRow) -> Row:
    cells = {"name": Cell(one.name), "address": Cell(one.address), "phone": Cell(one.phone)}
    return Row(ONE.format(hall_id=one.id), cells)


def _facts(one: HallView) -> list[Fact]:
    return [
        Fact("地址", one.address),
        Fact("电话", one.phone),
        Fact("预约时段", "、".join(f"{part.starts:%H:%M}-{part.ends:%H:%M}" for part in one.periods)),
    ]
