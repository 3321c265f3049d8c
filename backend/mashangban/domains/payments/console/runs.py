"""Runs: the list by state (shortage first of all), one run with each of its transfers."""

from mashangban.console import regions
from mashangban.console.forms import FORM, attempt
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Filter,
    Flash,
    Link,
    Row,
    Step,
    Table,
    Tile,
    Tone,
)
from mashangban.domains.payments import permissions, schemas
from mashangban.domains.payments.console import words
from mashangban.domains.payments.models import TABLE
from mashangban.domains.payments.service import retrying, viewing
from mashangban.domains.payments.terms import RunState
from mashangban.kernel import clock
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import Page, PageRequest

pages = Blueprint(__name__)
HOME = "/console/payments/runs"
_CRUMBS = (Link("工资发放", HOME),)
_COLUMNS = (
    Column("project", "项目"),
    Column("month", "月份"),
    Column("state", "状态"),
    Column("lines", "笔数", kind="number"),
    Column("total", "总额（元）", kind="number"),
    Column("paid", "已付（元）", kind="number"),
    Column("back", "退回、没付出", kind="number"),
    Column("note", "说明"),
)
_LINES = (
    Column("name", "工人"),
    Column("card", "银行卡", kind="code"),
    Column("amount", "金额（元）", kind="number"),
    Column("attempt", "第几次", kind="number"),
    Column("state", "结果"),
    Column("reason", "原因"),
    Column("reference", "银行流水号", kind="code"),
    Column("at", "时间", kind="date"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW_ACCOUNT, template="console/list.html")
def runs(call: PageCall) -> View:
    given = call.request.query
    counties = words.counties(call.actor, permissions.VIEW_ACCOUNT)
    places = counties or tuple(Choice(one.id, one.name) for one in viewing.projects_of_office(call.actor))
    where = regions.chosen(given.get("where"), places) if places else ""
    state = RunState(given["state"]) if given.get("state") in set(RunState) else None
    asked = schemas.RunQuery(state=state, cursor=given.get("cursor") or None)
    found = _found(call, where, asked, bool(counties))
    states = (Choice("", "全部"), *(Choice(one.value, one.label) for one in RunState))
    filters = [Filter("where", "地区" if counties else "项目", value=where, choices=places)]
    if counties:
        filters.append(Filter("state", "状态", value=state.value if state else "", choices=states))
    table = Table(
        name="payruns",
        caption="工资发放",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有这样的发放", "换一个项目、地区或状态看看。"),
        path=HOME,
        filters=tuple(filters) if places else (),
        cursor=given.get("cursor"),
        next_cursor=found.next_cursor,
    )
    return View("工资发放", {"list": table, "links": ()})


def _found(call: PageCall, where: str, asked: schemas.RunQuery, county: bool) -> Page[schemas.RunView]:
    if not where:
        return Page([])
    if county:
        return viewing.runs_of_county(call.actor, where, asked)
    return viewing.runs_of_project(call.actor, where, asked.page)


@pages.route(HOME + "/{run_id}", methods=["GET"])
@page(permission=permissions.VIEW_ACCOUNT, template="payments/run.html")
def run(call: PageCall, run_id: str) -> View:
    shown = viewing.show_run(call.actor, run_id)
    cursor = call.request.query.get("cursor") or None
    found = viewing.transfers_of_run(call.actor, run_id, PageRequest(cursor, 50))
    table = Table(
        name="transfers",
        caption="每一笔付款",
        columns=_LINES,
        rows=tuple(_line(one) for one in found.items),
        empty=Empty("还没有明细", "明细到齐以后自动付款。"),
        path=f"{HOME}/{run_id}",
        cursor=cursor,
        next_cursor=found.next_cursor,
    )
    log = viewing.run_log(call.actor, run_id)
    waits = shown.state in {RunState.SHORT, RunState.BLOCKED, RunState.SENDING}
    context = {
        "run": shown,
        "badge": Cell(shown.state_label, tone=words.TONES.get(shown.state, Tone.PLAIN)),
        "tiles": _tiles(shown),
        "list": table,
        "steps": [Step(one.at, one.label, by=one.by_label, hash=one.hash) for one in log],
        "may_go_on": waits and call.actor.holds(permissions.REFRESH),
    }
    return View(f"{shown.project_name} {shown.month} 工资发放", context, crumbs=_CRUMBS)


@pages.route(HOME + "/{run_id}/work", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REFRESH, once=TABLE, again=HOME + "/{id}")
def go_on(call: PageCall, run_id: str) -> Go:
    done = attempt(lambda: retrying.go_on(call.act, run_id))
    where = f"{HOME}/{run_id}"
    if isinstance(done, AppError):
        return Go(where, Flash(Tone.BAD, done.title, done.next or ""))
    return Go(where, Flash(Tone.GOOD, "一分钟内继续付款", "余额足够就会整批付出，不够会说明还差多少。"))


def _row(one: schemas.RunView) -> Row:
    return Row(
        f"{HOME}/{one.id}",
        {
            "project": Cell(one.project_name),
            "month": Cell(one.month),
            "state": Cell(one.state_label, tone=words.TONES.get(one.state, Tone.PLAIN)),
            "lines": Cell(str(one.lines)),
            "total": Cell(words.yuan(one.total_fen)),
            "paid": Cell(words.yuan(one.paid_fen)),
            "back": Cell(str(one.returned + one.failed)),
            "note": Cell(one.note),
        },
    )


def _line(one: schemas.TransferRow) -> Row:
    return Row(
        "",
        {
            "name": Cell(one.name_masked),
            "card": Cell(f"{one.bank_label} {one.card_masked}".strip()),
            "amount": Cell(words.yuan(one.amount_fen)),
            "attempt": Cell(str(one.attempt)),
            "state": Cell(one.state_label, tone=words.TRANSFER_TONES.get(one.state, Tone.PLAIN)),
            "reason": Cell(one.reason),
            "reference": Cell(one.bank_reference[:12]),
            "at": Cell(clock.spoken(one.settled_at) if one.settled_at else ""),
        },
    )


def _tiles(one: schemas.RunView) -> list[Tile]:
    left = one.total_fen - one.paid_fen - one.returned_fen - one.failed_fen
    bad = Tone.BAD if one.returned or one.failed else Tone.PLAIN
    return [
        Tile("应付", words.yuan(one.total_fen), "元", note=f"{one.lines} 笔，到了 {one.arrived} 笔"),
        Tile("已到账", words.yuan(one.paid_fen), "元", note=f"{one.paid} 笔", tone=Tone.GOOD),
        Tile("银行退回", words.yuan(one.returned_fen), "元", note=f"{one.returned} 笔", tone=bad),
        Tile("没有付出", words.yuan(one.failed_fen), "元", note=f"{one.failed} 笔", tone=bad),
        Tile("还没有结果", words.yuan(left), "元"),
    ]
