"""Cases on the console: what a zone has to act on, one case with its chain of custody, the list as a file."""

from mashangban.console import downloads, regions
from mashangban.console.forms import parse
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Filter, Link, Row, Step, Table, Tone
from mashangban.domains.crossregion import permissions
from mashangban.domains.crossregion.schemas.cases import (
    CaseRow,
    CaseView,
    DeskQuery,
    PairsQuery,
    PairView,
    SheetView,
)
from mashangban.domains.crossregion.service import caselists, exporting
from mashangban.domains.crossregion.terms.cases import Carrier, CaseState, Outcome, PageState, Verdict
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.permissions import Place

pages = Blueprint(__name__)
HOME = "/console/crossregion"
ONE = HOME + "/cases/{case_id}"
AGAIN = HOME + "/cases/{id}"
CRUMBS = (Link("跨省通办件", HOME),)
_COLUMNS = (
    Column("number", "编号", kind="code"),
    Column("name", "事项"),
    Column("mode", "办理方式"),
    Column("way", "收件地 → 办理地"),
    Column("state", "状态"),
    Column("charge", "现在轮到谁"),
    Column("due", "最迟", kind="date"),
)
_TONES = {
    CaseState.DELIVERED: Tone.GOOD,
    CaseState.RETURNING: Tone.GOOD,
    CaseState.MISSING: Tone.BAD,
    CaseState.REJECTED: Tone.PLAIN,
    CaseState.WITHDRAWN: Tone.PLAIN,
    CaseState.DECIDING: Tone.ACCENT,
}
_SHOWN = (Choice("", "等本地办的"), Choice("yes", "经手的全部"))
_PAIRS = (
    Column("pair", "收件地 → 办理地"),
    Column("collected", "收件", kind="number"),
    Column("decided", "办结", kind="number"),
    Column("on_time", "按时办结", kind="number"),
    Column("returned", "缺页或不一致退补", kind="number"),
    Column("late", "超过时限", kind="number"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST_CASES, template="console/list.html")
def cases(call: PageCall) -> View:
    known = regions.reached(call.actor, permissions.LIST_CASES)
    query = _asked(call)
    found = caselists.at_desk(call.actor, query)
    kept = {"region": query.region, "all": "yes" if query.all else ""}
    table = Table(
        name="cross-cases",
        caption="跨省通办件",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有等本地办的件", "要看办完的，请选“经手的全部”。"),
        path=HOME,
        filters=(
            Filter("region", "地区", value=query.region, choices=known),
            Filter("all", "看哪些", value=kept["all"], choices=_SHOWN),
        ),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
        exports=downloads.links(HOME, kept),
    )
    may = call.actor.holds(permissions.HANDLE) and _handles(call, query.region)
    links = [Link("各地区间的数", f"{HOME}/pairs?region={query.region}", "board")]
    links += [Link("收件窗口和培训", f"{HOME}/windows?region={query.region}", "people")]
    links += [Link("窗口收件", f"{HOME}/cases/new?region={query.region}", "plus")] if may else []
    return View("跨省通办件", {"list": table, "links": tuple(links)})


@pages.route(HOME + "/export", methods=["GET"])
@page(permission=permissions.LIST_CASES, template="")
def export(call: PageCall) -> Reply:
    ending, kind = downloads.chosen_format(call)
    content = exporting.cases_sheet(call.actor, _asked(call), kind)
    return downloads.download(content, f"跨省通办件.{ending}", kind)


@pages.route(HOME + "/pairs", methods=["GET"])
@page(permission=permissions.LIST_CASES, template="console/list.html")
def pairs(call: PageCall) -> View:
    known = regions.reached(call.actor, permissions.LIST_CASES)
    given = call.request.query
    query = parse(
        PairsQuery, {"region": given.get("region") or known[0].value, "day": given.get("day") or ""}
    )
    day = query.day or clock.local_date(call.at)
    rows = [Row("", _pair_cells(one)) for one in caselists.pair_figures(call.act, query)]
    table = Table(
        name="cross-pairs",
        caption="各地区间的数",
        columns=_PAIRS,
        rows=tuple(rows),
        empty=Empty("这个月还没有数", "收了件以后，每一步都算在这里。"),
        path=f"{HOME}/pairs",
        filters=(
            Filter("region", "地区", value=query.region, choices=known),
            Filter("day", "哪个月（选当月任一天）", kind="date", value=day.isoformat()),
        ),
    )
    return View("各地区间的数", {"list": table, "links": ()}, crumbs=CRUMBS)


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.LIST_CASES, template="crossregion/case.html")
def case(call: PageCall, case_id: str) -> View:
    shown = caselists.show(call.act, case_id)
    context = {
        "case": shown,
        "acts": shown.actions,
        "home": ONE.format(case_id=case_id),
        "badge": _state(shown.row),
        "facts": _facts(shown),
        "steps": [Step(one.at, one.label, one.by_label, one.note, hash=one.hash) for one in shown.log],
        "tones": {
            one.value: Tone.BAD if one.wrong else Tone.WARN for one in PageState if one is not PageState.HERE
        },
        "offered": _offered(shown),
        "mine": _sendable(shown),
        "wrong": [sheet for sheet in shown.sheets if PageState(sheet.state).wrong],
        "verdicts": [Choice(one.value, one.label) for one in Verdict],
        "carriers": _carriers(shown),
        "outcomes": [Choice(one.value, one.label) for one in Outcome],
        "receipt": shown.side in ("home", "window"),
        "asks": call.actor.holds(permissions.TAKE_PART),
    }
    return View(f"{shown.row.name} {shown.row.number}", context, crumbs=CRUMBS, pictures=True)


