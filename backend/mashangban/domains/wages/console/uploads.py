"""A pay sheet in the console: choose it, watch it being checked, read its errors, let it count."""

from typing import cast
from urllib.parse import unquote

from mashangban.console.downloads import download
from mashangban.console.forms import FORM, attempt
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Cell, Flash, Job, Link, Tone
from mashangban.domains.wages import permissions
from mashangban.domains.wages.console import tables
from mashangban.domains.wages.models import TABLE
from mashangban.domains.wages.service import exporting, uploading, viewing
from mashangban.domains.wages.terms import UploadState
from mashangban.imports.terms import MOST_POSTED
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.money import yuan
from mashangban.registry.sheets import XLSX

pages = Blueprint(__name__)
HOME = "/console/wages/uploads"
_TONES = {
    UploadState.RECEIVED: Tone.ACCENT,
    UploadState.STAGED: Tone.WARN,
    UploadState.REFUSED: Tone.BAD,
    UploadState.APPLIED: Tone.GOOD,
    UploadState.CANCELLED: Tone.PLAIN,
}
_SHOWN = 50


@pages.route(tables.HOME + "/{table_id}/upload", methods=["GET"])
@page(permission=permissions.MAKE_TABLE, template="wages/upload_new.html")
def new_upload(call: PageCall, table_id: str) -> View:
    table = viewing.show_table(call.actor, table_id)
    context = {"table": table, "home": f"{tables.HOME}/{table_id}", "limit": MOST_POSTED, "key": ids.new_id()}
    return View(
        "导入工资表", context, crumbs=(*tables.CRUMBS, Link("这张工资表", f"{tables.HOME}/{table_id}"))
    )


@pages.route(tables.HOME + "/{table_id}/template", methods=["GET"])
@page(permission=permissions.MAKE_TABLE, template="")
def template(call: PageCall, table_id: str) -> Reply:
    return download(exporting.template(call.actor, table_id), "工资表模板.xlsx", XLSX)


@pages.route(tables.HOME + "/{table_id}/upload", methods=["POST"], content_types=["application/octet-stream"])
@form(permission=permissions.MAKE_TABLE, once=TABLE, again="")
def start(call: PageCall, table_id: str) -> Reply:
    filename = unquote(call.request.header("x-filename") or "")[:120] or "未命名"
    started = uploading.start_with(call.act, table_id, filename, cast(bytes, call.body))
    return Reply(started.model_dump_json(), 201, "application/json")


@pages.route(HOME + "/{upload_id}", methods=["GET"])
@page(permission=permissions.MAKE_TABLE, template="wages/upload.html")
def show(call: PageCall, upload_id: str) -> View:
    shown = uploading.show(call.actor, upload_id)
    wrong = uploading.errors_of(call.actor, upload_id) if shown.errors else []
    context = {
        "job": shown,
        "home": f"{tables.HOME}/{shown.table_id}",
        "badge": Cell(shown.state_label, tone=_TONES[shown.state]),
        "running": shown.state is UploadState.RECEIVED,
        "progress": Job(shown.state_label, shown.done, shown.total, running=True),
        "total": yuan(shown.total_fen).removesuffix("元"),
        "errors": wrong[:_SHOWN],
        "more_errors": max(0, shown.errors - _SHOWN),
        "key": ids.new_id(),
    }
    crumbs = (*tables.CRUMBS, Link("这张工资表", f"{tables.HOME}/{shown.table_id}"))
    return View(shown.filename, context, crumbs=crumbs)


@pages.route(HOME + "/{upload_id}/errors", methods=["GET"])
@page(permission=permissions.MAKE_TABLE, template="")
def errors(call: PageCall, upload_id: str) -> Reply:
    return download(exporting.error_sheet(call.actor, upload_id), "导入问题清单.xlsx", XLSX)


@pages.route(HOME + "/{upload_id}/confirmation", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MAKE_TABLE, once=TABLE, again=tables.HOME + "/{id}")
def confirm(call: PageCall, upload_id: str) -> Go:
    done = attempt(lambda: uploading.confirm(call.act, upload_id))
    if isinstance(done, AppError):
        return Go(f"{HOME}/{upload_id}", Flash(Tone.BAD, done.title, done.next or ""))
    return Go(f"{tables.HOME}/{done.id}", Flash(Tone.GOOD, f"已导入 {done.lines:,} 人"))


@pages.route(HOME + "/{upload_id}/cancellation", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MAKE_TABLE, once=TABLE, again=HOME + "/{id}")
def cancel(call: PageCall, upload_id: str) -> Go:
    done = attempt(lambda: uploading.cancel(call.act, upload_id))
    if isinstance(done, AppError):
        return Go(f"{HOME}/{upload_id}", Flash(Tone.BAD, done.title, done.next or ""))
    return Go(f"{HOME}/{upload_id}", Flash(Tone.GOOD, "已取消，什么都没有导入"))
