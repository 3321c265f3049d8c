"""Defects for builders' offices and regulators: the work list, one matter whole, and the acts on it.

What is photographed is said on the phone: a visit's repair with its pictures is not a form of the console.
"""

from collections.abc import Callable
from datetime import datetime

from mashangban.console import downloads
from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Link, Row, Step, Table, Tone
from mashangban.deadlines.rules.calendar import ZONE
from mashangban.domains.homes import permissions, schemas
from mashangban.domains.homes.console import places
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.schemas import DefectDone, DefectRow, DefectView
from mashangban.domains.homes.service import defectlists, exporting, overseeing, repairing
from mashangban.domains.homes.terms import DefectState
from mashangban.kernel import clock
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.pagination import Page
from mashangban.registry import service as registry

pages = Blueprint(__name__)
HOME = "/console/homes/defects"
ONE = HOME + "/{defect_id}"
AGAIN = HOME + "/{id}"
_TONES = {
    DefectState.REPORTED.value: Tone.WARN,
    DefectState.DISPUTED.value: Tone.WARN,
    DefectState.REJECTED.value: Tone.BAD,
    DefectState.CONFIRMED.value: Tone.GOOD,
    DefectState.WITHDRAWN.value: Tone.PLAIN,
    DefectState.CLOSED.value: Tone.PLAIN,
}
_COLUMNS = (
    Column("number", "报修编号", kind="code"),
    Column("home", "房屋"),
    Column("category", "问题"),
    Column("contractor", "谁修"),
    Column("reported", "报修时间", kind="date"),
    Column("state", "状态"),
    Column("climb", "督办"),
)
_NOTHING: Page[DefectRow] = Page([])


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST_DEFECTS, template="console/list.html")
def defects(call: PageCall) -> View:
    known = places.known(call.actor, permissions.LIST_DEFECTS)
    query = places.asked(call, known)
    found = defectlists.at_place(call.actor, query) if query else _NOTHING
    table = Table(
        name="defects",
        caption="报修",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有这样的报修", "换一个地方或状态看看。"),
        path=HOME,
        filters=places.filters(query, known),
        cursor=query.cursor if query else None,
        next_cursor=found.next_cursor,
        exports=downloads.links(HOME, {"where": query.where, "bucket": query.bucket})
        if found.items and query
        else (),
    )
    return View("报修", {"list": table, "links": ()})


@pages.route(HOME + "/export", methods=["GET"])
@page(permission=permissions.LIST_DEFECTS, template="console/problem.html")
def export(call: PageCall) -> Reply:
    name, kind = downloads.chosen_format(call)
    query = places.asked(call, places.known(call.actor, permissions.LIST_DEFECTS))
    if query is None:
        raise NotFound()
    return downloads.download(exporting.export_defects(call.actor, query, kind), f"报修.{name}", kind)


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.LIST_DEFECTS, template="homes/defect.html")
def defect(call: PageCall, defect_id: str) -> View:
    shown = defectlists.show(call.act, defect_id)
    context = {
        "defect": shown,
        "badge": _state(shown.row),
        "facts": _facts(shown),
        "steps": [
            Step(one.at, one.label, by=one.by_label, note=one.text, hash=one.hash) for one in shown.log
        ],
        "contractors": _contractors(call) if "assign" in shown.actions else (),
    }
    return View(f"报修 {shown.row.number}", context, crumbs=(Link("报修", HOME),), pictures=True)


@pages.route(ONE + "/acceptance", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ANSWER_DEFECT, once=TABLE, again=AGAIN)
def accept(call: PageCall, defect_id: str) -> Go:
    return _told(lambda: repairing.accept(call.act, defect_id), defect_id, "已受理，住户已收到通知")


@pages.route(ONE + "/dispute", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ANSWER_DEFECT, once=TABLE, again=AGAIN)
def dispute(call: PageCall, defect_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: repairing.dispute(call.act, defect_id, given.parse(schemas.DefectReason)),
        defect_id,
        "异议已交县区判断",
    )


@pages.route(ONE + "/contractor", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ANSWER_DEFECT, once=TABLE, again=AGAIN)
def assign(call: PageCall, defect_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: repairing.assign(call.act, defect_id, given.parse(schemas.Contractor)), defect_id, "已派单"
    )


