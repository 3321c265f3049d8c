"""The board of payments: accounts, shortage, what was paid, by place."""

from mashangban.console import regions
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Chart, MapPlace, Series, Tile, Tone
from mashangban.domains.payments import permissions, schemas
from mashangban.domains.payments.service import boards
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
HOME = "/console/payments"


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW_BOARD, template="payments/board.html")
def board(call: PageCall) -> View:
    region = call.request.query.get("region") or regions.own(call.actor)
    shown = boards.show_board(call.actor, region)
    return View(
        f"{shown.region_name}工资支付看板",
        {"tiles": _tiles(shown), "chart": _chart(shown)},
        crumbs=regions.above(call.actor, permissions.VIEW_BOARD, region, _address),
    )


def _address(region: str) -> str:
    return f"{HOME}?region={region}"


def _tiles(shown: schemas.PaymentBoardView) -> list[Tile]:
    short = f"{HOME}/runs?state=short" if len(shown.region) == 6 else None
    bad = Tone.BAD if shown.runs_short else Tone.PLAIN
    gap = f"待付 {shown.short_fen / 100:,.2f} 元"
    back = Tone.WARN if shown.returned or shown.failed else Tone.PLAIN
    return [
        Tile(
            "累计已付工资", f"{shown.paid_fen / 100:,.0f}", "元", note=f"{shown.paid:,} 笔", tone=Tone.ACCENT
        ),
        Tile("余额不足的发放", f"{shown.runs_short:,}", "次", note=gap, href=short, tone=bad),
        Tile(
            "没有专户的发放",
            f"{shown.runs_blocked:,}",
            "次",
            tone=Tone.BAD if shown.runs_blocked else Tone.PLAIN,
        ),
        Tile(
            "退回和没付出",
            f"{shown.returned + shown.failed:,}",
            "笔",
            note=f"其中银行退回 {shown.returned:,} 笔",
            tone=back,
        ),
        Tile("使用中的专户", f"{shown.accounts_open:,}", "个", note=f"已注销 {shown.accounts_closed:,} 个"),
        Tile("正在发放", f"{shown.runs_open:,}", "次"),
    ]


def _chart(shown: schemas.PaymentBoardView) -> Chart:
    if len(shown.region) == 6:
        cells = shown.parts[:12]
        series = (Series("已付工资", tuple(one.paid_fen // 100 for one in cells)),)
        return Chart("按项目", "rows", "元", tuple(one.label for one in cells), series)
    places = tuple(
        MapPlace(one.key.ljust(6, "0"), one.label, one.paid_fen // 100, _address(one.key))
        for one in shown.parts
    )
    return Chart("按地区已付工资", "map", "元", region=shown.region.ljust(6, "0"), places=places)
