"""Complaints for regulators: the work list, one matter whole, and the acts on it."""

from collections.abc import Callable

from mashangban.console import downloads
from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Link, Row, Step, Table, Tone
from mashangban.domains.arrears import permissions, schemas
from mashangban.domains.arrears.console import places
from mashangban.domains.arrears.models import TABLE
from mashangban.domains.arrears.schemas import ComplaintRow, ComplaintView
from mashangban.domains.arrears.service import evidence, exporting, handling, viewing
from mashangban.domains.arrears.terms import Circumstance, ProposalKind
from mashangban.kernel import clock
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.pagination import Page

pages = Blueprint(__name__)
HOME = "/console/arrears/complaints"
BUCKETS = (Choice("open", "没办完"), Choice("closed", "已结束"))
_TONES = {"opened": Tone.WARN, "closed": Tone.GOOD, "withdrawn": Tone.PLAIN, "transferred": Tone.PLAIN}
_COLUMNS = (
    Column("number", "投诉编号", kind="code"),
    Column("worker", "工人"),
    Column("month", "月份"),
    Column("project", "项目"),
    Column("employer", "用人单位"),
    Column("reason", "事由"),
    Column("opened", "提交时间", kind="date"),
    Column("state", "状态"),
)
_NOTHING: Page[ComplaintRow] = Page([])


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST_COMPLAINTS, template="console/list.html")
def complaints(call: PageCall) -> View:
    known = places.counties(call.actor, permissions.LIST_COMPLAINTS)
    query = places.asked(call, known, BUCKETS)
    found = viewing.complaints_at(call.actor, query) if query else _NOTHING
    table = Table(
        name="complaints",
        caption="欠薪投诉",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有这样的投诉", "换一个地区或状态看看。"),
        path=HOME,
        filters=places.filters(query, known, BUCKETS),
        cursor=query.cursor if query else None,
        next_cursor=found.next_cursor,
        exports=downloads.links(HOME, {"where": query.where, "bucket": query.bucket})
        if query and found.items
        else (),
    )
    return View("欠薪投诉", {"list": table, "links": ()})


@pages.route(HOME + "/export", methods=["GET"])
@page(permission=permissions.LIST_COMPLAINTS, template="console/problem.html")
def export(call: PageCall) -> Reply:
    name, kind = downloads.chosen_format(call)
    query = places.asked(call, places.counties(call.actor, permissions.LIST_COMPLAINTS), BUCKETS)
    if query is None:
        raise NotFound()
    return downloads.download(exporting.export_complaints(call.actor, query, kind), f"欠薪投诉.{name}", kind)


@pages.route(HOME + "/{complaint_id}", methods=["GET"])
@page(permission=permissions.LIST_COMPLAINTS, template="arrears/complaint.html")
def complaint(call: PageCall, complaint_id: str) -> View:
    asked = call.request.query.get("circumstance", "")
    known = Circumstance(asked) if asked in set(Circumstance) else None
    shown = viewing.show_complaint(call.actor, complaint_id, call.at, known)
    one = viewing.complaint(call.actor, complaint_id)
    context = {
        "complaint": shown,
        "badge": _state(shown.row),
        "facts": _facts(shown),
        "steps": [
            Step(line.at, line.label, by=line.by_label, note=line.text, hash=line.hash) for line in shown.log
        ],
        "team": viewing.team_complaints(one) if "join" in shown.actions else [],
        "circumstances": [(circumstance.value, circumstance.label) for circumstance in Circumstance],
        "chosen": asked,
        "file": f"/console/documents/{shown.document_id}/file" if shown.document_ready else "",
    }
    return View(f"投诉 {shown.row.number}", context, crumbs=(Link("欠薪投诉", HOME),))


@pages.route(HOME + "/{complaint_id}/evidence", methods=["GET"])
@page(permission=permissions.LIST_COMPLAINTS, template="console/problem.html")
def evidence_file(call: PageCall, complaint_id: str) -> Reply:
    found = evidence.show(call.actor, complaint_id, call.at)
    name = f"{found.complaint_number}.json"
    headers = {"Content-Disposition": f"attachment; filename={name}"}
    return Reply(
        found.model_dump_json(indent=1), content_type="application/json; charset=utf-8", headers=headers
    )


@pages.route(HOME + "/{complaint_id}/acceptance", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=HOME + "/{id}")
def accept(call: PageCall, complaint_id: str) -> Go:
    return _told(
        lambda: handling.accept(call.act, complaint_id), complaint_id, "已受理，单位和工人已收到通知"
    )


