"""One line for the office and, with a reason, for those who oversee; its correction; what workers object to."""

from typing import Any

from mashangban.console import regions
from mashangban.console.forms import FORM, Form, attempt, parse
from mashangban.console.pages import Go, PageCall, View, form, page, refusal
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Fact,
    Filter,
    Flash,
    Link,
    Row,
    Step,
    Table,
    Tone,
)
from mashangban.domains.wages import permissions, schemas
from mashangban.domains.wages.console import places, tables
from mashangban.domains.wages.models import TABLE
from mashangban.domains.wages.rules import months
from mashangban.domains.wages.rules.pay import days_words
from mashangban.domains.wages.service import correcting, paying, viewing
from mashangban.domains.wages.service.tabling import OFFICE_LABELS
from mashangban.domains.wages.terms import LineState
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.kernel.money import yuan
from mashangban.kernel.pagination import Page

pages = Blueprint(__name__)
HOME = "/console/wages/lines"
OBJECTIONS = "/console/wages/objections"
TONES = {
    LineState.SHOWN: Tone.WARN,
    LineState.CONFIRMED: Tone.GOOD,
    LineState.OBJECTED: Tone.BAD,
    LineState.PAID: Tone.GOOD,
    LineState.RECEIVED: Tone.GOOD,
    LineState.RETURNED: Tone.BAD,
    LineState.NOT_RECEIVED: Tone.BAD,
    LineState.WRONG_AMOUNT: Tone.BAD,
}
_CRUMBS = (Link("工资表", tables.HOME),)
_LISTED = (LineState.OBJECTED, LineState.RETURNED, LineState.NOT_RECEIVED, LineState.WRONG_AMOUNT)
_NOTHING: Page[schemas.LineRow] = Page([])


@pages.route(OBJECTIONS, methods=["GET"])
@page(permission=permissions.LIST_LINES, template="console/list.html")
def objections(call: PageCall) -> View:
    known = places.choices(call.actor, permissions.LIST_LINES)
    where = regions.chosen(call.request.query.get("where"), known)
    state = call.request.query.get("state", "")
    asked = parse(
        schemas.RowListQuery,
        {
            "state": state if state in {one.value for one in _LISTED} else "",
            "cursor": call.request.query.get("cursor", ""),
        },
    )
    read = viewing.lines_of_county if where.isdecimal() else viewing.lines_of_project
    found = read(call.actor, where, asked) if where else _NOTHING
    table = Table(
        name="objections",
        caption="要处理的工资",
        columns=(
            Column("worker", "工人"),
            Column("month", "月份"),
            Column("project", "项目"),
            Column("employer", "用人单位"),
            Column("amount", "应发（元）", kind="number"),
            Column("state", "状态"),
        ),
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有要处理的", "工人有异议、银行退回、没收到的工资会出现在这里。"),
        path=OBJECTIONS,
        filters=(
            Filter("where", "地区" if where.isdecimal() else "项目", value=where, choices=known),
            Filter("state", "状态", value=asked.state.value, choices=_states()),
        ),
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
    )
    return View("要处理的工资", {"list": table, "links": ()})


@pages.route(HOME + "/{line_id}", methods=["GET"])
@page(permission=permissions.LIST_LINES, template="wages/line.html")
def show_line(call: PageCall, line_id: str) -> View:
    """The office sees the line; who oversees it is asked for a reason first."""
    if not call.actor.holds(permissions.CHANGE_LINE) and call.actor.holds(permissions.INSPECT_LINE):
        return _ask_why(line_id, None)
    return _line_view(call, viewing.show_line(call.actor, line_id), viewing.log_of(call.actor, line_id))


@pages.route(HOME + "/{line_id}/inspection", methods=["POST"], content_types=[FORM])
@form(permission=permissions.INSPECT_LINE, template="wages/line.html", once=TABLE, again=HOME + "/{id}")
def inspect(call: PageCall, line_id: str) -> View:
    given = Form.read(call.body)
    done = attempt(lambda: viewing.inspect(call.act, line_id, given.parse(schemas.Inspection)))
    return _ask_why(line_id, done) if isinstance(done, AppError) else _line_view(call, done, [])


