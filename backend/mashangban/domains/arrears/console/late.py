"""Late months: the list for regulators, unit and contractor, and one month with the unit's answer."""

from mashangban.console import downloads
from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, form, page, refusal
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Flash, Link, Row, Step, Table, Tone
from mashangban.domains.arrears import permissions, schemas
from mashangban.domains.arrears.console import places
from mashangban.domains.arrears.models import TABLE
from mashangban.domains.arrears.schemas import PayRow, PayView
from mashangban.domains.arrears.service import answering, exporting, viewing
from mashangban.domains.arrears.terms import Level
from mashangban.kernel.errors import AppError, NotFound
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.money import yuan
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Principal

pages = Blueprint(__name__)
HOME = "/console/arrears/late"
PAY = "/console/arrears/pay"
TONES = {"warned": Tone.WARN, "county": Tone.BAD, "city": Tone.BAD, "credit": Tone.BAD}
# The states that a worker reads in the second person.
OFFICE_LABELS = {"paid": "单位已发，等工人确认", "disputed": "工人说没收到或不对"}
BUCKETS = (
    *(Choice(one.value, one.label) for one in Level if one is not Level.NONE),
    Choice("disputed", OFFICE_LABELS["disputed"]),
    Choice("expected", "还没到发薪日"),
    Choice("paid", "已发待确认"),
    Choice("settled", "已结清"),
)
_COLUMNS = (
    Column("worker", "工人"),
    Column("month", "月份"),
    Column("due", "应付日", kind="date"),
    Column("late", "晚几天", kind="number"),
    Column("project", "项目"),
    Column("employer", "用人单位"),
    Column("amount", "金额", kind="number"),
    Column("level", "级别"),
)
_NOTHING: Page[PayRow] = Page([])


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST_LATE, template="console/list.html")
def late(call: PageCall) -> View:
    known = _places(call.actor)
    query = places.asked(call, known, BUCKETS)
    found = viewing.late_at(call.actor, query, call.at) if query else _NOTHING
    table = Table(
        name="late",
        caption="欠薪预警",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有这样的工资", "换一个项目、地区或级别看看。"),
        path=HOME,
        filters=places.filters(query, known, BUCKETS),
        cursor=query.cursor if query else None,
        next_cursor=found.next_cursor,
        exports=downloads.links(HOME, {"where": query.where, "bucket": query.bucket})
        if query and found.items
        else (),
    )
    return View("欠薪预警", {"list": table, "links": ()})


@pages.route(HOME + "/export", methods=["GET"])
@page(permission=permissions.LIST_LATE, template="console/problem.html")
def export(call: PageCall) -> Reply:
    name, kind = downloads.chosen_format(call)
    query = places.asked(call, _places(call.actor), BUCKETS)
    if query is None:
        raise NotFound()
    return downloads.download(
        exporting.export_late(call.actor, query, call.at, kind), f"欠薪预警.{name}", kind
    )


@pages.route(PAY + "/{expectation_id}", methods=["GET"])
@page(permission=permissions.VIEW_PAY, template="arrears/pay.html")
def pay(call: PageCall, expectation_id: str) -> View:
    shown = viewing.show_pay(call.actor, expectation_id, call.at)
    answers = call.actor.holds(permissions.ANSWER_WARNING) and bool(shown.duty)
    context = {
        "pay": shown,
        "badge": Cell(
            shown.row.level_label if shown.duty else _state(shown.row),
            tone=TONES.get(shown.row.level, Tone.PLAIN) if shown.duty else Tone.PLAIN,
        ),
        "facts": _facts(shown),
        "steps": [
            Step(line.at, line.label, by=line.by_label, note=line.text, hash=line.hash) for line in shown.log
        ],
        "answers": answers,
    }
    return View(f"{shown.row.month_label}工资", context, crumbs=(Link("欠薪预警", HOME),))


@pages.route(PAY + "/{expectation_id}/answer", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ANSWER_WARNING, once=TABLE, again=PAY + "/{id}")
def answer(call: PageCall, expectation_id: str) -> Go:
    given = Form.read(call.body)
    done = attempt(lambda: answering.answer_warning(call.act, expectation_id, given.parse(schemas.Answer)))
    where = f"{PAY}/{expectation_id}"
    if isinstance(done, AppError):
        return Go(where, refusal(done))
    return Go(where, Flash(Tone.GOOD, "已答复", "工人和监管部门都能看到。"))


def _places(actor: Principal) -> tuple[Choice, ...]:
    return places.counties(actor, permissions.LIST_LATE) or places.projects(actor, permissions.LIST_LATE)


def _state(one: PayRow) -> str:
    return OFFICE_LABELS.get(one.state, one.state_label)


def _row(one: PayRow) -> Row:
    late = one.level != Level.NONE.value and one.state in ("late", "disputed")
    cells = {
        "worker": Cell(one.worker_name_masked, sub=one.number),
        "month": Cell(one.month_label),
        "due": Cell(one.due_on.isoformat()),
        "late": Cell(f"{one.days_late} 个工作日" if one.days_late else ""),
        "project": Cell(one.project, sub=one.team),
        "employer": Cell(one.employer),
        "amount": Cell(yuan(one.amount_fen) if one.amount_fen else "没有工资单"),
        "level": Cell(
            one.level_label if late else _state(one),
            tone=TONES.get(one.level) if late else Tone.PLAIN,
        ),
    }
    return Row(f"{PAY}/{one.id}", cells)


def _facts(shown: PayView) -> list[Fact]:
    row = shown.row
    estimate = f"约{yuan(shown.estimated_fen)}（按合同估算）" if shown.estimated_fen else "没有工资单"
    return [
        Fact("工人", row.worker_name_masked),
        Fact("合同编号", row.number),
        Fact("项目", f"{row.project}　{row.team}"),
        Fact("用人单位", row.employer),
        Fact("应付日", row.sentence),
        Fact("已知出勤", f"{shown.days_worked:g} 天"),
        Fact("金额", yuan(row.amount_fen) if row.amount_fen else estimate),
        Fact("现在该谁办", shown.duty),
    ]
