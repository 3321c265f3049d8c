"""Pay tables: the list, one table's grid, and what its maker and its approver do."""

from typing import Any

from mashangban.console import downloads, regions
from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Field,
    Filter,
    Flash,
    Job,
    Link,
    Row,
    Table,
    Tile,
    Tone,
)
from mashangban.domains.wages import permissions, schemas
from mashangban.domains.wages.console import grid, places
from mashangban.domains.wages.models import TABLE
from mashangban.domains.wages.rules import months
from mashangban.domains.wages.service import deciding, exporting, making, viewing
from mashangban.domains.wages.terms import TableState
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.money import yuan
from mashangban.kernel.pagination import Page

pages = Blueprint(__name__)
HOME = "/console/wages/tables"
TONES = {
    TableState.DRAFT: Tone.PLAIN,
    TableState.SHOWN: Tone.ACCENT,
    TableState.SUBMITTED: Tone.WARN,
    TableState.RETURNED: Tone.BAD,
    TableState.PAYING: Tone.ACCENT,
    TableState.CLOSED: Tone.GOOD,
    TableState.DISCARDED: Tone.PLAIN,
}
CRUMBS = (Link("工资表", HOME),)
_COLUMNS = (
    Column("month", "月份"),
    Column("employer", "用人单位"),
    Column("project", "项目"),
    Column("lines", "人数", kind="number"),
    Column("total", "应发（元）", kind="number"),
    Column("state", "状态"),
    Column("made", "编制时间", kind="date"),
)
_NOTHING: Page[schemas.TableRow] = Page([])


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW_TABLES, template="console/list.html")
def tables(call: PageCall) -> View:
    known = places.choices(call.actor, permissions.VIEW_TABLES)
    where = regions.chosen(call.request.query.get("where"), known)
    county = where.isdecimal()
    asked = schemas.TableListQuery(
        project_id=None if county or not where else where,
        region=where if county else None,
        cursor=call.request.query.get("cursor") or None,
    )
    found = viewing.list_tables(call.actor, asked) if where else _NOTHING
    table = Table(
        name="pay-tables",
        caption="工资表",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("还没有工资表", "每个月由用人单位的劳资员按合同和考勤编制。"),
        path=HOME,
        filters=(Filter("where", "地区" if county else "项目", value=where, choices=known),),
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
    )
    links = (Link("编制工资表", f"{HOME}/new", "add"),) if call.actor.holds(permissions.MAKE_TABLE) else ()
    return View("工资表", {"list": table, "links": links})


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.MAKE_TABLE, template="console/form.html")
def new_table(call: PageCall) -> View:
    month = months.before(months.of(clock.local_date(call.at)))
    return _new_view(call, {"month": month}, None)


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(permission=permissions.MAKE_TABLE, template="console/form.html", once=TABLE, again=HOME + "/{id}")
def make_table(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    project_id, _, employer_id = given.one("unit").partition("|")
    parts = {"project_id": project_id, "employer_id": employer_id, "empty": bool(given.one("empty"))}
    done = attempt(lambda: making.make(call.act, given.parse(schemas.TableForm, **parts)))
    if isinstance(done, AppError):
        return _new_view(call, {name: given.one(name) for name in ("unit", "month", "empty")}, done)
    text = "请导入表格。" if done.lines == 0 else f"按合同和考勤算出 {done.lines} 人，请逐行核对。"
    return Go(f"{HOME}/{done.id}", Flash(Tone.GOOD, "工资表已建好", text))


@pages.route(HOME + "/{table_id}", methods=["GET"])
@page(permission=permissions.VIEW_TABLES, template="wages/table.html")
def show_table(call: PageCall, table_id: str) -> View:
    shown = viewing.show_table(call.actor, table_id)
    page_asked = call.request.query.get("page", "0")
    number = int(page_asked) if page_asked.isdecimal() and int(page_asked) < max(shown.pages, 1) else 0
    may_see = call.actor.holds(permissions.VIEW_GRID)
    asked = grid.asked(call.request.query.get("state", "")) if shown.states else None
    found = viewing.grid(call.actor, table_id, number, asked) if may_see else None
    context = {
        "table": shown,
        "badge": Cell(shown.state_label, tone=TONES[shown.state]),
        "tiles": _tiles(shown),
        "states": [(one.label, one.lines, yuan(one.fen)) for one in shown.states],
        "job": _job(shown),
        "grid": found,
        "rows": [grid.row(shown, one, f"{HOME}/{table_id}", number) for one in found.rows] if found else [],
        "home": f"{HOME}/{table_id}",
        "standing": asked or "",
        "standings": grid.choices(shown),
        "exports": downloads.links(f"{HOME}/{table_id}", {}) if may_see and shown.pages else (),
        "edits": "edit" in shown.actions or "change" in shown.actions,
    }
    title = f"{shown.employer.name} {months.words(shown.month)}工资表"
    return View(title, context, lead=shown.project.name, crumbs=CRUMBS)


@pages.route(HOME + "/{table_id}/export", methods=["GET"])
@page(permission=permissions.VIEW_GRID, template="")
def export(call: PageCall, table_id: str) -> Reply:
    name, kind = downloads.chosen_format(call)
    return downloads.download(exporting.export(call.actor, table_id, kind), f"工资表.{name}", kind)


@pages.route(HOME + "/{table_id}/computation", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MAKE_TABLE, once=TABLE, again=HOME + "/{id}")
def recompute(call: PageCall, table_id: str) -> Go:
    return acted(f"{HOME}/{table_id}", lambda: making.recompute(call.act, table_id), "已按合同和考勤重新计算")


@pages.route(HOME + "/{table_id}/showing", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MAKE_TABLE, once=TABLE, again=HOME + "/{id}")
def show(call: PageCall, table_id: str) -> Go:
    return acted(f"{HOME}/{table_id}", lambda: making.show(call.act, table_id), "正在发给工人核对")


@pages.route(HOME + "/{table_id}/discarding", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MAKE_TABLE, once=TABLE, again=HOME + "/{id}")
def discard(call: PageCall, table_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}/{table_id}",
        lambda: making.discard(call.act, table_id, given.parse(schemas.Reason)),
        "已作废，可以重新编制这个月的工资表",
    )