@pages.route(ONE + "/receipt", methods=["GET"])
@page(permission=permissions.LIST_CASES, template="")
def receipt(call: PageCall, case_id: str) -> Reply:
    content = caselists.receipt(call.actor, case_id).model_dump_json()
    return downloads.download(content.encode(), "receipt.json", "application/json")


def _asked(call: PageCall) -> DeskQuery:
    given = call.request.query
    known = regions.reached(call.actor, permissions.LIST_CASES)
    asked = {name: given.get(name) or "" for name in ("cursor", "all")}
    return parse(DeskQuery, {**asked, "region": given.get("region") or known[0].value})


def _handles(call: PageCall, region: str) -> bool:
    return call.actor.reach(permissions.HANDLE).covers(Place(region))


def _row(one: CaseRow) -> Row:
    cells = {
        "number": Cell(one.number),
        "name": Cell(one.name),
        "mode": Cell(one.mode_label),
        "way": Cell(f"{one.window_name or '网上'} → {one.home_name}"),
        "state": _state(one),
        "charge": Cell(one.charge_name, sub=f"{one.late_name}超过时限" if one.late_name else ""),
        "due": Cell(clock.spoken(one.due_at) if one.due_at else ""),
    }
    return Row(ONE.format(case_id=one.id), cells)


def _pair_cells(one: PairView) -> dict[str, Cell]:
    percent = f"{one.on_time_percent}%" if one.on_time_percent is not None else ""
    return {
        "pair": Cell(f"{one.window_name} → {one.home_name}"),
        "collected": Cell(str(one.collected)),
        "decided": Cell(str(one.decided)),
        "on_time": Cell(str(one.on_time), sub=percent),
        "returned": Cell(str(one.returned)),
        "late": Cell(str(one.late)),
    }


def _state(one: CaseRow) -> Cell:
    return Cell(one.state_label, tone=_TONES.get(CaseState(one.state), Tone.WARN))


def _offered(shown: CaseView) -> list[SheetView]:
    """The pages on the way, which the receiver checks."""
    return [sheet for sheet in shown.sheets if sheet.state == PageState.MOVING.value]


def _sendable(shown: CaseView) -> list[SheetView]:
    """What whoever is in charge may hand over now: papers before the decision, results after it."""
    result = shown.row.state == CaseState.RETURNING.value
    return [
        sheet
        for sheet in shown.sheets
        if sheet.holder_name == shown.row.charge_name
        and sheet.result is result
        and sheet.state in (PageState.HERE.value, PageState.MISSING.value)
    ]


def _carriers(shown: CaseView) -> list[Choice]:
    """Paper never goes online; what is only scanned goes online first."""
    paper = any(sheet.paper for sheet in _sendable(shown))
    return [Choice(one.value, one.label) for one in Carrier if not (paper and one is Carrier.ONLINE)]


def _facts(shown: CaseView) -> list[Fact]:
    row = shown.row
    late = Fact("超过时限", row.late_name, tone=Tone.BAD) if row.late_name else None
    found = [
        Fact("办事人", shown.person) if shown.person else None,
        Fact("办理方式", row.mode_label),
        Fact("收件地", row.window_name or "网上"),
        Fact("办理地", row.home_name),
        Fact("现在轮到", row.charge_name),
        Fact("最迟", clock.spoken(row.due_at)) if row.due_at else None,
        late,
        Fact("要补的材料", shown.asked) if shown.asked else None,
        Fact("结果", shown.outcome_label) if shown.outcome_label else None,
        Fact("理由", shown.reason) if shown.reason else None,
        Fact("您在这个件里是", shown.side_label),
    ]
    return [one for one in found if one is not None]