@pages.route(HOME + "/{complaint_id}/proposal", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=HOME + "/{id}")
def propose(call: PageCall, complaint_id: str) -> Go:
    given = Form.read(call.body)
    fen = _fen(given)
    return _told(
        lambda: handling.propose(call.act, complaint_id, given.parse(schemas.Proposal, **fen)),
        complaint_id,
        "方案已发给双方",
    )


@pages.route(HOME + "/{complaint_id}/transfer", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=HOME + "/{id}")
def transfer(call: PageCall, complaint_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: handling.propose(
            call.act, complaint_id, given.parse(schemas.Proposal, kind=ProposalKind.TRANSFER)
        ),
        complaint_id,
        "已问工人是否同意转仲裁",
    )


@pages.route(HOME + "/{complaint_id}/order", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=HOME + "/{id}")
def order(call: PageCall, complaint_id: str) -> Go:
    given = Form.read(call.body)
    fen = _fen(given)
    return _told(
        lambda: handling.order(call.act, complaint_id, given.parse(schemas.Order, **fen)),
        complaint_id,
        "已责令支付",
    )


@pages.route(HOME + "/{complaint_id}/extension", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=HOME + "/{id}")
def extend(call: PageCall, complaint_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: handling.extend(call.act, complaint_id, given.parse(schemas.Reason)),
        complaint_id,
        "期限已延长",
    )


@pages.route(HOME + "/{complaint_id}/pause", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=HOME + "/{id}")
def pause(call: PageCall, complaint_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: handling.pause(call.act, complaint_id, given.parse(schemas.Reason)),
        complaint_id,
        "计时已暂停",
    )


@pages.route(HOME + "/{complaint_id}/resumption", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=HOME + "/{id}")
def resume(call: PageCall, complaint_id: str) -> Go:
    return _told(lambda: handling.resume(call.act, complaint_id), complaint_id, "计时已恢复")


@pages.route(HOME + "/{complaint_id}/joining", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=HOME + "/{id}")
def join(call: PageCall, complaint_id: str) -> Go:
    chosen = list(Form.read(call.body).all("complaint"))
    return _told(
        lambda: handling.join(call.act, complaint_id, schemas.Joining(complaint_ids=chosen)),
        complaint_id,
        "已并案",
    )


def _told(run: Callable[[], schemas.ComplaintDone], complaint_id: str, title: str) -> Go:
    return acted(f"{HOME}/{complaint_id}", run, title, lambda done: f"现在：{done.state_label}")


def _fen(given: Form) -> dict[str, object]:
    """Yuan as typed, up to two decimals, in fen; what is no sum is left to the schema to refuse."""
    whole, _, rest = given.one("amount").replace(",", "").partition(".")
    if not (whole.isdecimal() and len(rest) <= 2 and (rest or "0").isdecimal()):
        return {}
    return {"amount_fen": int(whole) * 100 + int(rest.ljust(2, "0"))}


def _row(one: ComplaintRow) -> Row:
    cells = {
        "number": Cell(
            one.number, sub=f"并案 {one.matter}" if one.matter and one.matter != one.number else ""
        ),
        "worker": Cell(one.worker_name_masked, sub="要求对单位保密" if one.hidden else ""),
        "month": Cell(one.month_label),
        "project": Cell(one.project, sub=one.team),
        "employer": Cell(one.employer),
        "reason": Cell(one.reason_label, sub="系统自动立案" if one.automatic else ""),
        "opened": Cell(clock.spoken(one.opened_at)),
        "state": _state(one),
    }
    return Row(f"{HOME}/{one.id}", cells)


def _state(one: ComplaintRow) -> Cell:
    return Cell(one.state_label, tone=_TONES.get(one.state, Tone.ACCENT))


def _facts(shown: ComplaintView) -> list[Fact]:
    row = shown.row
    hidden = "对单位保密，办理时文字里不要写姓名" if row.hidden else "可以告诉单位"
    return [
        Fact("工人", row.worker_name_masked),
        Fact("姓名", hidden),
        Fact("月份", row.month_label, href=f"/console/arrears/pay/{shown.expectation_id}"),
        Fact("项目", f"{row.project}　{row.team}"),
        Fact("用人单位", row.employer),
        Fact("事由", f"{row.reason_label}{'（系统自动立案）' if row.automatic else ''}"),
        Fact("工人说", shown.text),
        Fact("并案", row.matter),
    ]
