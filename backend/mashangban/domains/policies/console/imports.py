"""Files of policies and facts in the console: choose one, read its errors, let it count."""

from typing import cast
from urllib.parse import unquote

from mashangban.console.downloads import download
from mashangban.console.forms import FORM
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Column, Empty, Filter, Job, Link, Row, Table, Tone
from mashangban.domains.policies import permissions
from mashangban.domains.policies.console import places
from mashangban.domains.policies.models import TABLE
from mashangban.domains.policies.schemas import OfficeQuery
from mashangban.domains.policies.schemas.imports import PolicyImportQuery, PolicyImportView
from mashangban.domains.policies.service import importing
from mashangban.domains.policies.terms.imports import (
    MOST_FACT_ROWS,
    MOST_POLICY_ROWS,
    ImportKind,
)
from mashangban.imports.terms import MOST_POSTED, ImportState
from mashangban.kernel import ids
from mashangban.kernel.http import Blueprint, Reply
from mashangban.registry.sheets import XLSX

pages = Blueprint(__name__)
HOME = "/console/policies/imports"
CRUMBS = (Link("政策导入", HOME),)
_COLUMNS = (
    Column("filename", "文件"),
    Column("kind", "内容"),
    Column("rows", "行数", kind="number"),
    Column("state", "状态"),
    Column("at", "时间", kind="date"),
)
_TONES = {
    ImportState.REFUSED: Tone.BAD,
    ImportState.STAGED: Tone.WARN,
    ImportState.APPLYING: Tone.ACCENT,
    ImportState.APPLIED: Tone.GOOD,
    ImportState.CANCELLED: Tone.PLAIN,
}
_SHOWN = 50
_MOST = {ImportKind.POLICIES: MOST_POLICY_ROWS, ImportKind.FACTS: MOST_FACT_ROWS}


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.RUN_IMPORTS, template="console/list.html")
def imports(call: PageCall) -> View:
    choices = places.known(call.actor, permissions.RUN_IMPORTS)
    query = OfficeQuery(region=places.chosen(call, choices), cursor=call.request.query.get("cursor") or None)
    found = importing.DESK.listed(call.actor, query.region, query.page)
    table = Table(
        name="policy-imports",
        caption="政策导入",
        columns=_COLUMNS,
        rows=tuple(map(_row, found.items)),
        empty=Empty("还没有导入过文件", "政策和企业数据都可以用表格成批导入。"),
        path=HOME,
        filters=(Filter("region", "地区", value=query.region, choices=choices),),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
    )
    links = (
        Link("导入企业数据", f"{HOME}/new?kind=facts&region={query.region}", "import"),
        Link("导入政策", f"{HOME}/new?kind=policies&region={query.region}", "import"),
    )
    return View("政策导入", {"list": table, "links": links})


def _row(one: PolicyImportView) -> Row:
    cells = {
        "filename": Cell(one.filename or "未命名"),
        "kind": Cell(one.kind_label),
        "rows": Cell(f"{one.rows:,}" if one.rows else ""),
        "state": Cell(one.state_label, tone=_TONES[one.state]),
        "at": Cell(f"{one.received_at:%Y-%m-%d}"),
    }
    return Row(f"{HOME}/{one.id}", cells)


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.RUN_IMPORTS, template="policies/import_new.html")
def new_import(call: PageCall) -> View:
    choices = places.known(call.actor, permissions.RUN_IMPORTS)
    kind = _kind(call)
    context = {
        "kind": kind,
        "region": places.chosen(call, choices),
        "choices": choices,
        "limit": MOST_POSTED,
        "most": _MOST[kind],
        "home": HOME,
        "key": ids.new_id(),
    }
    return View(f"导入{kind.label}", context, crumbs=CRUMBS)


@pages.route(HOME + "/template", methods=["GET"])
@page(permission=permissions.RUN_IMPORTS, template="")
def template(call: PageCall) -> Reply:
    kind = _kind(call)
    return download(importing.DESK.template_sheet(kind), f"{kind.label}导入模板.xlsx", XLSX)


@pages.route(HOME, methods=["POST"], content_types=["application/octet-stream"])
@form(permission=permissions.RUN_IMPORTS, once=TABLE, again="")
def start(call: PageCall) -> Reply:
    filename = unquote(call.request.header("x-filename") or "")[:120] or "未命名"
    region = places.chosen(call, places.known(call.actor, permissions.RUN_IMPORTS))
    asked = PolicyImportQuery(kind=_kind(call), region=region, filename=filename)
    started = importing.start(call.act, asked, cast(bytes, call.body))
    return Reply(started.model_dump_json(), 201, "application/json")


@pages.route(HOME + "/{import_id}", methods=["GET"])
@page(permission=permissions.RUN_IMPORTS, template="policies/import.html")
def show(call: PageCall, import_id: str) -> View:
    shown = importing.DESK.show(call.actor, import_id)
    wrong = importing.DESK.errors_of(call.actor, import_id) if shown.errors else []
    context = {
        "job": shown,
        "badge": Cell(shown.state_label, tone=_TONES[shown.state]),
        "running": shown.state is ImportState.APPLYING,
        "progress": Job(shown.state_label, shown.done, shown.total, running=True),
        "errors": wrong[:_SHOWN],
        "more_errors": max(0, shown.errors - _SHOWN),
        "home": HOME,
        "key": ids.new_id(),
    }
    return View(shown.filename or "未命名", context, crumbs=CRUMBS)


@pages.route(HOME + "/{import_id}/errors", methods=["GET"])
@page(permission=permissions.RUN_IMPORTS, template="")
def errors(call: PageCall, import_id: str) -> Reply:
    return download(importing.DESK.error_sheet(call.actor, import_id), "导入问题清单.xlsx", XLSX)


@pages.route(HOME + "/{import_id}/confirmation", methods=["POST"], content_types=[FORM])
@form(permission=permissions.RUN_IMPORTS, once=TABLE, again=HOME + "/{id}")
def confirm(call: PageCall, import_id: str) -> Go:
    return acted(
        f"{HOME}/{import_id}", lambda: importing.DESK.confirm(call.act, import_id), "已启用，正在写入"
    )


@pages.route(HOME + "/{import_id}/cancellation", methods=["POST"], content_types=[FORM])
@form(permission=permissions.RUN_IMPORTS, once=TABLE, again=HOME + "/{id}")
def cancel(call: PageCall, import_id: str) -> Go:
    return acted(
        f"{HOME}/{import_id}", lambda: importing.DESK.cancel(call.act, import_id), "已取消，什么都没有导入"
    )


def _kind(call: PageCall) -> ImportKind:
    asked = call.request.query.get("kind", "")
    return ImportKind(asked) if asked in set(ImportKind) else ImportKind.POLICIES
