"""A room's imports in the console: choose a file, read its errors, let it count."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast
from urllib.parse import unquote

from mashangban.console import regions
from mashangban.console.downloads import download
from mashangban.console.forms import FORM
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Choice, Column, Empty, Filter, Job, Link, Row, Table, Tone
from mashangban.imports.schemas import FileImportName, FileImportsQuery, FileImportView
from mashangban.imports.service import Desk
from mashangban.imports.terms import MOST_POSTED, ImportState
from mashangban.kernel import ids
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.permissions import Permission, Principal
from mashangban.registry.sheets import XLSX

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


@dataclass(frozen=True, slots=True)
class Content:
    """What a file may hold: `then` says what its confirmation does, `left` what became of rows that were not written;
    `see` leads to those that were.
    """

    value: str
    label: str
    most: int
    then: str
    json: bool = False
    see: Link | None = None
    left: str = "比现有的旧或一样，没有改动"


@dataclass(frozen=True, slots=True)
class ImportPages:
    """The pages of one room: where they stand, who sees which regions, what files hold."""

    desk: Desk
    home: str
    title: str
    empty: Empty
    contents: tuple[Content, ...]
    regions: Callable[[Principal, Permission], tuple[Choice, ...]]

    @property
    def crumbs(self) -> tuple[Link, ...]:
        return (Link(self.title, self.home),)

    def asked(self, call: PageCall) -> Content:
        """What the asked-for file holds, or else what is named first."""
        kind = call.request.query.get("kind")
        return next((one for one in self.contents if one.value == kind), self.contents[0])

    def content(self, job: FileImportView) -> Content:
        """What a job's file holds."""
        return next(one for one in self.contents if one.value == job.kind)

    def region(self, call: PageCall) -> tuple[str, tuple[Choice, ...]]:
        """The region that was asked for, as far as it may be, else the first; and those to choose from."""
        choices = self.regions(call.actor, self.desk.permission)
        return regions.chosen(call.request.query.get("region"), choices), choices

    def listed(self, call: PageCall) -> View:
        """The list of an office's files."""
        region, choices = self.region(call)
        query = FileImportsQuery(region=region, cursor=call.request.query.get("cursor") or None)
        found = self.desk.listed(call.actor, region, query.page)
        table = Table(
            name=f"{self.desk.events.room}-imports",
            caption=self.title,
            columns=_COLUMNS,
            rows=tuple(map(self._row, found.items)),
            empty=self.empty,
            path=self.home,
            filters=(Filter("region", "地区", value=region, choices=choices),),
            cursor=query.cursor,
            next_cursor=found.next_cursor,
        )
        links = [self._new(one, region) for one in reversed(self.contents)]
        return View(self.title, {"list": table, "links": links})

    def fresh(self, call: PageCall) -> View:
        """The page that takes a file."""
        content, (region, _) = self.asked(call), self.region(call)
        context = {
            "content": content,
            "others": [self._new(one, region) for one in self.contents if one != content],
            "region": region,
            "limit": MOST_POSTED,
            "home": self.home,
            "key": ids.new_id(),
        }
        return View(f"导入{content.label}", context, crumbs=self.crumbs)

    def shown(self, call: PageCall, import_id: str) -> View:
        """One file: how far it is, what is wrong with it, what may be decided."""
        job = self.desk.show(call.actor, import_id)
        wrong = self.desk.errors_of(call.actor, import_id) if job.errors else []
        told = self.desk.told_of(call.actor, import_id) if job.done else []
        context = {
            "job": job,
            "content": self.content(job),
            "two_persons": self.desk.two_persons,
            "badge": Cell(job.state_label, tone=_TONES[job.state]),
            "running": job.state is ImportState.APPLYING,
            "progress": Job(job.state_label, job.done, job.total, running=True),
            "errors": wrong[:_SHOWN],
            "more_errors": max(0, job.errors - _SHOWN),
            "told": told[:_SHOWN],
            "more_told": max(0, len(told) - _SHOWN),
            "home": self.home,
            "key": ids.new_id(),
        }
        return View(job.filename or "未命名", context, crumbs=self.crumbs)

    def _new(self, one: Content, region: str) -> Link:
        return Link(f"导入{one.label}", f"{self.home}/new?kind={one.value}&region={region}", "import")

    def _row(self, one: FileImportView) -> Row:
        cells = {
            "filename": Cell(one.filename or "未命名"),
            "kind": Cell(self.content(one).label),
            "rows": Cell(f"{one.rows:,}" if one.rows else ""),
            "state": Cell(one.state_label, tone=_TONES[one.state]),
            "at": Cell(f"{one.received_at:%Y-%m-%d}"),
        }
        return Row(f"{self.home}/{one.id}", cells)


