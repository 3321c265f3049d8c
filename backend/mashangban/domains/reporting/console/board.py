"""The board: how much was sent, taken, refused, and what waits."""

from mashangban.console import regions
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Cell, Chart, Column, Empty, Link, Row, Series, Table, Tile, Tone
from mashangban.domains.reporting import permissions
from mashangban.domains.reporting.schemas import BoardPart, BoardView
from mashangban.domains.reporting.service import boards
from mashangban.domains.reporting.terms import ReportState
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint
from mashangban.registry import divisions

pages = Blueprint(__name__)
HOME = "/console/reporting"
REPORTS = f"{HOME}/reports"
_PARTS = (
    Column("name", "地区"),
    Column("reports", "报送", kind="number"),
    Column("accepted", "已接收", kind="number"),
    Column("person", "需要处理", kind="number"),
)
_FLOWS = (("sent", "发送"), ("accepted", "接收"), ("rejected", "退回"), ("stuck", "转人工"))


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW, template="reporting/board.html")
def board(call: PageCall) -> View:
    region = call.request.query.get("region") or regions.own(call.actor)
    shown = boards.board_of(call.actor, region, call.at)
    context = {"tiles": _tiles(shown), "charts": _charts(shown), "list": _below(shown), "links": _links()}
    lead = f"按《{shown.platform_name}》的代码报送，回执按批次核对。"
    return View(f"{shown.region_name}数据报送", context, lead=lead)


def _links() -> tuple[Link, ...]:
    return Link("代码对照", f"{HOME}/maps", "info"), Link("看报送清单", REPORTS, "view")


def _below(shown: BoardView) -> Table:
    """Every region below, also one that nothing was reported of yet."""
    known = {one.key: one for one in shown.parts}
    codes = [one.code for one in divisions.below(shown.region)]
    return Table(
        name="reporting-parts",
        caption="下级地区",
        columns=_PARTS,
        rows=tuple(_part(code, known.get(code)) for code in codes),
        empty=Empty("这是最下一级", "要看单条报送，请点“看报送清单”。"),
        path=HOME,
    )


def _part(code: str, one: BoardPart | None) -> Row:
    whole, taken, person = (one.reports, one.accepted, one.needs_person) if one else (0, 0, 0)
    return Row(
        f"{HOME}?region={code}",
        {
            "name": Cell(divisions.name(code)),
            "reports": Cell(f"{whole:,}"),
            "accepted": Cell(f"{taken:,}"),
            "person": Cell(f"{person:,}", tone=Tone.BAD if person else None),
        },
    )


def _tiles(shown: BoardView) -> list[Tile]:
    counts = {cell.key: cell.count for cell in shown.states}
    waiting = counts[ReportState.WAITING.value]
    oldest = f"最早应报 {clock.spoken(shown.oldest_due_at)}" if shown.oldest_due_at else ""
    person = counts[ReportState.REJECTED.value] + counts[ReportState.STUCK.value]
    return [
        Tile("已接收", f"{counts[ReportState.ACCEPTED.value]:,}", "条", tone=Tone.GOOD),
        Tile("等回执", f"{counts[ReportState.SENT.value]:,}", "条"),
        Tile("待报送", f"{waiting:,}", "条", note=oldest),
        Tile(
            "需要处理", f"{person:,}", "条", note="被平台退回，或报不出去", tone=Tone.BAD if person else Tone.PLAIN,
            href=f"{REPORTS}?state={ReportState.REJECTED.value}",
        ),
    ]  # fmt: skip


def _charts(shown: BoardView) -> list[Chart]:
    states = tuple(one.label for one in ReportState)
    topics = Chart(
        "按种类和状态", "rows", "条", tuple(topic.label for topic in shown.topics),
        tuple(
            Series(label, tuple(topic.states[n].count for topic in shown.topics)) for n, label in enumerate(states)
        ),
        stacked=True,
    )  # fmt: skip
    if not shown.days:
        return [topics]
    labels = tuple(f"{one.day.month}月{one.day.day}日" for one in shown.days)
    flows = tuple(Series(label, tuple(getattr(one, name) for one in shown.days)) for name, label in _FLOWS)
    return [Chart("近两周每天", "bar", "条", labels, flows), topics]
