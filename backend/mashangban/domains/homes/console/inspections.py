"""Household inspection in the console: an estate's sheets, one sheet whole, a unit's signature."""

from itertools import groupby

from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Filter, Link, Row, Table, Tone
from mashangban.domains.homes import permissions, schemas
from mashangban.domains.homes.console import estates
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.schemas import InspectionRow, InspectionView
from mashangban.domains.homes.schemas.inspections import PointView
from mashangban.domains.homes.service import estates as estate_service
from mashangban.domains.homes.service import inspecting, sheetviews
from mashangban.domains.homes.terms.inspections import InspectionKind, InspectionState, Verdict
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import PageRequest

pages = Blueprint(__name__)
AT = estates.ONE + "/inspections"
ONE = estates.HOME + "/inspections/{inspection_id}"
AGAIN = estates.HOME + "/inspections/{id}"
_A_PAGE = 20
_KINDS = tuple(Choice(one.value, one.label) for one in InspectionKind)
_STATES = (Choice("", "全部"), *(Choice(one.value, one.label) for one in InspectionState))
_TONES = {
    InspectionState.OPEN: Tone.ACCENT,
    InspectionState.FINISHED: Tone.WARN,
    InspectionState.SIGNED: Tone.GOOD,
}
_VERDICTS = {Verdict.PASS: Tone.GOOD, Verdict.FAIL: Tone.BAD, Verdict.NONE: Tone.PLAIN}
_COLUMNS = (
    Column("number", "编号", kind="code"),
    Column("home", "房屋"),
    Column("round", "第几次"),
    Column("done", "已查", kind="number"),
    Column("failed", "不合格", kind="number"),
    Column("opened", "开表时间", kind="date"),
    Column("state", "状态"),
)


@pages.route(AT, methods=["GET"])
@page(permission=permissions.VIEW_INSPECTION, template="console/list.html")
def inspections(call: PageCall, estate_id: str) -> View:
    estate = estate_service.show_estate(call.actor, estate_id)
    given = call.request.query
    kind = (
        InspectionKind(given["kind"]) if given.get("kind") in set(InspectionKind) else InspectionKind.BUILDER
    )
    wanted = InspectionState(given["state"]) if given.get("state") in set(InspectionState) else None
    cursor = given.get("cursor") or None
    found = sheetviews.of_estate(call.actor, estate_id, kind, wanted, PageRequest(cursor, _A_PAGE), call.at)
    table = Table(
        name="homes-inspections",
        caption="检查表",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有这样的检查表", "在“房屋和交付”里打开一户，就能开检查表。"),
        path=AT.format(estate_id=estate_id),
        filters=(
            Filter("kind", "谁查", value=kind.value, choices=_KINDS),
            Filter("state", "状态", value=wanted.value if wanted else "", choices=_STATES),
        ),
        cursor=cursor,
        next_cursor=found.next_cursor,
    )
    return View("检查表", {"list": table, "links": ()}, crumbs=estates.crumbs(estate))


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.VIEW_INSPECTION, template="homes/inspection.html")
def inspection(call: PageCall, inspection_id: str) -> View:
    shown = sheetviews.show(call.actor, inspection_id, call.at)
    context = {
        "sheet": shown,
        "mine": address(inspection_id),
        "badge": state(shown),
        "facts": _facts(shown),
        "rooms": [(room, [_point(one) for one in found]) for room, found in groupby(shown.items, _room)],
        "signs": sheetviews.to_sign(call.actor, inspection_id),
        "report": f"/console/documents/{shown.document_id}/file" if shown.document_ready else "",
    }
    crumbs = (Link("小区", estates.HOME), Link(shown.label, f"{estates.HOME}/homes/{shown.home_id}"))
    return View(f"{shown.kind_label} {shown.number}", context, crumbs=crumbs, pictures=True)


@pages.route(ONE + "/signatures", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SIGN_INSPECTION, once=TABLE, again=AGAIN)
def sign(call: PageCall, inspection_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        address(inspection_id),
        lambda: inspecting.sign(call.act, inspection_id, given.parse(schemas.SignForm)),
        "已签字",
    )


def address(inspection_id: str) -> str:
    """The page of a sheet."""
    return ONE.format(inspection_id=inspection_id)


def state(one: InspectionRow) -> Cell:
    """Where a sheet stands."""
    return Cell(one.state_label, tone=_TONES[one.state])


def _row(one: InspectionRow) -> Row:
    cells = {
        "number": Cell(one.number),
        "home": Cell(one.label),
        "round": Cell(f"第 {one.round} 次"),
        "done": Cell(f"{one.done}/{one.points}"),
        "failed": Cell(str(one.failed) if one.failed else ""),
        "opened": Cell(clock.spoken(one.opened_at)),
        "state": state(one),
    }
    return Row(address(one.id), cells)


def _room(one: PointView) -> str:
    return one.room


def _point(one: PointView) -> dict[str, object]:
    """A line of the sheet: what to check, what was measured against which tolerance, what came of it."""
    measured = "、".join(f"{value}" for value in one.values)
    allowed = f"允许偏差 ±{one.tolerance} 毫米，极差 {one.spread} 毫米" if one.measurements else ""
    counted = f"最大偏差 {one.deviation:+d}，极差 {one.spread_found}" if one.deviation is not None else ""
    verdict = (
        Cell(one.verdict.label, tone=_VERDICTS[one.verdict])
        if one.verdict
        else Cell("没有查", tone=Tone.PLAIN)
    )
    return {
        "item": one.item,
        "how": one.how,
        "source": one.source,
        "allowed": allowed,
        "measured": f"设计 {one.design}，实测 {measured} 毫米" if measured else "",
        "counted": counted,
        "verdict": verdict,
        "note": one.note,
        "photos": one.photos,
    }


def _facts(shown: InspectionView) -> list[Fact]:
    return [
        Fact("小区", shown.estate_name),
        Fact("房屋", shown.label, href=f"{estates.HOME}/homes/{shown.home_id}"),
        Fact("检查依据", shown.list_name),
        Fact("第几次", f"第 {shown.round} 次"),
        Fact("已查", f"{shown.done}/{shown.points} 处"),
        Fact("不合格", f"{shown.failed} 处", tone=Tone.BAD if shown.failed else None),
        Fact("开表时间", clock.spoken(shown.opened_at)),
    ]
