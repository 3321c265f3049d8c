"""Faults of public areas for whoever answers for them and for regulators: the work list, one fault, the acts on it."""

from collections.abc import Callable

from mashangban.console import regions
from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Filter, Link, Row, Step, Table, Tone
from mashangban.domains.publicareas import permissions, schemas
from mashangban.domains.publicareas.models import TABLE
from mashangban.domains.publicareas.schemas import (
    PublicFaultDone,
    PublicFaultRow,
    PublicFaultsQuery,
    PublicFaultView,
)
from mashangban.domains.publicareas.service import areas, handling
from mashangban.domains.publicareas.terms import FaultState
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import Page, PageRequest

pages = Blueprint(__name__)
HOME = "/console/publicareas/faults"
ONE = HOME + "/{fault_id}"
AGAIN = HOME + "/{id}"
_BUCKETS = (Choice("open", "没修完"), Choice("closed", "已结束"))
_TONES = {
    FaultState.REPORTED.value: Tone.WARN,
    FaultState.FIXED.value: Tone.GOOD,
    FaultState.DECLINED.value: Tone.PLAIN,
}
_COLUMNS = (
    Column("number", "报修编号", kind="code"),
    Column("area", "地点"),
    Column("service", "问题"),
    Column("reported", "报修时间", kind="date"),
    Column("state", "状态"),
    Column("climb", "督办"),
)
_NOTHING: Page[PublicFaultRow] = Page([])


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST, template="console/list.html")
def faults(call: PageCall) -> View:
    known = _places(call)
    query = _asked(call, known)
    found = handling.at_place(call.actor, query) if query else _NOTHING
    label = "地区" if known and known[0].value.isdecimal() else "小区"
    table = Table(
        name="publicfaults",
        caption="公共区域报修",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有这样的报修", "换一个地方或状态看看。小区要先开通公共区域报修。"),
        path=HOME,
        filters=(
            Filter("where", label, value=query.where if query else "", choices=known),
            Filter("bucket", "状态", value=query.bucket if query else "", choices=_BUCKETS),
        ),
        cursor=query.cursor if query else None,
        next_cursor=found.next_cursor,
    )
    return View("公共区域报修", {"list": table, "links": ()})


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.LIST, template="publicareas/fault.html")
def fault(call: PageCall, fault_id: str) -> View:
    shown = handling.show(call.act, fault_id)
    context = {
        "fault": shown,
        "badge": _state(shown.row),
        "facts": _facts(shown),
        "steps": [Step(one.at, one.label, by=one.by_label, note="", hash=one.hash) for one in shown.log],
    }
    return View(f"公共区域报修 {shown.row.number}", context, crumbs=(Link("公共区域报修", HOME),))


@pages.route(ONE + "/acceptance", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ANSWER, once=TABLE, again=AGAIN)
def accept(call: PageCall, fault_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: handling.accept(call.act, fault_id, given.parse(schemas.PublicFaultPromise)),
        fault_id,
        "已答应处理，报修人已收到通知",
    )


@pages.route(ONE + "/refusal", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ANSWER, once=TABLE, again=AGAIN)
def decline(call: PageCall, fault_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: handling.decline(call.act, fault_id, given.parse(schemas.PublicFaultReason)),
        fault_id,
        "理由已公开，县区已收到",
    )


@pages.route(ONE + "/repair", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ANSWER, once=TABLE, again=AGAIN)
def fix(call: PageCall, fault_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: handling.fix(call.act, fault_id, given.parse(schemas.PublicFaultReason)),
        fault_id,
        "已登记修好，报修人已收到通知",
    )


@pages.route(ONE + "/order", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ORDER, once=TABLE, again=AGAIN)
def order(call: PageCall, fault_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: handling.order(call.act, fault_id, given.parse(schemas.PublicFaultReason)),
        fault_id,
        "已责令修理",
    )


@pages.route(ONE + "/wording", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MODERATE, once=TABLE, again=AGAIN)
def decide_wording(call: PageCall, fault_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: handling.decide_wording(call.act, fault_id, given.parse(schemas.WordingDecision)),
        fault_id,
        "已决定，报修人已收到通知",
    )


def _told(run: Callable[[], PublicFaultDone], fault_id: str, title: str) -> Go:
    return acted(f"{HOME}/{fault_id}", run, title, lambda done: f"现在：{done.state_label}")


def _places(call: PageCall) -> tuple[Choice, ...]:
    """Counties below one's own region; for an office the areas it answers for."""
    if known := regions.counties(call.actor, permissions.LIST):
        return known
    units = call.actor.reach(permissions.LIST).of("org")
    own = [one for unit in units for one in areas.of_handler(call.actor, unit, PageRequest()).items]
    return tuple(Choice(one.id, one.name) for one in own)


def _asked(call: PageCall, places: tuple[Choice, ...]) -> PublicFaultsQuery | None:
    given = call.request.query
    values = [one.value for one in places]
    where = given.get("where") if given.get("where") in values else next(iter(values), "")
    if not where:
        return None
    bucket = "closed" if given.get("bucket") == "closed" else "open"
    return PublicFaultsQuery.model_validate(
        {"where": where, "bucket": bucket, "cursor": given.get("cursor") or None}
    )


def _row(one: PublicFaultRow) -> Row:
    climb = Cell(one.climb_label, tone=Tone.BAD) if one.climb_label else Cell("")
    cells = {
        "number": Cell(one.number),
        "area": Cell(one.area_name, sub=one.address),
        "service": Cell(one.service_label),
        "reported": Cell(clock.spoken(one.reported_at)),
        "state": _state(one),
        "climb": climb,
    }
    return Row(f"{HOME}/{one.id}", cells)


def _state(one: PublicFaultRow) -> Cell:
    wording = f"文字{one.wording_label}" if one.wording != "shown" else ""
    return Cell(one.state_label, sub=wording, tone=_TONES.get(one.state, Tone.ACCENT))


def _facts(shown: PublicFaultView) -> list[Fact]:
    row = shown.row
    return [
        Fact("小区", row.area_name),
        Fact("地点", row.address),
        Fact("问题", row.service_label),
        Fact("报修人说", shown.description or "（报修人已注销，文字已删除）"),
        Fact("别人看到的文字", row.wording_label),
        Fact("照片地址（外部网站）", shown.media_url or ""),
        Fact("照片", f"{len(shown.photos)} 张" if shown.photos else ""),
        Fact("最近的答复", shown.note),
        Fact("答应修好", f"{row.promised_on:%Y-%m-%d}" if row.promised_on else ""),
    ]
