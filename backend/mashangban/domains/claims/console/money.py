"""Money on screen: each budget line with what is left, what came back, the reconciliations with the treasury."""

from collections.abc import Mapping

from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Cell, Column, Empty, Link, Row, Table, Tone
from mashangban.domains.claims import permissions
from mashangban.domains.claims.console import desk, places
from mashangban.domains.claims.schemas import BookQuery, BudgetView, RegionQuery, TreasuryReport
from mashangban.domains.claims.service import budgets, reconciling
from mashangban.domains.claims.service.fuses.figures import InForce
from mashangban.domains.claims.terms import ClaimState
from mashangban.domains.claims.terms.fuses import FuseKind
from mashangban.kernel.http import Blueprint
from mashangban.kernel.money import yuan
from mashangban.kernel.pagination import PageRequest
from mashangban.registry import divisions

pages = Blueprint(__name__)
HOME = "/console/claims/budgets"
BOOKS = "/console/claims/reconciliations"
_COLUMNS = (
    Column("policy", "政策"),
    Column("total", "预算", kind="number"),
    Column("left", "还剩", kind="number"),
    Column("used", "已用"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW_BUDGET, template="console/list.html")
def lines(call: PageCall) -> View:
    asked = places.asked(call, permissions.VIEW_BUDGET)
    found = budgets.listed(call.actor, RegionQuery.model_validate(asked.query))
    red = InForce(asked.region)[FuseKind.BUDGET].figures
    table = Table(
        name="budgets",
        caption="政策预算",
        columns=_COLUMNS,
        rows=tuple(_row(one, red) for one in found.items),
        empty=Empty("还没有登记预算", "登记后才能批准这项政策的申报。"),
        path=HOME,
        filters=asked.filters,
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
    )
    return View("政策预算", {"list": table, "links": _links(call, asked.region)})


@pages.route(BOOKS, methods=["GET"])
@page(permission=permissions.RECONCILE, template="claims/reconciliations.html")
def reconciliations(call: PageCall) -> View:
    book = places.known(call, permissions.RECONCILE)[0].value[:2]
    asked = BookQuery.model_validate({"book": book, "cursor": call.request.query.get("cursor") or None})
    found = reconciling.reports(call.actor, asked.book, PageRequest(cursor=asked.cursor))
    context = {
        "rows": [(one, _agrees(one)) for one in found.items],
        "next": f"{BOOKS}?cursor={found.next_cursor}" if found.next_cursor else "",
    }
    return View(f"与国库对账：{divisions.full_name(book)}", context, crumbs=(Link("政策预算", HOME),))


def _links(call: PageCall, region: str) -> tuple[Link, ...]:
    returned = Link("被银行退回的", f"{desk.HOME}?region={region}&state={ClaimState.RETURNED.value}", "back")
    if not call.actor.holds(permissions.RECONCILE):
        return (returned,)
    return (returned, Link("与国库对账", BOOKS, "audit"))


def _row(one: BudgetView, red: Mapping[str, int]) -> Row:
    """A line in the colours of the province's own red lines (rules/fuses/table.py)."""
    levels = ((red["loud_percent"], Tone.BAD), (red["warn_percent"], Tone.WARN))
    tone = next((tone for percent, tone in levels if one.used_percent >= percent), Tone.GOOD)
    cells = {
        "policy": Cell(one.policy_title),
        "total": Cell(yuan(one.total_fen)),
        "left": Cell(yuan(one.left_fen)),
        "used": Cell(f"{one.used_percent}%", tone=tone),
    }
    return Row(f"/console/policies/items/{one.policy_id}", cells)


def _agrees(one: TreasuryReport) -> Cell:
    if one.gaps:
        return Cell(f"{len(one.gaps)} 处不一样", tone=Tone.BAD)
    return Cell("全部一致", tone=Tone.GOOD)
