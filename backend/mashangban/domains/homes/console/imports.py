"""A builder's sheets in the console: choose one, watch it being checked, read its errors, let it count."""

from typing import cast
from urllib.parse import unquote

from mashangban.console.downloads import download
from mashangban.console.forms import FORM, attempt
from mashangban.console.pages import Go, PageCall, View, acted, form, page, refusal
from mashangban.console.views import Cell, Choice, Column, Empty, Job, Link, Row, Table, Tone
from mashangban.domains.homes import permissions
from mashangban.domains.homes.console import estates
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.schemas import ImportView
from mashangban.domains.homes.service import estates as estate_service
from mashangban.domains.homes.service import importing
from mashangban.domains.homes.terms import MOST_ROWS, ImportKind, ImportState
from mashangban.imports.terms import MOST_POSTED
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError, NotFound
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.pagination import PageRequest
from mashangban.registry.sheets import XLSX

pages = Blueprint(__name__)
AT = estates.ONE + "/imports"
ONE = AT + "/{import_id}"
AGAIN = estates.HOME + "/{estate_id}/imports/{id}"
_TONES = {
    ImportState.RECEIVED: Tone.ACCENT,
    ImportState.STAGED: Tone.WARN,
    ImportState.REFUSED: Tone.BAD,
    ImportState.APPLYING: Tone.ACCENT,
    ImportState.APPLIED: Tone.GOOD,
    ImportState.CANCELLED: Tone.PLAIN,
}
_RUNNING = (ImportState.RECEIVED, ImportState.APPLYING)
_SHOWN = 50
_A_PAGE = 20
_COLUMNS = (
    Column("file", "文件"),
    Column("kind", "导入什么"),
    Column("state", "状态"),
    Column("rows", "行数", kind="number"),
    Column("errors", "问题", kind="number"),
    Column("at", "上传时间", kind="date"),
)
_HOW = {
    ImportKind.ESTATE: "一行一户，楼栋、室号、户型必填；同一户型的房间写一次就行。已经有的房屋按新内容更正，不会重复。",
    ImportKind.CONTRACTS: (
        "一行一个买受人，一起买的人各写一行。身份证号只用来核对业主，上传的表两天内删除。业主绑定后合同不能再改。"
    ),
    ImportKind.FACTS: "一行一项资料。楼栋、单元、室号填到哪一级，就公开给哪一级的住户；都不填就是整个小区。",
}


@pages.route(AT, methods=["GET"])
@page(permission=permissions.IMPORT, template="console/list.html")
def imports(call: PageCall, estate_id: str) -> View:
    estate = estate_service.show_estate(call.actor, estate_id)
    cursor = call.request.query.get("cursor") or None
    found = importing.of_estate(call.actor, estate_id, PageRequest(cursor, _A_PAGE))
    home = AT.format(estate_id=estate_id)
    table = Table(
        name="homes-imports",
        caption="导入记录",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty(
            "还没有导入过", "先导入房屋清单，再导入购房合同和公开资料。有一行不对，整个文件都不会导入。"
        ),
        path=home,
        cursor=cursor,
        next_cursor=found.next_cursor,
    )
    kinds = (ImportKind.FACTS, ImportKind.CONTRACTS, ImportKind.ESTATE)
    links = tuple(Link(f"导入{one.label}", f"{home}/new?kind={one.value}", "import") for one in kinds)
    return View("导入", {"list": table, "links": links}, crumbs=estates.crumbs(estate))


@pages.route(AT + "/new", methods=["GET"])
@page(permission=permissions.IMPORT, template="homes/import_new.html")
def new_import(call: PageCall, estate_id: str) -> View:
    estate, kind = estate_service.show_estate(call.actor, estate_id), _kind(call)
    home = AT.format(estate_id=estate_id)
    kinds = tuple(Choice(f"{home}/new?kind={one.value}", one.label) for one in ImportKind)
    context = {
        "kind": kind,
        "kinds": kinds,
        "how": _HOW[kind],
        "home": home,
        "then": f"{home}/",
        "limit": MOST_POSTED,
        "most": MOST_ROWS,
        "running": estate.applying,
        "key": ids.new_id(),
    }
    return View(f"导入{kind.label}", context, crumbs=(*estates.crumbs(estate), Link("导入", home)))


