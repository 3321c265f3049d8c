"""The board of claims: how far they came, where the money is and to whom it went, how long each step takes."""

from mashangban.console import regions
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Chart, Link, MapPlace, Series, Tile, Tone
from mashangban.domains.claims import permissions
from mashangban.domains.claims.console import money
from mashangban.domains.claims.schemas.boards import ClaimBoard, ClaimCell
from mashangban.domains.claims.service import tallying
from mashangban.domains.claims.terms.boards import Purse, Reached
from mashangban.kernel.http import Blueprint
from mashangban.kernel.money import yuan

pages = Blueprint(__name__)
HOME = "/console/claims/board"
_LONG_FEN = 100_000_000


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW_BUDGET, template="claims/board.html")
def board(call: PageCall) -> View:
    region = call.request.query.get("region") or regions.own(call.actor)
    shown = tallying.of_region(call.actor, region)
    above = regions.above(call.actor, permissions.VIEW_BUDGET, region, _address)
    links = (Link("看政策预算", f"{money.HOME}?region={region}", "audit"),)
    return View(f"{shown.name}政策兑现看板", _context(shown, links), crumbs=above)


@pages.route(HOME + "/policies/{policy_id}", methods=["GET"])
@page(permission=permissions.VIEW_BUDGET, template="claims/board.html")
def policy(call: PageCall, policy_id: str) -> View:
    shown = tallying.of_policy(call.actor, policy_id)
    links = (Link("看预算", f"{money.HOME}/{policy_id}", "audit"),)
    crumbs = (Link("政策兑现看板", _address(shown.region)), Link("政策预算", money.HOME))
    look = f"/console/claiming/offers/{policy_id}/lists"
    return View(f"兑现情况：{shown.name}", _context(shown, links, look), crumbs=crumbs)


def _address(region: str) -> str:
    return f"{HOME}?region={region}"


def _context(shown: ClaimBoard, links: tuple[Link, ...], look: str = "") -> dict[str, object]:
    reached = {one.key: one.value for one in shown.reached}
    anything = any(reached.values())
    return {
        "tiles": _tiles(shown, reached),
        "charts": [one for one in _charts(shown) if one.labels or one.places] if anything else [],
        "links": links,
        "look": look,
    }


def _tiles(shown: ClaimBoard, reached: dict[str, int]) -> list[Tile]:
    money_of = {one.key: one.value for one in shown.purses}
    paid, held = money_of[Purse.PAID.value], money_of[Purse.HELD.value]
    claimed, approved = reached[Reached.CLAIMED.value], reached[Reached.APPROVED.value]
    met = [] if shown.met is None else [Tile("符合", f"{shown.met:,}", "家", note="最近一次查找的结果")]
    return [
        *met,
        Tile("申报或领取", f"{claimed:,}", "件", note=_listed(reached), tone=Tone.ACCENT),
        Tile("批准", f"{approved:,}", "件", note=_share(approved, claimed)),
        Tile("已到账", *_sum(paid), note=f"{reached[Reached.PAID.value]:,} 件", tone=Tone.GOOD),
        Tile("已批准，还没到账", *_sum(held), tone=Tone.WARN if held else Tone.PLAIN),
    ]


def _listed(reached: dict[str, int]) -> str:
    offered = reached[Reached.OFFERED.value]
    return f"免申即享列入过 {offered:,} 家" if offered else ""


def _share(part: int, whole: int) -> str:
    return f"占申报的 {part * 100 // whole}%" if whole else ""


def _sum(fen: int) -> tuple[str, str]:
    """An amount with its unit; large ones in ten thousand yuan, for a tile is narrow."""
    if fen >= _LONG_FEN:
        return f"{fen / 1_000_000:,.2f}".removesuffix(".00"), "万元"
    return yuan(fen).removesuffix("元"), "元"


def _charts(shown: ClaimBoard) -> list[Chart]:
    return [
        _where(shown),
        _rows("走到哪一步", "件", "件数", shown.reached),
        _rows("各环节平均用时", "小时", "小时", shown.hours),
        _money("钱给了哪些行业", shown.industries),
        _money("钱给了多大的企业", shown.sizes),
    ]


def _where(shown: ClaimBoard) -> Chart:
    """A map of the parts directly below; bars where there is no map of them."""
    title = "钱到了哪些地方"
    if len(shown.region) == 6 or any(len(cell.key) != len(shown.region) + 2 for cell in shown.places):
        return _money(title, shown.places)
    unit, size = _unit(shown.places)
    spots = tuple(
        MapPlace(cell.key.ljust(6, "0"), cell.label, cell.value // size, _address(cell.key))
        for cell in shown.places
    )
    return Chart(title, "map", unit, region=shown.region.ljust(6, "0"), places=spots)


def _money(title: str, cells: list[ClaimCell]) -> Chart:
    unit, size = _unit(cells)
    return _rows(title, unit, "已到账", cells, size)


def _unit(cells: list[ClaimCell]) -> tuple[str, int]:
    """Yuan, or ten thousand of them where the figures would be long; with its fen."""
    most = max((cell.value for cell in cells), default=0)
    return ("万元", 1_000_000) if most >= _LONG_FEN else ("元", 100)


def _rows(title: str, unit: str, name: str, cells: list[ClaimCell], size: int = 1) -> Chart:
    labels = tuple(cell.label for cell in cells)
    return Chart(title, "rows", unit, labels, (Series(name, tuple(cell.value // size for cell in cells)),))