@pages.route(HOME + "/{line_id}/answer", methods=["POST"], content_types=[FORM])
@form(permission=permissions.CHANGE_LINE, once=TABLE, again=HOME + "/{id}")
def answer(call: PageCall, line_id: str) -> Go:
    given = Form.read(call.body)
    done = attempt(lambda: correcting.keep(call.act, line_id, given.parse(schemas.ObjectionAnswer)))
    return _told(done, line_id, "已答复，工人可以同意，也可以坚持")


@pages.route(HOME + "/{line_id}/resending", methods=["POST"], content_types=[FORM])
@form(permission=permissions.APPROVE_TABLE, once=TABLE, again=HOME + "/{id}")
def resend(call: PageCall, line_id: str) -> Go:
    return _told(attempt(lambda: paying.resend(call.act, line_id)), line_id, "已重新送银行")


def _line_view(call: PageCall, shown: schemas.LineView, log: list[Any]) -> View:
    context = {
        "line": shown,
        "home": f"{HOME}/{shown.id}",
        "badge": Cell(OFFICE_LABELS[shown.state], tone=TONES.get(shown.state, Tone.PLAIN)),
        "facts": _facts(shown),
        "changes": [(one, yuan(one.before_fen), yuan(one.after_fen)) for one in shown.changes],
        "steps": [Step(one.at, one.label, by=one.by_label, hash=one.hash) for one in log],
        "ask": False,
        "refused": None,
        "key": ids.new_id(),
    }
    title = f"{shown.name_masked} {months.words(shown.month)}工资"
    crumbs = (*_CRUMBS, Link("这张工资表", f"{tables.HOME}/{shown.table_id}"))
    return View(title, context, crumbs=crumbs)


def _ask_why(line_id: str, refused: AppError | None) -> View:
    context = {
        "ask": True,
        "home": f"{HOME}/{line_id}",
        "refused": refused,
        "key": ids.new_id(),
        "badge": None,
    }
    return View("调阅一名工人的工资", context, crumbs=_CRUMBS, status=422 if refused else 200)


def _facts(one: schemas.LineView) -> list[Fact]:
    confirmed = (
        "未确认"
        if one.unconfirmed
        else "本人在班组长手机上签字，有见证人"
        if one.assisted
        else "本人签字确认"
    )
    card = f"{one.money.bank or ''} {one.money.card_masked or ''}".strip() or "没有登记"
    lines = [
        Fact("工人", f"{one.name_masked}（{one.trade_name}）"),
        Fact("劳动合同", one.contract_number),
        Fact("项目和班组", f"{one.project.name} · {one.team.name}"),
        Fact("怎么算的", one.formula),
        Fact("考勤", days_words(one.attended_halves)),
        Fact("上月", one.previous_words or "没有"),
        Fact("本人确认", confirmed),
        Fact("收款银行卡", card),
    ]
    if one.money.reason:
        lines.append(Fact("银行退回原因", one.money.reason, tone=Tone.BAD))
    return lines


def _row(one: schemas.LineRow) -> Row:
    cells = {
        "worker": Cell(one.name_masked, sub=one.trade_name),
        "month": Cell(months.words(one.month)),
        "project": Cell(one.project.name, sub=one.team.name),
        "employer": Cell(one.employer.name),
        "amount": Cell(yuan(one.amount_fen).removesuffix("元")),
        "state": Cell(
            "坚持异议" if one.insisted else OFFICE_LABELS[one.state], tone=TONES.get(one.state, Tone.PLAIN)
        ),
    }
    return Row(f"{HOME}/{one.id}", cells)


def _states() -> tuple[Choice, ...]:
    return tuple(Choice(one.value, OFFICE_LABELS[one]) for one in _LISTED)


def _told(done: object, line_id: str, title: str) -> Go:
    where = f"{HOME}/{line_id}"
    if isinstance(done, AppError):
        return Go(where, refusal(done))
    return Go(where, Flash(Tone.GOOD, title))
