"""Deposits from a sheet in the console: template, file, and what is wrong with it."""

from typing import cast
from urllib.parse import unquote

from mashangban.console.downloads import download
from mashangban.console.pages import PageCall, View, form, page
from mashangban.console.views import Link
from mashangban.domains.payments import permissions
from mashangban.domains.payments.console import deposits
from mashangban.domains.payments.models import TABLE
from mashangban.domains.payments.rules.deposit_sheet import MOST_BYTES, MOST_ROWS
from mashangban.domains.payments.service import deposit_imports as service
from mashangban.kernel import ids
from mashangban.kernel.http import Blueprint, Reply
from mashangban.registry.sheets import XLSX

pages = Blueprint(__name__)
HOME = deposits.HOME + "/imports"
_CRUMBS = (Link("保证金和担保", deposits.HOME),)


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.KEEP_DEPOSIT, template="payments/deposit_import.html")
def new_import(call: PageCall) -> View:
    context = {"home": HOME, "limit": MOST_BYTES, "most": MOST_ROWS, "key": ids.new_id(), "shown": None}
    return View("导入保证金和担保", context, crumbs=_CRUMBS)


@pages.route(HOME + "/template", methods=["GET"])
@page(permission=permissions.KEEP_DEPOSIT, template="")
def template(call: PageCall) -> Reply:
    return download(service.template(call.actor), "保证金导入模板.xlsx", XLSX)


@pages.route(HOME, methods=["POST"], content_types=["application/octet-stream"])
@form(permission=permissions.KEEP_DEPOSIT, once=TABLE, again="")
def bring_in(call: PageCall) -> Reply:
    filename = unquote(call.request.header("x-filename") or "")[:120] or "未命名"
    done = service.bring_in(call.act, filename, cast(bytes, call.body))
    return Reply(done.model_dump_json(), 201, "application/json")


@pages.route(HOME + "/{import_id}", methods=["GET"])
@page(permission=permissions.KEEP_DEPOSIT, template="payments/deposit_import.html")
def show(call: PageCall, import_id: str) -> View:
    shown = service.show(call.actor, import_id)
    context = {"home": HOME, "register": deposits.HOME, "shown": shown}
    return View(shown.filename, context, crumbs=_CRUMBS)


@pages.route(HOME + "/{import_id}/errors", methods=["GET"])
@page(permission=permissions.KEEP_DEPOSIT, template="")
def errors(call: PageCall, import_id: str) -> Reply:
    return download(service.error_sheet(call.actor, import_id), "导入问题清单.xlsx", XLSX)
