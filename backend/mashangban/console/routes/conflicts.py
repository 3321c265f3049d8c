"""Sources that disagree: both values side by side, and a person's decision with its reason."""

from mashangban.console.forms import FORM, Form, attempt, error_of, parse
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.routes import lists
from mashangban.console.views import Cell, Column, Empty, Field, Flash, Link, Row, Table, Tone
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.registry import permissions
from mashangban.registry.models import TABLE
from mashangban.registry.schemas.inputs import ConflictQuery, Settlement
from mashangban.registry.schemas.outputs import ConflictView
from mashangban.registry.service import conflicts as conflict_service
from mashangban.registry.terms import ConflictState, Register

pages = Blueprint(__name__)
HOME = "/console/conflicts"
_COLUMNS = (
    Column("record", "记录"),
    Column("field", "字段"),
    Column("held", "现在的值"),
    Column("offered", "新来的值"),
    Column("at", "发现时间", kind="date"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.SETTLE_CONFLICTS, template="console/list.html")
def conflicts(call: PageCall) -> View:
    asked = parse(ConflictQuery, lists.asked(call.request.query))
    found = conflict_service.list_conflicts(call.actor, asked)
    region = lists.region_filter(permissions.SETTLE_CONFLICTS, asked.region)
    table = Table(
        name="conflicts",
        caption="待处理的数据冲突",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有待处理的冲突", "导入时来源之间说法不同，会放到这里。"),
        path=HOME,
        filters=(region,) if region else (),
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
    )
    lead = "每个字段只认一个来源。来源之间说法不同时先保留原值，由人来决定。"
    return View("数据冲突", {"list": table, "links": ()}, lead=lead)


@pages.route(HOME + "/{conflict_id}", methods=["GET"])
@page(permission=permissions.SETTLE_CONFLICTS, template="console/conflict.html")
def conflict(call: PageCall, conflict_id: str) -> View:
    return _view(conflict_service.view_conflict(call.actor, conflict_id), Form({}), None)


@pages.route(HOME + "/{conflict_id}", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SETTLE_CONFLICTS, template="console/conflict.html", once=TABLE, again=HOME)
def settle(call: PageCall, conflict_id: str) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: conflict_service.settle_conflict(call.act, conflict_id, given.parse(Settlement)))
    if isinstance(done, AppError):
        return _view(conflict_service.view_conflict(call.actor, conflict_id), given, done)
    return Go(
        HOME, Flash(Tone.GOOD, f"已处理：{done.state_label}", f"{done.record_name}，{done.field_label}")
    )


def _view(shown: ConflictView, given: Form, refused: AppError | None) -> View:
    reason = Field(
        "reason",
        "理由",
        given.one("reason"),
        kind="textarea",
        required=True,
        hint="例如：已与施工许可证原件核对",
        error=error_of(refused, "reason"),
    )
    context = {
        "conflict": shown,
        "record": f"/console/{Register(shown.register_name).value}/{shown.record_id}",
        "open": shown.state == ConflictState.OPEN,
        "reason": reason,
        "refused": refused,
        "key": ids.new_id(),
    }
    crumbs = (Link("数据冲突", HOME),)
    title = f"{shown.record_name}：{shown.field_label}"
    return View(title, context, crumbs=crumbs, status=refused.status if refused else 200)


def _row(one: ConflictView) -> Row:
    cells = {
        "record": Cell(one.record_name, sub=Register(one.register_name).label),
        "field": Cell(one.field_label),
        "held": Cell(one.held, sub=one.held_source),
        "offered": Cell(one.offered, sub=one.offered_source),
        "at": Cell(one.at.date().isoformat()),
    }
    return Row(f"{HOME}/{one.id}", cells)