@pages.route(ONE + "/appointment", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REPAIR, once=TABLE, again=AGAIN)
def appoint(call: PageCall, defect_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: repairing.appoint(
            call.act, defect_id, given.parse(schemas.Appointment, visit_at=_moment(given.one("visit_at")))
        ),
        defect_id,
        "上门时间已告诉住户",
    )


@pages.route(ONE + "/visit", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REPAIR, once=TABLE, again=AGAIN)
def visit(call: PageCall, defect_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: repairing.visit(call.act, defect_id, given.parse(schemas.VisitForm)), defect_id, "已登记上门"
    )


@pages.route(ONE + "/order", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE_DEFECT, once=TABLE, again=AGAIN)
def order(call: PageCall, defect_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: overseeing.order(call.act, defect_id, given.parse(schemas.RepairOrder)),
        defect_id,
        "已责令维修",
    )


@pages.route(ONE + "/extension", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE_DEFECT, once=TABLE, again=AGAIN)
def extend(call: PageCall, defect_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: overseeing.extend(call.act, defect_id, given.parse(schemas.DefectReason)),
        defect_id,
        "期限已延长",
    )


@pages.route(ONE + "/pause", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE_DEFECT, once=TABLE, again=AGAIN)
def pause(call: PageCall, defect_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: overseeing.pause(call.act, defect_id, given.parse(schemas.DefectReason)),
        defect_id,
        "计时已暂停",
    )


@pages.route(ONE + "/resumption", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE_DEFECT, once=TABLE, again=AGAIN)
def resume(call: PageCall, defect_id: str) -> Go:
    return _told(lambda: overseeing.resume(call.act, defect_id), defect_id, "计时已恢复")


@pages.route(ONE + "/closing", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE_DEFECT, once=TABLE, again=AGAIN)
def close(call: PageCall, defect_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: overseeing.close(call.act, defect_id, given.parse(schemas.DefectReason)),
        defect_id,
        "已结案，理由已告诉双方",
    )


def _told(run: Callable[[], DefectDone], defect_id: str, title: str) -> Go:
    return acted(f"{HOME}/{defect_id}", run, title, lambda done: f"现在：{done.state_label}")


def _moment(typed: str) -> str:
    """What a browser's field for day and time sends is the wall clock here; what is no time is left to the schema."""
    try:
        return clock.to_text(datetime.fromisoformat(typed).replace(tzinfo=ZONE))
    except ValueError:
        return typed


def _contractors(call: PageCall) -> tuple[Choice, ...]:
    """The firms that worked at the projects of one's own estates."""
    own = call.actor.reach(permissions.ANSWER_DEFECT).of("org")
    projects = [one for org in own for one in registry.projects_of(org).items]
    firms = {party.enterprise_id: party.name for one in projects for party in one.parties}
    return tuple(Choice(key, name) for key, name in firms.items() if key not in own)


def _row(one: DefectRow) -> Row:
    cells = {
        "number": Cell(one.number),
        "home": Cell(one.home_label, sub=f"{one.estate_name}　{one.room}"),
        "category": Cell(one.category_label, sub=one.severity_label),
        "contractor": Cell(one.contractor or "建设单位自己"),
        "reported": Cell(clock.spoken(one.reported_at)),
        "state": _state(one),
        "climb": _climb(one),
    }
    return Row(f"{HOME}/{one.id}", cells)


def _state(one: DefectRow) -> Cell:
    again = f"住户 {one.rejections} 次说没修好" if one.rejections else ""
    return Cell(one.state_label, sub=again, tone=_TONES.get(one.state, Tone.ACCENT))


def _climb(one: DefectRow) -> Cell:
    return Cell("") if one.climb == "none" else Cell(one.climb_label, tone=Tone.BAD)


def _facts(shown: DefectView) -> list[Fact]:
    row, cover = shown.row, shown.warranty
    unchecked = "" if cover.checked else "（条文待核）"
    return [
        Fact("小区", row.estate_name),
        Fact("房屋", f"{row.home_label}　{row.room}"),
        Fact("问题", row.category_label),
        Fact("急不急", row.severity_label),
        Fact("住户说", shown.text),
        Fact("谁修", row.contractor or "建设单位自己"),
        Fact("约好上门", clock.spoken(row.visit_at) if row.visit_at else ""),
        Fact("保修", cover.sentence, source=f"{cover.article}{unchecked}"),
        Fact("责令修好", f"{shown.order_by:%Y-%m-%d}" if shown.order_by else ""),
        Fact("住户评价", f"{shown.stars} 星" if shown.stars else ""),
    ]