@pages.route(HOME + "/{table_id}/submission", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SUBMIT_TABLE, once=TABLE, again=HOME + "/{id}")
def submit(call: PageCall, table_id: str) -> Go:
    return acted(f"{HOME}/{table_id}", lambda: deciding.submit(call.act, table_id), "已提交总包审核")


@pages.route(HOME + "/{table_id}/return", methods=["POST"], content_types=[FORM])
@form(permission=permissions.APPROVE_TABLE, once=TABLE, again=HOME + "/{id}")
def give_back(call: PageCall, table_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}/{table_id}",
        lambda: deciding.give_back(call.act, table_id, given.parse(schemas.Reason)),
        "已退回，原因已告诉劳资员",
    )


@pages.route(HOME + "/{table_id}/approval", methods=["POST"], content_types=[FORM])
@form(permission=permissions.APPROVE_TABLE, once=TABLE, again=HOME + "/{id}")
def approve(call: PageCall, table_id: str) -> Go:
    return acted(f"{HOME}/{table_id}", lambda: deciding.approve(call.act, table_id), "已批准，正在送银行")


def _new_view(call: PageCall, values: dict[str, str], refused: AppError | None) -> View:
    units = tuple(
        Choice(f"{project.id}|{party.enterprise_id}", party.name, project.name)
        for project in places.projects_of(call.actor, permissions.MAKE_TABLE)
        for party in project.parties
        if party.kind.value in {"13", "16", "8", "9"}
    )
    fields = [
        Field("unit", "项目和用人单位", values.get("unit", ""), "select", True, choices=units, full=True),
        Field(
            "month",
            "月份",
            values["month"],
            required=True,
            hint="如 2026-10",
            error=error_of(refused, "month"),
        ),
        Field("empty", "先建空表，人员由表格导入", values.get("empty", ""), "checkbox"),
    ]
    context: dict[str, Any] = {
        "fields": fields,
        "action": HOME,
        "key": ids.new_id(),
        "hidden": {},
        "refused": refused,
        "submit": "编制",
        "back": HOME,
    }
    lead = "按每个人的劳动合同单价和当月考勤计算；一家单位在一个项目一个月只有一张表。"
    return View("编制工资表", context, lead=lead, crumbs=CRUMBS, status=422 if refused else 200)


def _row(one: schemas.TableRow) -> Row:
    cells = {
        "month": Cell(months.words(one.month)),
        "employer": Cell(one.employer.name),
        "project": Cell(one.project.name),
        "lines": Cell(f"{one.lines:,}"),
        "total": Cell(yuan(one.total_fen).removesuffix("元")),
        "state": Cell(one.state_label, tone=TONES[one.state]),
        "made": Cell(clock.spoken(one.made_at)),
    }
    return Row(f"{HOME}/{one.id}", cells)


def _tiles(shown: schemas.TableView) -> list[Tile]:
    def money(label: str, fen: int, tone: Tone = Tone.PLAIN) -> Tile:
        return Tile(label, yuan(fen).removesuffix("元"), "元", tone=tone)

    tiles = [
        Tile(
            "应发",
            yuan(shown.total_fen).removesuffix("元"),
            "元",
            note=f"{shown.lines:,} 人",
            tone=Tone.ACCENT,
        )
    ]
    if shown.state is TableState.DRAFT:
        return [
            *tiles,
            Tile("不合规", str(shown.blocked), "人", tone=Tone.BAD if shown.blocked else Tone.PLAIN),
        ]
    if shown.state is TableState.DISCARDED:
        return tiles
    return [
        *tiles,
        money("还没送银行", shown.left_fen),
        money("已送银行", shown.ordered_fen),
        money("已发到卡上", shown.paid_fen, Tone.GOOD),
        money("银行退回", shown.returned_fen, Tone.BAD if shown.returned_fen else Tone.PLAIN),
        money("有异议冻结", shown.frozen_fen, Tone.WARN if shown.frozen_fen else Tone.PLAIN),
    ]


def _job(shown: schemas.TableView) -> Job | None:
    job = shown.job
    return Job(job.label, job.done, job.total, running=True) if job else None