def blueprint(pages: ImportPages) -> Blueprint:
    """The routes of a room's import pages, for its app."""
    made = Blueprint(__name__)
    _look(made, pages)
    _decide(made, pages)
    return made


def _look(made: Blueprint, pages: ImportPages) -> None:
    desk, home, allowed = pages.desk, pages.home, pages.desk.permission

    @made.route(home, methods=["GET"])
    @page(permission=allowed, template="console/list.html")
    def imports(call: PageCall) -> View:
        return pages.listed(call)

    @made.route(home + "/new", methods=["GET"])
    @page(permission=allowed, template="imports/new.html")
    def new_import(call: PageCall) -> View:
        return pages.fresh(call)

    @made.route(home + "/template", methods=["GET"])
    @page(permission=allowed, template="")
    def template(call: PageCall) -> Reply:
        one = pages.asked(call)
        return download(desk.template_sheet(one.value), f"{one.label}导入模板.xlsx", XLSX)

    @made.route(home + "/{import_id}", methods=["GET"])
    @page(permission=allowed, template="imports/job.html")
    def show(call: PageCall, import_id: str) -> View:
        return pages.shown(call, import_id)

    @made.route(home + "/{import_id}/errors", methods=["GET"])
    @page(permission=allowed, template="")
    def errors(call: PageCall, import_id: str) -> Reply:
        return download(desk.error_sheet(call.actor, import_id), "导入问题清单.xlsx", XLSX)

    @made.route(home + "/{import_id}/outcomes", methods=["GET"])
    @page(permission=allowed, template="")
    def outcomes(call: PageCall, import_id: str) -> Reply:
        return download(desk.told_sheet(call.actor, import_id), "导入结果.xlsx", XLSX)


def _decide(made: Blueprint, pages: ImportPages) -> None:
    desk, home, allowed = pages.desk, pages.home, pages.desk.permission
    table = desk.store.jobs.table

    @made.route(home, methods=["POST"], content_types=["application/octet-stream"])
    @form(permission=allowed, once=table, again="")
    def start(call: PageCall) -> Reply:
        name = FileImportName(
            filename=unquote(call.request.header("x-filename") or "")[:120] or "未命名"
        ).filename
        region, _ = pages.region(call)
        started = desk.start(call.act, pages.asked(call).value, region, name, cast(bytes, call.body))
        return Reply(started.model_dump_json(), 201, "application/json")

    @made.route(home + "/{import_id}/confirmation", methods=["POST"], content_types=[FORM])
    @form(permission=allowed, once=table, again=home + "/{id}")
    def confirm(call: PageCall, import_id: str) -> Go:
        return acted(f"{home}/{import_id}", lambda: desk.confirm(call.act, import_id), "已启用，正在写入")

    @made.route(home + "/{import_id}/cancellation", methods=["POST"], content_types=[FORM])
    @form(permission=allowed, once=table, again=home + "/{id}")
    def cancel(call: PageCall, import_id: str) -> Go:
        return acted(
            f"{home}/{import_id}", lambda: desk.cancel(call.act, import_id), "已取消，什么都没有导入"
        )
