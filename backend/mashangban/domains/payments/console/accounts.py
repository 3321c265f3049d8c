"""Wage accounts: the list of a county or of one's own projects."""

from mashangban.console import regions
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Cell, Choice, Column, Empty, Filter, Row, Table, Tone
from mashangban.domains.payments import permissions, schemas
from mashangban.domains.payments.console import words
from mashangban.domains.payments.service import viewing
from mashangban.domains.payments.service.viewing import Served
from mashangban.domains.payments.terms import AccountState
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import PageRequest

pages = Blueprint(__name__)
HOME = "/console/payments/accounts"
PROJECTS = "/console/payments/projects"
_COLUMNS = (
    Column("project", "项目"),
    Column("contractor", "总承包单位"),
    Column("bank", "开户银行"),
    Column("number", "账号", kind="code"),
    Column("balance", "余额（元）", kind="number"),
    Column("at", "余额时间", kind="date"),
    Column("state", "状态"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW_ACCOUNT, template="console/list.html")
def accounts(call: PageCall) -> View:
    places = words.counties(call.actor, permissions.VIEW_ACCOUNT)
    table = _county(call, places) if places else _office(call)
    return View(
        "工资专户", {"list": table, "links": ()}, lead="一个项目一个专户，工资只从这里付出（条例第二十六条）"
    )


def _county(call: PageCall, places: tuple[Choice, ...]) -> Table:
    given = call.request.query
    where = regions.chosen(given.get("where"), places)
    state = AccountState(given["state"]) if given.get("state") in set(AccountState) else None
    found = viewing.accounts_of_county(call.actor, where, state, PageRequest(given.get("cursor") or None))
    states = (Choice("", "全部"), *(Choice(one.value, one.label) for one in AccountState))
    filters = (
        Filter("where", "地区", value=where, choices=places),
        Filter("state", "状态", value=state.value if state else "", choices=states),
    )
    return Table(
        name="wage-accounts",
        caption="工资专户",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("这里还没有工资专户", "总承包单位在项目页面登记后，会出现在这里。"),
        path=HOME,
        filters=filters,
        cursor=given.get("cursor"),
        next_cursor=found.next_cursor,
    )


def _office(call: PageCall) -> Table:
    return Table(
        name="wage-accounts",
        caption="工资专户",
        columns=_COLUMNS,
        rows=tuple(_served(one) for one in viewing.projects_of_office(call.actor)),
        empty=Empty("还没有您负责的项目", "由企业管理员或监管部门在“人员与权限”里指派。"),
        path=HOME,
    )


def _row(one: schemas.AccountView) -> Row:
    return Row(
        f"{PROJECTS}/{one.id}",
        {
            "project": Cell(one.project_name),
            "contractor": Cell(one.contractor_name),
            "bank": Cell(one.bank_label),
            "number": Cell(one.number_masked),
            "balance": Cell(words.yuan(one.balance_fen)),
            "at": Cell(clock.spoken(one.balance_at) if one.balance_at else ""),
            "state": Cell(one.state_label, tone=words.TONES.get(one.state, Tone.PLAIN)),
        },
    )


def _served(one: Served) -> Row:
    if one.account is not None:
        return _row(one.account)
    blank = {column.key: Cell("") for column in _COLUMNS}
    cells = {**blank, "project": Cell(one.name), "state": Cell("没有登记或不由您管理", tone=Tone.PLAIN)}
    return Row(f"{PROJECTS}/{one.id}", cells)
