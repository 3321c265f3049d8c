"""The board: late months by place and level, complaints, money."""

from typing import Literal

from mashangban.console import regions
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Chart, MapPlace, Series, Tile, Tone
from mashangban.domains.arrears import permissions
from mashangban.domains.arrears.schemas import BoardView
from mashangban.domains.arrears.schemas.boards import BoardCell
from mashangban.domains.arrears.service import boards
from mashangban.kernel.http import Blueprint
from mashangban.kernel.money import yuan

pages = Blueprint(__name__)
HOME = "/console/arrears"


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW_BOARD, template="arrears/board.html")
def board(call: PageCall) -> View:
    region = call.request.query.get("region") or regions.own(call.actor)
    shown = boards.board(call.actor, region)
    charts = [
        _places(shown),
        _bars("欠薪到了哪一级", "bar", shown.levels),
        _bars("各月工资", "rows", shown.states),
    ]
    return View(
        f"{shown.region_name}欠薪看板",
        {"tiles": _tiles(shown), "charts": charts},
        crumbs=regions.above(call.actor, permissions.VIEW_BOARD, region, _address),
    )


def _address(region: str) -> str:
    return f"{HOME}?region={region}"


def _tiles(shown: BoardView) -> list[Tile]:
    states = {cell.key: cell.count for cell in shown.states}
    waiting = Tone.WARN if shown.open_complaints else Tone.PLAIN
    return [
        Tile(
            "欠薪", f"{shown.late:,}", "笔", tone=Tone.BAD if shown.late else Tone.GOOD, note="一人一月为一笔"
        ),
        Tile("欠薪金额", yuan(shown.late_fen), note="按已有工资单"),
        Tile(
            "没办完的投诉",
            f"{shown.open_complaints:,}",
            "件",
            tone=waiting,
        ),
        Tile("已结束的投诉", f"{shown.closed_complaints:,}", "件"),
        Tile("已结清", f"{states.get('settled', 0):,}", "笔"),
    ]


def _places(shown: BoardView) -> Chart:
    if len(shown.region) == 6:
        return _bars("欠薪按项目", "rows", shown.parts[:12])
    places = tuple(
        MapPlace(cell.key.ljust(6, "0"), cell.label, cell.count, _address(cell.key)) for cell in shown.parts
    )
    return Chart("欠薪按地区", "map", "笔", region=shown.region.ljust(6, "0"), places=places)


def _bars(title: str, kind: Literal["bar", "rows"], cells: list[BoardCell]) -> Chart:
    series = (Series("笔数", tuple(cell.count for cell in cells)),)
    labels = tuple(cell.label for cell in cells)
    return Chart(title, kind, "笔", labels, series)
