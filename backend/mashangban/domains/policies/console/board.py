"""The board of policies: a map of what is in force, by department and by the way to the money."""

from typing import Literal

from mashangban.console import regions
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Chart, MapPlace, Series, Tile, Tone
from mashangban.domains.policies import permissions
from mashangban.domains.policies.schemas.boards import PolicyBoard, PolicyCell
from mashangban.domains.policies.service import tallying
from mashangban.kernel.http import Blueprint
from mashangban.kernel.money import yuan

pages = Blueprint(__name__)
HOME = "/console/policies"
_ITEMS = "/console/policies/items"


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.EDIT_POLICIES, template="policies/board.html")
def board(call: PageCall) -> View:
    region = call.request.query.get("region") or regions.own(call.actor)
    shown = tallying.board(call.actor, region)
    context = {
        "tiles": _tiles(shown),
        "charts": [one for one in _charts(shown) if one.places or one.labels],
        "listed": f"{_ITEMS}?region={region}",
    }
    above = regions.above(call.actor, permissions.EDIT_POLICIES, region, _address)
    return View(f"{shown.name}政策看板", context, crumbs=above)


def _address(region: str) -> str:
    return f"{HOME}?region={region}"


def _tiles(shown: PolicyBoard) -> list[Tile]:
    return [
        Tile("正在执行", f"{shown.published:,}", "项", tone=Tone.ACCENT, note="包括下面的市、县"),
        Tile("还没发布的草稿", f"{shown.drafted:,}", "项"),
        Tile("已撤回", f"{shown.withdrawn:,}", "项"),
        Tile("总额度", yuan(shown.budget).removesuffix("元"), "元", note="正在执行的政策合计"),
    ]


def _charts(shown: PolicyBoard) -> list[Chart]:
    return [
        _where(shown),
        _bars("哪些部门的", "rows", shown.departments),
        _bars("怎么兑现", "bar", shown.modes),
    ]


def _where(shown: PolicyBoard) -> Chart:
    spots = tuple(
        MapPlace(cell.key.ljust(6, "0"), cell.label, cell.count, _address(cell.key)) for cell in shown.below
    )
    return Chart("各地正在执行的政策", "map", "项", region=shown.region.ljust(6, "0"), places=spots)


def _bars(title: str, kind: Literal["bar", "rows"], cells: list[PolicyCell]) -> Chart:
    labels = tuple(cell.label for cell in cells)
    return Chart(title, kind, "项", labels, (Series("项数", tuple(cell.count for cell in cells)),))
