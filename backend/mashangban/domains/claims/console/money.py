"""Money on screen: each budget line with what is left, what came back, the reconciliations with the treasury."""

from collections.abc import Mapping

from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Cell, Column, Empty, Link, Row, Step, Table, Tile, Tone
from mashangban.domains.claims import permissions
from mashangban.domains.claims.console import desk, places
from mashangban.domains.claims.schemas import BookQuery, BudgetView, RegionQuery, TreasuryReport
from mashangban.domains.claims.schemas.boards import BudgetAccount, BudgetMove, BudgetStep
from mashangban.domains.claims.service import budgets, reconciling
from mashangban.domains.claims.service.fuses.figures import InForce
from mashangban.domains.claims.terms import ClaimState
from mashangban.domains.claims.terms.boards import Movement
from mashangban.domains.claims.terms.fuses import FuseKind
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint
from mashangban.kernel.money import yuan
from mashangban.kernel.pagination import PageRequest
from mashangban.registry import divisions

pages = Blueprint(__name__)
HOME = "/console/claims/budgets"
BOOKS = "/console/claims/reconciliations"
KEEPING = "/console/claiming/budgets"
_TONES = {
    Movement.HELD: Tone.ACCENT,
    Movement.PAID: Tone.GOOD,
    Movement.RETURNED: Tone.BAD,
    Movement.RECOVERED: Tone.WARN,
}
_MOVES = (
    Column("number", "申报编号", kind="code"),
    Column("enterprise", "企业"),
    Column("what", "变动"),
    Column("amount", "金额", kind="number"),
    Column("at", "时间", kind="date"),
)
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


@pages.route(HOME + "/{policy_id}", methods=["GET"])
@page(permission=permissions.VIEW_BUDGET, template="claims/budget.html")
def line(call: PageCall, policy_id: str) -> View:
    account = budgets.account(call.actor, policy_id)
    cursor = call.request.query.get("cursor") or None
    found = budgets.movements(call.actor, policy_id, PageRequest(cursor))
    table = Table(
        name="movements",
        caption="资金变动",
        columns=_MOVES,
        rows=tuple(_moved(one) for one in found.items),
        empty=Empty("还没有资金变动", "批准、到账、退回和追回都会记在这里。"),
        path=f"{HOME}/{policy_id}",
        cursor=cursor,
        next_cursor=found.next_cursor,
    )
    context = {
        "tiles": _tiles(account),
        "account": account,
        "confirming": f"{KEEPING}/{policy_id}/confirmation",
        "list": table,
        "steps": [_step(one) for one in account.log],
        "links": (
            Link("看这项政策", f"/console/policies/items/{policy_id}", "contract"),
            Link("兑现看板", f"/console/claims/board/policies/{policy_id}", "board"),
            *_raising(call, policy_id),
        ),
    }
    return View(account.line.policy_title, context, crumbs=(Link("政策预算", HOME),))


@pages.route(BOOKS, methods=["GET"])
@page(permission=permissions.RECONCILE, template="claims/reconciliations.html")
def reconciliations(call: PageCall) -> View:
    book = places.known(call, permissions.RECONCILE)[0].value[:2]
    asked = BookQuery.model_validate({"book": book, "cursor": call.request.query.get("cursor") or None})
    found = reconciling.reports(call.actor, asked.book, PageRequest(cursor=asked.cursor))
    context = {
        "rows": [(one, _agrees(one)) for one in found.items],
        "opens": call.actor.holds(permissions.REVIEW),
        "next": f"{BOOKS}?cursor={found.next_cursor}" if found.next_cursor else "",
    }
    return View(f"与国库对账：{divisions.full_name(book)}", context, crumbs=(Link("政策预算", HOME),))


def _raising(call: PageCall, policy_id: str) -> tuple[Link, ...]:
    if not call.actor.holds(permissions.KEEP_BUDGET):
        return ()
    return (Link("追加预算", f"{KEEPING}/{policy_id}", "plus"),)


def _tiles(account: BudgetAccount) -> list[Tile]:
    line = account.line
    back = f"另有 {yuan(account.recovered_fen)} 已追回" if account.recovered_fen else ""
    found = (
        ("预算", line.total_fen, "", Tone.PLAIN),
        ("已批准，还没到账", account.held_fen, "", Tone.WARN if account.held_fen else Tone.PLAIN),
        ("已到账", account.paid_fen, back, Tone.GOOD),
        ("还剩", line.left_fen, f"已用 {line.used_percent}%", Tone.ACCENT),
    )
    return [
        Tile(label, yuan(fen).removesuffix("元"), "元", note=note, tone=tone)
        for label, fen, note, tone in found
    ]


def _step(one: BudgetStep) -> Step:
    return Step(one.at, f"{one.label}，共 {yuan(one.total_fen)}", by=one.by_label, hash=one.hash)


def _moved(one: BudgetMove) -> Row:
    cells = {
        "number": Cell(one.number),
        "enterprise": Cell(one.enterprise_name),
        "what": Cell(one.movement_label, tone=_TONES[one.movement]),
        "amount": Cell(yuan(one.amount_fen)),
        "at": Cell(clock.spoken(one.at)),
    }
    return Row(f"{places.CLAIMS}/{one.claim_id}", cells)


def _links(call: PageCall, region: str) -> tuple[Link, ...]:
    returned = Link("被银行退回的", f"{desk.HOME}?region={region}&state={ClaimState.RETURNED.value}", "back")
    books = (Link("与国库对账", BOOKS, "audit"),) if call.actor.holds(permissions.RECONCILE) else ()
    opening = Link("登记预算", f"{KEEPING}?region={region}", "plus")
    return (returned, *books, *((opening,) if call.actor.holds(permissions.KEEP_BUDGET) else ()))


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
    return Row(f"{HOME}/{one.policy_id}", cells)


def _agrees(one: TreasuryReport) -> Cell:
    if one.gaps:
        return Cell(f"{len(one.gaps)} 处不一样", tone=Tone.BAD)
    return Cell("全部一致", tone=Tone.GOOD)
