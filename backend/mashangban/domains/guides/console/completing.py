"""What a region's items lack, as one table to fill in; the same table as a file."""

from collections.abc import Mapping, Sequence

from mashangban.console import downloads, regions
from mashangban.console.forms import FORM, Form, attempt, parse
from mashangban.console.pages import Go, PageCall, View, form, page, refusal
from mashangban.console.views import Choice, Empty, Filter, Flash, Link, Table, Tone
from mashangban.domains.guides import permissions
from mashangban.domains.guides.console.items import CRUMBS, HOME
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.rules.completion import FIELDS
from mashangban.domains.guides.schemas import (
    GuideCells,
    GuideCompleted,
    GuideCompletedRow,
    GuideCompletions,
    GuideGapRow,
    GuideGapsQuery,
)
from mashangban.domains.guides.service import completing, gapsheets
from mashangban.domains.guides.terms import ROWS_TO_FILL, GuideLack
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint, Reply

pages = Blueprint(__name__)
GAPS = HOME + "/gaps"
_LACKS = (Choice("", "缺什么都列"), *(Choice(one.value, one.label) for one in GuideLack))
_ON = Empty("看过的这些都齐了", "后面还有，请点“下一页”接着看。")
_WHOLE = Empty("都齐了", "大厅、时间、电话和材料都写了。")


@pages.route(GAPS, methods=["GET"])
@page(permission=permissions.KEEP_ITEMS, template="guides/gaps.html")
def gaps(call: PageCall) -> View:
    return _shown(call, _asked(call, call.request.query))


@pages.route(GAPS + "/export", methods=["GET"])
@page(permission=permissions.KEEP_ITEMS, template="console/problem.html")
def export_gaps(call: PageCall) -> Reply:
    name, kind = downloads.chosen_format(call)
    query = _asked(call, call.request.query)
    return downloads.download(gapsheets.export(call.actor, query, kind), f"补齐表.{name}", kind)


@pages.route(GAPS, methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_ITEMS, template="guides/gaps.html", once=TABLE, again=GAPS)
def fill_gaps(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    query = _asked(call, {name: given.one(name) for name in ("region", "lack", "cursor")})
    done = attempt(lambda: completing.fill(call.act, _typed(given)))
    if isinstance(done, AppError):
        return _shown(call, query, given, (), refusal(done))
    if any(row.problem for row in done.rows):
        return _shown(call, query, given, done.rows, _refused(done))
    return Go(_address(query), Flash(Tone.GOOD, *_said(done)))


def _typed(given: Form) -> GuideCompletions:
    rows = [
        {"id": item_id, "seen": given.one(f"seen-{item_id}")}
        | {name: given.one(f"{name}-{item_id}") for name in FIELDS}
        for item_id in given.all("id")
    ]
    return parse(GuideCompletions, {}, rows=rows, submit=bool(given.one("submit")))


def _said(done: GuideCompleted) -> tuple[str, str]:
    saved = sum(row.saved for row in done.rows)
    handed = sum(row.submitted for row in done.rows)
    if not saved:
        return "没有改动", "没有一行和原来不一样，什么都没有保存。"
    told = (
        f"其中 {handed} 份已提交审核，请同事公布。"
        if handed
        else "都存成了草稿，到事项页提交审核后由同事公布。"
    )
    return f"保存了 {saved} 份", told


def _refused(done: GuideCompleted) -> Flash:
    wrong = [row for row in done.rows if row.problem]
    saved = sum(row.saved for row in done.rows)
    told = "；".join(f"{row.name or '这一行'}：{row.problem}" for row in wrong)
    return Flash(Tone.BAD, f"{saved} 行已保存，{len(wrong)} 行没有办成", told)


def _asked(call: PageCall, given: Mapping[str, str]) -> GuideGapsQuery:
    known = regions.reached(call.actor, permissions.KEEP_ITEMS)
    region = regions.chosen(given.get("region"), known)
    plain = {name: given.get(name) or "" for name in ("lack", "cursor")}
    return parse(GuideGapsQuery, plain, region=region, limit=ROWS_TO_FILL)


def _address(query: GuideGapsQuery) -> str:
    return _list(query, (), None).query(cursor=query.cursor)


def _shown(
    call: PageCall,
    query: GuideGapsQuery,
    given: Form | None = None,
    done: Sequence[GuideCompletedRow] = (),
    flash: Flash | None = None,
) -> View:
    """The table; after a refusal with what was typed in the rows that were not saved."""
    found = completing.lacking(call.actor, query)
    told = {row.id: row for row in done}
    context = {
        "list": _list(query, regions.reached(call.actor, permissions.KEEP_ITEMS), found.next_cursor),
        "rows": [_kept(one, given, told.get(one.id)) for one in found.items],
        "told": told,
        "submit": given is not None and bool(given.one("submit")),
        "action": GAPS,
        "key": ids.new_id(),
    }
    links = (Link("导入补齐表", f"{HOME}/imports/new?kind=gaps&region={query.region}", "import"),)
    return View("补齐办事指南", context | {"links": links, "query": query}, crumbs=CRUMBS, flash=flash)


def _kept(one: GuideGapRow, given: Form | None, told: GuideCompletedRow | None) -> GuideGapRow:
    """A row as it was typed where it could not be saved."""
    if given is None or (told is not None and told.saved) or not one.writable:
        return one
    typed = {name: given.one(f"{name}-{one.id}") for name in FIELDS}
    return one.model_copy(update={"cells": GuideCells.model_construct(None, **typed)})


def _list(query: GuideGapsQuery, known: tuple[Choice, ...], following: str | None) -> Table:
    lack = query.lack.value if query.lack else ""
    return Table(
        name="guide-gaps",
        caption="补齐办事指南",
        columns=(),
        rows=(),
        empty=_ON if following else _WHOLE,
        path=GAPS,
        filters=(
            Filter("region", "地区", value=query.region, choices=known),
            Filter("lack", "缺什么", value=lack, choices=_LACKS),
        ),
        cursor=query.cursor,
        next_cursor=following,
        exports=downloads.links(GAPS, {"region": query.region, "lack": lack}),
    )
