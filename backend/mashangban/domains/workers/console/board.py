"""The first board: contracts in force by place, trade and age, for those who oversee."""

from mashangban.console import regions
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Chart, MapPlace, Series, Tile, Tone
from mashangban.domains.workers import permissions
from mashangban.domains.workers.schemas import BoardView
from mashangban.domains.workers.schemas.teams import BoardCell
from mashangban.domains.workers.service import boards
from mashangban.domains.workers.terms import ContractState
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
HOME = "/console/workers"


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW_BOARD, template="workers/board.html")
def board(call: PageCall) -> View:
    region = call.request.query.get("region") or regions.own(call.actor)
    shown = boards.board(call.actor, region)
    context = {"tiles": _tiles(shown), "charts": _charts(shown)}
    return View(
        f"{shown.region_name}用工看板",
        context,
        crumbs=regions.above(call.actor, permissions.VIEW_BOARD, region, _address),
    )


def _address(region: str) -> str:
    return f"{HOME}?region={region}"


def _tiles(shown: BoardView) -> list[Tile]:
    counts = {cell.key: cell.count for cell in shown.states}
    in_force = counts.get(ContractState.SEALED.value, 0)
    closed = counts.get(ContractState.ENDED.value, 0) + counts.get(ContractState.EXPIRED.value, 0)
    older = sum(cell.count for cell in shown.ages if cell.key.startswith(("50", "60")))
    return [
        Tile("生效合同", f"{in_force:,}", "份", tone=Tone.ACCENT),
        Tile("已终止或到期", f"{closed:,}", "份"),
        Tile("工种", str(len(shown.trades)), "种"),
        Tile("50 岁以上", f"{older:,}", "人", note=f"占 {older * 100 // in_force}%" if in_force else ""),
        _trained(shown, in_force),
        _certificates(shown),
    ]


def _trained(shown: BoardView, in_force: int) -> Tile:
    share = f"占 {shown.trained * 100 // in_force}%" if in_force else ""
    return Tile("有进场培训记录", f"{shown.trained:,}", "人", note=share)


def _certificates(shown: BoardView) -> Tile:
    valid = sum(cell.count for cell in shown.certificates)
    invalid = shown.certificates_invalid
    note = f"过期或核对没通过 {invalid:,}，待核对 {shown.certificates_unchecked:,}"
    return Tile("有效证书", f"{valid:,}", "本", note=note, tone=Tone.WARN if invalid else Tone.PLAIN)


def _charts(shown: BoardView) -> list[Chart]:
    return [
        _places(shown),
        _bars("按工种", "rows", shown.trades[:12]),
        _bars("按年龄", "bar", shown.ages),
        _bars("有效证书（按类别）", "rows", shown.certificates, "本"),
    ]


def _places(shown: BoardView) -> Chart:
    if len(shown.region) == 6:
        return _bars("按项目", "rows", shown.parts[:12])
    places = tuple(
        MapPlace(cell.key.ljust(6, "0"), cell.label, cell.count, _address(cell.key)) for cell in shown.parts
    )
    return Chart("按地区", "map", "份", region=shown.region.ljust(6, "0"), places=places)


def _bars(title: str, kind: str, cells: list[BoardCell], unit: str = "份") -> Chart:
    labels = tuple(cell.label for cell in cells)
    series = (Series("有效证书" if unit == "本" else "生效合同", tuple(cell.count for cell in cells)),)
    return Chart(title, "rows" if kind == "rows" else "bar", unit, labels, series)
