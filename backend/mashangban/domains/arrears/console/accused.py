"""What the accused unit sees at its desk: complaints to answer. No page here can show who hid."""

from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, form, page, refusal
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Flash, Link, Row, Step, Table, Tone
from mashangban.domains.arrears import permissions, schemas
from mashangban.domains.arrears.console import places
from mashangban.domains.arrears.models import TABLE
from mashangban.domains.arrears.schemas import AccusedRow, AccusedView
from mashangban.domains.arrears.service import answering, viewing
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import Page

pages = Blueprint(__name__)
HOME = "/console/arrears/accusations"
BUCKETS = (Choice("open", "没办完"), Choice("closed", "已结束"))
LABELS = {"agree": "同意方案", "refuse": "不同意方案", "paid": "已经付款", "explain": "作出说明"}
_COLUMNS = (
    Column("number", "投诉编号", kind="code"),
    Column("month", "月份"),
    Column("project", "项目"),
    Column("employer", "用人单位"),
    Column("reason", "事由"),
    Column("worker", "工人"),
    Column("state", "状态"),
)
_NOTHING: Page[AccusedRow] = Page([])


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.ANSWER_COMPLAINT, template="console/list.html")
def accusations(call: PageCall) -> View:
    known = places.projects(call.actor, permissions.ANSWER_COMPLAINT)
    query = places.asked(call, known, BUCKETS)
    found = viewing.accused_at(call.actor, query) if query else _NOTHING
    table = Table(
        name="accusations",
        caption="欠薪投诉（单位）",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有要答复的投诉", "监管部门受理后，这里会出现。"),
        path=HOME,
        filters=places.filters(query, known, BUCKETS),
        cursor=query.cursor if query else None,
        next_cursor=found.next_cursor,
    )
    return View("要答复的投诉", {"list": table, "links": ()})


@pages.route(HOME + "/{complaint_id}", methods=["GET"])
@page(permission=permissions.ANSWER_COMPLAINT, template="arrears/accused.html")
def accusation(call: PageCall, complaint_id: str) -> View:
    shown = answering.show(call.actor, complaint_id)
    context = {
        "accused": shown,
        "badge": Cell(shown.row.state_label, tone=Tone.ACCENT),
        "facts": _facts(shown),
        "steps": [Step(one.at, one.label, note=one.text) for one in shown.replies],
        "replies": [(name, LABELS[name]) for name in shown.actions],
    }
    return View(f"投诉 {shown.row.number}", context, crumbs=(Link("要答复的投诉", HOME),))


@pages.route(HOME + "/{complaint_id}/reply", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ANSWER_COMPLAINT, once=TABLE, again=HOME + "/{id}")
def reply(call: PageCall, complaint_id: str) -> Go:
    given = Form.read(call.body)
    done = attempt(lambda: answering.reply(call.act, complaint_id, given.parse(schemas.Reply)))
    where = f"{HOME}/{complaint_id}"
    if isinstance(done, AppError):
        return Go(where, refusal(done))
    return Go(where, Flash(Tone.GOOD, "已答复", "监管部门和工人会看到。只有工人确认后，投诉才会办结。"))


def _row(one: AccusedRow) -> Row:
    cells = {
        "number": Cell(one.number),
        "month": Cell(one.month_label),
        "project": Cell(one.project),
        "employer": Cell(one.employer),
        "reason": Cell(one.reason_label),
        "worker": Cell(one.worker_name_masked or "要求保密"),
        "state": Cell(one.state_label, tone=Tone.ACCENT),
    }
    return Row(f"{HOME}/{one.id}", cells)


def _facts(shown: AccusedView) -> list[Fact]:
    row = shown.row
    return [
        Fact("月份", row.month_label),
        Fact("项目", row.project),
        Fact("用人单位", row.employer),
        Fact("事由", row.reason_label),
        Fact("工人", row.worker_name_masked or "要求保密，请按考勤和工资表全面核对"),
        Fact("办理期限", shown.due_label),
    ]
