"""A month's pay by place and state, for those who oversee."""

from mashangban.console import regions
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Chart, MapPlace, Series, Tile, Tone
from mashangban.domains.wages import permissions
from mashangban.domains.wages.rules import months
from mashangban.domains.wages.schemas import BoardView
from mashangban.domains.wages.service import boards
from mashangban.domains.wages.terms import MONEY_SENT, LineState
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint
from mashangban.kernel.money import yuan

pages = Blueprint(__name__)
HOME = "/console/wages"
_COUNTY = 6
_MONTHS = 12


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW_BOARD, template="wages/board.html")
def board(call: PageCall) -> View:
    region = call.request.query.get("region") or regions.own(call.actor)
    known = _months(call)
    month = call.request.query.get("month", "")
    month = month if month in known else known[1]
    shown = boards.show(call.actor, region, month)
    context = {
        "tiles": _tiles(shown),
        "charts": [_places(shown), _states(shown)],
        "months": [(one, months.words(one)) for one in known],
        "month": month,
        "region": region,
        "objections": f"{HOME}/objections?where={region}" if len(region) == _COUNTY else "",
    }
    return View(
        f"{shown.region_name}工资看板",
        context,
        crumbs=regions.above(call.actor, permissions.VIEW_BOARD, region, lambda one: _address(one, month)),
    )


def _months(call: PageCall) -> list[str]:
    found = [months.of(clock.local_date(call.at))]
    while len(found) < _MONTHS:
        found.append(months.before(found[-1]))
    return found


def _address(region: str, month: str) -> str:
    return f"{HOME}?region={region}&month={month}"


def _tiles(shown: BoardView) -> list[Tile]:
    lines = {one.state: one.lines for one in shown.states}
    fen = {one.state: one.fen for one in shown.states}
    total, paid = sum(fen.values()), sum(fen.get(one, 0) for one in MONEY_SENT)
    wrong = sum(
        lines.get(one, 0) for one in (LineState.NOT_RECEIVED, LineState.WRONG_AMOUNT, LineState.RETURNED)
    )
    objected = lines.get(LineState.OBJECTED, 0)
    return [
        Tile(
            "应发", yuan(total).removesuffix("元"), "元", note=f"{sum(lines.values()):,} 人", tone=Tone.ACCENT
        ),
        Tile(
            "已发到卡上",
            yuan(paid).removesuffix("元"),
            "元",
            note=f"占 {paid * 100 // total}%" if total else "",
        ),
        Tile("有异议", f"{objected:,}", "人", note=f"其中坚持异议 {shown.insisted} 人", tone=_bad(objected)),
        Tile("没收到、不对或退回", f"{wrong:,}", "人", tone=_bad(wrong)),
        Tile("没有本人确认就发的", f"{shown.unconfirmed:,}", "人"),
    ]


def _bad(count: int) -> Tone:
    return Tone.BAD if count else Tone.PLAIN


def _places(shown: BoardView) -> Chart:
    if len(shown.region) == _COUNTY:
        labels = tuple(one.label for one in shown.parts[:12])
        series = (Series("应发（元）", tuple(one.fen // 100 for one in shown.parts[:12])),)
        return Chart("按项目", "rows", "元", labels, series)
    places = tuple(
        MapPlace(one.key.ljust(6, "0"), one.label, one.fen // 100, _address(one.key, shown.month))
        for one in shown.parts
    )
    return Chart("按地区", "map", "元", region=shown.region.ljust(6, "0"), places=places)


def _states(shown: BoardView) -> Chart:
    labels = tuple(one.label for one in shown.states)
    return Chart("按状态", "rows", "人", labels, (Series("人数", tuple(one.lines for one in shown.states)),))
