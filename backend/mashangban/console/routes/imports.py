"""Bulk import: choose a file, see what it would do, confirm, watch it being written."""

from typing import cast
from urllib.parse import unquote

from mashangban.console.downloads import FORMATS, chosen_format, download
from mashangban.console.forms import FORM, attempt
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Cell, Choice, Column, Empty, Flash, Job, Link, Row, Table, Tone
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError, NotFound
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.pagination import PageRequest
from mashangban.registry import permissions
from mashangban.registry.models import TABLE
from mashangban.registry.rules.imports import MAX_BYTES
from mashangban.registry.schemas.outputs import ImportView
from mashangban.registry.service import imports as import_service
from mashangban.registry.service.imports import ImportOrder
from mashangban.registry.terms import ImportState, Register, Source

pages = Blueprint(__name__)
HOME = "/console/imports"
_CRUMBS = (Link("批量导入", HOME),)
_TONES = {
    ImportState.RECEIVED: Tone.ACCENT,
    ImportState.REFUSED: Tone.BAD,
    ImportState.STAGED: Tone.WARN,
    ImportState.APPLYING: Tone.ACCENT,
    ImportState.APPLIED: Tone.GOOD,
    ImportState.CANCELLED: Tone.PLAIN,
}
_IMPORTABLE = (Register.PROJECTS, Register.ENTERPRISES)
_COLUMNS = (
    Column("file", "文件"),
    Column("register", "名录"),
    Column("source", "来源"),
    Column("state", "状态"),
    Column("rows", "行数", kind="number"),
    Column("created", "新登记", kind="number"),
    Column("changed", "有改动", kind="number"),
    Column("at", "上传时间", kind="date"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.RUN_IMPORTS, template="console/list.html")
def imports(call: PageCall) -> View:
    cursor = call.request.query.get("cursor")
    found = import_service.list_imports(call.actor, PageRequest(cursor, 20))
    table = Table(
        name="imports",
        caption="导入记录",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("还没有导入过", "一次可以导入上万行；有一行不对，整个文件都不会写入。"),
        path=HOME,
        cursor=cursor,
        next_cursor=found.next_cursor,
    )
    links = tuple(
        Link(f"导入{one.label}", f"{HOME}/new?register={one.value}", "import") for one in _IMPORTABLE
    )
    return View("批量导入", {"list": table, "links": links})


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.RUN_IMPORTS, template="console/import_new.html")
def new_import(call: PageCall) -> View:
    register = _register(call.request.query.get("register", ""))
    sources = tuple(Choice(one.value, one.label) for one in Source)
    context = {
        "register": register,
        "sources": sources,
        "limit": MAX_BYTES,
        "key": ids.new_id(),
        "templates": tuple(
            Link(
                f"下载模板（{name.upper()}）",
                f"{HOME}/template?register={register.value}&format={name}",
                "export",
            )
            for name in FORMATS
        ),
    }
    return View(f"导入{register.label}", context, crumbs=_CRUMBS)


@pages.route(HOME + "/template", methods=["GET"])
@page(permission=permissions.RUN_IMPORTS, template="")
def template(call: PageCall) -> Reply:
    register = _register(call.request.query.get("register", ""))
    name, kind = chosen_format(call)
    return download(import_service.template_sheet(register, kind), f"{register.label}导入模板.{name}", kind)


@pages.route(HOME, methods=["POST"], content_types=["application/octet-stream"])
@form(permission=permissions.RUN_IMPORTS, once=TABLE, again="")
def start_import(call: PageCall) -> Reply:
    query = call.request.query
    source = Source(query["source"]) if query.get("source") in set(Source) else Source.OFFICE
    filename = unquote(call.request.header("x-filename") or "")[:120]
    order = ImportOrder(_register(query.get("register", "")), source, filename or "未命名")
    started = import_service.start_import(call.act, order, cast(bytes, call.body))
    return Reply(started.model_dump_json(), 201, "application/json")


@pages.route(HOME + "/{import_id}", methods=["GET"])
@page(permission=permissions.RUN_IMPORTS, template="console/import.html")
def view_import(call: PageCall, import_id: str) -> View:
    shown = import_service.view_import(call.actor, import_id)
    state = ImportState(shown.state)
    wrong = (
        import_service.import_errors(call.actor, import_id, PageRequest(limit=50)) if shown.errors else None
    )
    context = {
        "job": shown,
        "badge": Cell(shown.state_label, tone=_TONES[state]),
        "running": state in (ImportState.RECEIVED, ImportState.APPLYING),
        "progress": Job(shown.state_label, shown.done, shown.rows, running=True),
        "staged": state is ImportState.STAGED,
        "applied": state is ImportState.APPLIED,
        "errors": wrong.items if wrong else (),
        "more_errors": max(0, shown.errors - 50),
        "error_file": f"{HOME}/{import_id}/errors?format=xlsx",
        "register": Register(shown.register_name),
        "source": Source(shown.source),
        "key": ids.new_id(),
    }
    return View(shown.filename, context, crumbs=_CRUMBS)


@pages.route(HOME + "/{import_id}/errors", methods=["GET"])
@page(permission=permissions.RUN_IMPORTS, template="")
def errors(call: PageCall, import_id: str) -> Reply:
    name, kind = chosen_format(call)
    return download(import_service.error_sheet(call.actor, import_id, kind), f"导入问题.{name}", kind)


@pages.route(HOME + "/{import_id}/confirmation", methods=["POST"], content_types=[FORM])
@form(permission=permissions.RUN_IMPORTS, once=TABLE, again=HOME + "/{id}")
def confirm_import(call: PageCall, import_id: str) -> Go:
    done = attempt(lambda: import_service.confirm_import(call.act, import_id))
    return Go(f"{HOME}/{import_id}", _said(done))


@pages.route(HOME + "/{import_id}/cancellation", methods=["POST"], content_types=[FORM])
@form(permission=permissions.RUN_IMPORTS, once=TABLE, again=HOME + "/{id}")
def cancel_import(call: PageCall, import_id: str) -> Go:
    done = attempt(lambda: import_service.cancel_import(call.act, import_id))
    said = _said(done) if isinstance(done, AppError) else Flash(Tone.GOOD, "已取消，什么都没有导入")
    return Go(f"{HOME}/{import_id}", said)


def _said(done: object) -> Flash | None:
    return Flash(Tone.BAD, done.title, done.next or "") if isinstance(done, AppError) else None


def _register(text: str) -> Register:
    for one in _IMPORTABLE:
        if one.value == text:
            return one
    raise NotFound()


def _row(one: ImportView) -> Row:
    cells = {
        "file": Cell(one.filename),
        "register": Cell(Register(one.register_name).label),
        "source": Cell(Source(one.source).label),
        "state": Cell(one.state_label, tone=_TONES[ImportState(one.state)]),
        "rows": Cell(str(one.rows)),
        "created": Cell(str(one.created)),
        "changed": Cell(str(one.changed)),
        "at": Cell(one.received_at.date().isoformat()),
    }
    return Row(f"{HOME}/{one.id}", cells)
