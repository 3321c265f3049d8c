"""The month's board: worker-days by state and place, for those who oversee."""

from mashangban.console import regions
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import (
    Cell,
    Chart,
    Column,
    Empty,
    MapPlace,
    Row,
    Series,
    Table,
    Tile,
    Tone,
)
from mashangban.domains.attendance import permissions
from mashangban.domains.attendance.console.projects import PROJECTS
from mashangban.domains.attendance.rules.calendar import is_month
from mashangban.domains.attendance.schemas import BoardView
from mashangban.domains.attendance.service import boards, viewing
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
HOME = "/console/attendance"
_COUNTY = 6


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW_BOARD, template="attendance/board.html")
def board(call: PageCall) -> View:
    given = call.request.query
    asked = given.get("month", "")
    month = asked if is_month(asked) else viewing.month_now(call.at)
    region = given.get("region") or regions.own(call.actor)
    shown = boards.board(call.actor, region, month)
    context = {
        "tiles": _tiles(shown),
        "charts": _charts(shown),
        "list": _table(shown),
        "month": month,
        "region": region,
    }
    return View(
        f"{shown.region_name}考勤看板",
        context,
        lead=f"{month} 月份",
        crumbs=regions.above(call.actor, permissions.VIEW_BOARD, region, lambda one: _address(one, month)),
    )


def _address(region: str, month: str) -> str:
    return f"{HOME}?region={region}&month={month}"


def _tiles(shown: BoardView) -> list[Tile]:
    counts = {cell.key: cell.count for cell in shown.states}
    asked = counts.get("questioned", 0) + counts.get("claimed", 0)
    return [
        Tile("已定工日", f"{shown.halves / 2:,g}", "天", tone=Tone.ACCENT),
        Tile("等人答复", f"{asked:,}", "人天", tone=Tone.WARN if asked else Tone.PLAIN),
        Tile("没有记录", f"{counts.get('none', 0):,}", "人天"),
        Tile("更正过", f"{shown.corrected:,}", "人天", note=f"双方说法不同 {shown.contested:,}"),
        Tile("闸机通行", f"{shown.passes:,}", "次"),
    ]


def _charts(shown: BoardView) -> list[Chart]:
    labels = tuple(cell.label for cell in shown.states)
    states = Chart(
        "按状态", "bar", "人天", labels, (Series("人天", tuple(cell.count for cell in shown.states)),)
    )
    return [_places(shown), states]


def _places(shown: BoardView) -> Chart:
    if len(shown.region) == _COUNTY:
        labels = tuple(cell.label for cell in shown.parts[:12])
        series = (Series("已定人天", tuple(cell.count for cell in shown.parts[:12])),)
        return Chart("按项目", "rows", "人天", labels, series)
    places = tuple(
        MapPlace(cell.key.ljust(6, "0"), cell.label, cell.count, _address(cell.key, shown.month))
        for cell in shown.parts
    )
    return Chart("按地区", "map", "人天", region=shown.region.ljust(6, "0"), places=places)


def _table(shown: BoardView) -> Table:
    county = len(shown.region) == _COUNTY
    rows = tuple(
        Row(
            f"{PROJECTS}/{cell.key}" if county else _address(cell.key, shown.month),
            {"name": Cell(cell.label), "settled": Cell(f"{cell.count:,}")},
        )
        for cell in shown.parts
    )
    return Table(
        name="attendance-parts",
        caption="项目" if county else "地区",
        columns=(Column("name", "项目" if county else "地区"), Column("settled", "已定人天", kind="number")),
        rows=rows,
        empty=Empty("这个月还没有考勤", "班组点名、闸机通行后，第二天中午会汇总到这里。"),
        path=HOME,
    )