@pages.route(AT + "/template", methods=["GET"])
@page(permission=permissions.IMPORT, template="")
def template(call: PageCall, estate_id: str) -> Reply:
    kind = _kind(call)
    return download(importing.template_sheet(kind), f"{kind.label}模板.xlsx", XLSX)


@pages.route(AT, methods=["POST"], content_types=["application/octet-stream"])
@form(permission=permissions.IMPORT, once=TABLE, again="")
def start(call: PageCall, estate_id: str) -> Reply:
    named = unquote(call.request.header("x-filename") or "")
    # A mark that turns text would make the name look other than it is, here and in the list.
    filename = "".join(filter(str.isprintable, named))[:120] or "未命名"
    started = importing.start_with(call.act, estate_id, _kind(call), filename, cast(bytes, call.body))
    return Reply(started.model_dump_json(), 201, "application/json")


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.IMPORT, template="homes/import.html")
def show(call: PageCall, estate_id: str, import_id: str) -> View:
    shown = importing.show(call.actor, import_id)
    estate = estate_service.show_estate(call.actor, shown.estate_id)
    wrong = importing.errors_of(call.actor, import_id) if shown.errors else []
    home = AT.format(estate_id=shown.estate_id)
    context = {
        "job": shown,
        "home": home,
        "mine": f"{home}/{import_id}",
        "estate_home": estates.ONE.format(estate_id=shown.estate_id),
        "badge": Cell(shown.state_label, tone=_TONES[shown.state]),
        "running": shown.state in _RUNNING,
        "progress": Job(shown.state_label, shown.done, shown.rows, running=True),
        "errors": wrong[:_SHOWN],
        "more_errors": max(0, shown.errors - _SHOWN),
        "key": ids.new_id(),
    }
    return View(shown.filename, context, crumbs=(*estates.crumbs(estate), Link("导入", home)))


@pages.route(ONE + "/errors", methods=["GET"])
@page(permission=permissions.IMPORT, template="")
def errors(call: PageCall, estate_id: str, import_id: str) -> Reply:
    return download(importing.error_sheet(call.actor, import_id), "导入问题清单.xlsx", XLSX)


@pages.route(ONE + "/confirmation", methods=["POST"], content_types=[FORM])
@form(permission=permissions.IMPORT, once=TABLE, again=AGAIN)
def confirm(call: PageCall, estate_id: str, import_id: str) -> Go:
    done = attempt(lambda: importing.confirm(call.act, import_id))
    return Go(
        ONE.format(estate_id=estate_id, import_id=import_id),
        refusal(done) if isinstance(done, AppError) else None,
    )


@pages.route(ONE + "/cancellation", methods=["POST"], content_types=[FORM])
@form(permission=permissions.IMPORT, once=TABLE, again=AGAIN)
def cancel(call: PageCall, estate_id: str, import_id: str) -> Go:
    where = ONE.format(estate_id=estate_id, import_id=import_id)
    return acted(where, lambda: importing.cancel(call.act, import_id), "已取消，什么都没有导入")


def _kind(call: PageCall) -> ImportKind:
    given = call.request.query.get("kind", "")
    if given not in set(ImportKind):
        raise NotFound()
    return ImportKind(given)


def _row(one: ImportView) -> Row:
    cells = {
        "file": Cell(one.filename),
        "kind": Cell(one.kind_label),
        "state": Cell(one.state_label, tone=_TONES[one.state]),
        "rows": Cell(f"{one.rows:,}" if one.rows else ""),
        "errors": Cell(f"{one.errors:,}" if one.errors else ""),
        "at": Cell(clock.spoken(one.received_at)),
    }
    return Row(ONE.format(estate_id=one.estate_id, import_id=one.id), cells)
