"""The board of defects: by region down to an estate for regulators, by estate for a builder's office."""

from typing import Literal

from mashangban.console import regions
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Chart, Choice, Filter, Link, MapPlace, Series, Tile, Tone
from mashangban.domains.homes import permissions
from mashangban.domains.homes.console import places
from mashangban.domains.homes.schemas import DefectBoard
from mashangban.domains.homes.schemas.defects import Cell
from mashangban.domains.homes.service import defectlists
from mashangban.domains.homes.terms import REPEAT_DAYS
from mashangban.kernel.http import Blueprint
from mashangban.kernel.money import yuan

pages = Blueprint(__name__)
HOME = "/console/homes"
_COUNTY = 6


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW_DEFECT_BOARD, template="homes/board.html")
def board(call: PageCall) -> View:
    if call.actor.reach(permissions.VIEW_DEFECT_BOARD).of("region"):
        return _for_officers(call)
    return _for_office(call, places.known(call.actor, permissions.VIEW_DEFECT_BOARD))


def _for_officers(call: PageCall) -> View:
    where = call.request.query.get("where") or regions.own(call.actor)
    above = regions.above(call.actor, permissions.VIEW_DEFECT_BOARD, where, _address)
    return _view(defectlists.board(call.actor, where), above=above)


def _for_office(call: PageCall, own: tuple[Choice, ...]) -> View:
    if not own:
        return View("报修看板", {"tiles": (), "charts": (), "choice": None, "below": ()})
    where = call.request.query.get("where") or own[0].value
    choice = Filter("where", "小区", value=where, choices=own)
    return _view(defectlists.board(call.actor, where), choice=choice)


def _view(shown: DefectBoard, *, above: tuple[Link, ...] = (), choice: Filter | None = None) -> View:
    context = {
        "tiles": _tiles(shown),
        "charts": _charts(shown),
        "choice": choice,
        "below": _below(shown) if len(shown.where) == _COUNTY else (),
    }
    return View(f"{shown.name}报修看板", context, crumbs=above)


def _address(where: str) -> str:
    return f"{HOME}?where={where}"


def _tiles(shown: DefectBoard) -> list[Tile]:
    listed = f"{HOME}/defects?where={shown.where}" if len(shown.where) >= _COUNTY else ""
    late = Tone.BAD if shown.late else Tone.GOOD
    return [
        Tile("没修完的报修", f"{shown.open:,}", "件", tone=Tone.ACCENT, href=listed or None),
        Tile(
            "超期没办的", f"{shown.late:,}", "件", tone=late, href=f"{listed}&bucket=late" if listed else None
        ),
        Tile("没修好重修的", f"{shown.again:,}", "件", note="住户说没修好，或修好后又坏"),
        Tile("已结束", f"{shown.ended:,}", "件"),
        _repeats(shown),
        Tile(
            "维修花费",
            yuan(shown.cost_fen).removesuffix("元"),
            "元",
            note=f"{shown.cost_cases:,} 件报了费用，没报的不算",
        ),
    ]


def _repeats(shown: DefectBoard) -> Tile:
    note = f"修好过 {shown.repaired:,} 件，其中 {shown.repeats:,} 件 {REPEAT_DAYS} 天内又坏"
    if shown.repeat_percent is None:
        return Tile("修好又坏", "—", note="还没有住户确认修好的")
    tone = Tone.WARN if shown.repeats else Tone.GOOD
    return Tile("修好又坏", str(shown.repeat_percent), "%", note=note, tone=tone)


def _charts(shown: DefectBoard) -> list[Chart]:
    return [
        _where(shown),
        _bars("哪一类问题", "rows", shown.categories),
        _bars("办到哪一步", "rows", shown.states),
        _bars("谁在督办", "bar", shown.climbs),
        _bars("派给谁修", "rows", shown.contractors),
        _payers(shown),
    ]


def _payers(shown: DefectBoard) -> Chart:
    labels = tuple(cell.label for cell in shown.payers)
    paid = tuple(round(cell.count / 100) for cell in shown.payers)
    return Chart("维修花费谁承担", "rows", "元", labels, (Series("花费", paid),))


def _where(shown: DefectBoard) -> Chart:
    if not shown.where.isdecimal():
        return _bars("按楼栋", "rows", shown.buildings)
    if len(shown.where) == _COUNTY:
        return _bars("按小区", "rows", shown.parts)
    spots = tuple(
        MapPlace(cell.key.ljust(6, "0"), cell.label, cell.count, _address(cell.key)) for cell in shown.parts
    )
    return Chart("按地区", "map", "件", region=shown.where.ljust(6, "0"), places=spots)


def _bars(title: str, kind: Literal["bar", "rows"], cells: list[Cell]) -> Chart:
    labels = tuple(cell.label for cell in cells)
    return Chart(title, kind, "件", labels, (Series("件数", tuple(cell.count for cell in cells)),))


def _below(shown: DefectBoard) -> list[Link]:
    """The parts as links: a county's estates open their own board."""
    return [Link(f"{cell.label}　{cell.count} 件", _address(cell.key)) for cell in shown.parts]
