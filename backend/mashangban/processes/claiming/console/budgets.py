"""Budget lines opened and raised: which policy, how much its edition allows, the sum in yuan."""

from typing import Any

from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Column, Empty, Field, Flash, Link, Row, Table, Tone
from mashangban.domains.claims import permissions
from mashangban.domains.claims.console import amounts, money, places
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.schemas import BudgetView
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.kernel.money import yuan
from mashangban.kernel.pagination import PageRequest
from mashangban.processes.claiming.schemas import BudgetForm
from mashangban.processes.claiming.schemas.lists import FundedPolicy
from mashangban.processes.claiming.service import claiming, funding

pages = Blueprint(__name__)
HOME = money.KEEPING
_COLUMNS = (
    Column("title", "政策"),
    Column("department", "部门"),
    Column("most", "政策写明的总额度", kind="number"),
    Column("total", "已登记的预算", kind="number"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.KEEP_BUDGET, template="console/list.html")
def policies(call: PageCall) -> View:
    asked = places.asked(call, permissions.KEEP_BUDGET)
    found = funding.in_region(call.act, asked.region, PageRequest(asked.cursor))
    table = Table(
        name="funding",
        caption="正在执行的政策",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有正在执行的政策", "政策发布后才能登记预算。"),
        path=HOME,
        filters=asked.filters,
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
    )
    lead = "选一项政策，登记或者追加它的预算。"
    return View("登记预算", {"list": table, "links": ()}, lead=lead, crumbs=(Link("政策预算", money.HOME),))


@pages.route(HOME + "/{policy_id}", methods=["GET"])
@page(permission=permissions.KEEP_BUDGET, template="console/form.html")
def ask(call: PageCall, policy_id: str) -> View:
    return _form(call, policy_id, "", None)


@pages.route(HOME + "/{policy_id}", methods=["POST"], content_types=[FORM])
@form(
    permission=permissions.KEEP_BUDGET,
    template="console/form.html",
    once=TABLE,
    again=money.HOME + "/{policy_id}",
)
def keep(call: PageCall, policy_id: str) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: _kept(call, policy_id, given))
    if isinstance(done, AppError):
        return _form(call, policy_id, given.one("total"), done)
    if done.asked_fen:
        told = Flash(Tone.GOOD, "已提出追加，等另一位同事确认", f"确认后共 {yuan(done.asked_fen)}")
    else:
        told = Flash(Tone.GOOD, "预算已登记", f"现在共 {yuan(done.total_fen)}")
    return Go(f"{money.HOME}/{policy_id}", told)


@pages.route(HOME + "/{policy_id}/confirmation", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_BUDGET, once=TABLE, again=money.HOME + "/{policy_id}")
def confirm(call: PageCall, policy_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{money.HOME}/{policy_id}",
        lambda: claiming.confirm_budget(call.act, policy_id, given.parse(BudgetForm)),
        "两人同意，预算已追加",
        lambda done: f"现在共 {yuan(done.total_fen)}",
    )


def _kept(call: PageCall, policy_id: str, given: Form) -> BudgetView:
    total = amounts.fen(given, "total", "预算")
    typed = {} if total is None else {"total_fen": total}
    return claiming.keep_budget(call.act, policy_id, given.parse(BudgetForm, **typed))


def _form(call: PageCall, policy_id: str, typed: str, refused: AppError | None) -> View:
    one = funding.show(call.act, policy_id)
    now = (
        f"现在是 {yuan(one.total_fen)}，只能追加，另一位同事确认后才生效" if one.total_fen else "还没有登记过"
    )
    wrong = next((error.message for error in refused.errors), "") if refused else ""
    total = Field(
        "total",
        "预算总额（元）",
        value=typed,
        required=True,
        hint=f"填追加以后的总额。{now}；政策写明的总额度是 {yuan(one.most_fen)}",
        error=wrong,
        attributes={"inputmode": "decimal"},
    )
    context: dict[str, Any] = {
        "fields": (total,),
        "action": f"{HOME}/{policy_id}",
        "back": f"{money.HOME}/{policy_id}" if one.total_fen else HOME,
        "key": ids.new_id(),
        "hidden": {},
        "refused": refused,
        "submit": "提出追加" if one.total_fen else "登记预算",
    }
    title = f"{'追加' if one.total_fen else '登记'}预算：{one.title}"
    status = refused.status if refused else 200
    crumbs = (Link("政策预算", money.HOME), Link("登记预算", HOME))
    return View(title, context, crumbs=crumbs, status=status)


def _row(one: FundedPolicy) -> Row:
    cells = {
        "title": Cell(one.title),
        "department": Cell(one.department_label),
        "most": Cell(yuan(one.most_fen)),
        "total": Cell(yuan(one.total_fen) if one.total_fen else "还没有登记"),
    }
    return Row(f"{HOME}/{one.id}", cells)
