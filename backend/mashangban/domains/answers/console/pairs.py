"""Pairs of an office: the list, one pair with its editions and history, the steps of author and reviewer."""

from mashangban.console import regions
from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Filter, Link, Row, Step, Table, Tone
from mashangban.domains.answers import permissions
from mashangban.domains.answers.console import places
from mashangban.domains.answers.models import TABLE
from mashangban.domains.answers.schemas import (
    AnswerPairRow,
    AnswerPairsQuery,
    AnswerPairView,
    AnswerReason,
)
from mashangban.domains.answers.service import authoring, reviewing
from mashangban.domains.answers.terms import PairShelf
from mashangban.domains.answers.terms.departments import AnswerDepartment
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
HOME = "/console/answers/pairs"
AGAIN = HOME + "/{id}"
CRUMBS = (Link("问答", HOME),)
_COLUMNS = (
    Column("question", "问题"),
    Column("region", "地区"),
    Column("department", "部门"),
    Column("state", "状态"),
    Column("edition", "版本"),
)
_TONES = {
    PairShelf.DRAFTED: Tone.WARN,
    PairShelf.SUBMITTED: Tone.ACCENT,
    PairShelf.PUBLISHED: Tone.GOOD,
    PairShelf.ENDED: Tone.PLAIN,
}
_SHELVES = (Choice("", "全部"), *(Choice(one.value, one.label) for one in PairShelf))
_DEPARTMENTS = (Choice("", "全部"), *(Choice(one.value, one.label) for one in AnswerDepartment))


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.EDIT_PAIRS, template="console/list.html")
def pairs(call: PageCall) -> View:
    choices = places.known(call.actor, permissions.EDIT_PAIRS)
    query = _asked(call, choices)
    found = authoring.listed(call.actor, query)
    table = Table(
        name="answer-pairs",
        caption="问答",
        columns=_COLUMNS,
        rows=tuple(map(_row, found.items)),
        empty=Empty(
            "这里还没有问答", "可以新写一条，也可以用表格成批导入。", Link("新写一条", f"{HOME}/new")
        ),
        path=HOME,
        filters=(
            Filter("region", "地区", value=query.region, choices=choices),
            Filter("shelf", "状态", value=query.shelf.value if query.shelf else "", choices=_SHELVES),
            Filter(
                "department",
                "部门",
                value=query.department.value if query.department else "",
                choices=_DEPARTMENTS,
            ),
        ),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
    )
    links = (
        Link("成批导入", "/console/answers/imports/new", "import"),
        Link("新写一条", f"{HOME}/new?region={query.region}", "plus"),
    )
    return View("问答", {"list": table, "links": links})


def _asked(call: PageCall, choices: tuple[Choice, ...]) -> AnswerPairsQuery:
    given = call.request.query
    return AnswerPairsQuery(
        region=regions.chosen(call.request.query.get("region"), choices),
        shelf=PairShelf(given["shelf"]) if given.get("shelf") in set(PairShelf) else None,
        department=AnswerDepartment(given["department"])
        if given.get("department") in set(AnswerDepartment)
        else None,
        cursor=given.get("cursor") or None,
    )


def _row(one: AnswerPairRow) -> Row:
    cells = {
        "question": Cell(one.question),
        "region": Cell(one.region_name),
        "department": Cell(one.department_label),
        "state": Cell(one.shelf_label, sub=one.returned and "被退回", tone=_TONES[one.shelf]),
        "edition": Cell(_editions(one)),
    }
    return Row(f"{HOME}/{one.id}", cells)


def _editions(one: AnswerPairRow) -> str:
    standing = f"第 {one.edition} 版" if one.edition else "还没有用过"
    return f"{standing}，第 {one.draft} 版在写" if one.draft and one.edition else standing


@pages.route(HOME + "/{pair_id}", methods=["GET"])
@page(permission=permissions.EDIT_PAIRS, template="answers/pair.html")
def pair(call: PageCall, pair_id: str) -> View:
    shown = authoring.view(call.actor, pair_id)
    context = {
        "pair": shown,
        "badge": Cell(shown.row.shelf_label, tone=_TONES[shown.row.shelf]),
        "facts": _facts(shown),
        "editions": list(reversed(shown.editions)),
        "steps": [Step(one.at, one.label, note=one.note, hash=one.hash) for one in shown.steps],
        "home": f"{HOME}/{pair_id}",
    }
    return View(shown.content.question, context, crumbs=CRUMBS, pictures=True)


def _facts(shown: AnswerPairView) -> list[Fact]:
    said = shown.content
    return [
        Fact("地区", shown.row.region_name),
        Fact("部门", said.department.label),
        Fact("其他问法", "；".join(said.titles)),
        Fact("依据", f"{said.source}{said.clause}"),
        Fact("链接", said.link),
        Fact("有效期", f"{said.valid_from} 到 {said.valid_until or '长期'}"),
        Fact("停用原因", shown.row.ended),
        Fact("退回原因", shown.row.returned),
    ]


@pages.route(HOME + "/{pair_id}/submission", methods=["POST"], content_types=[FORM])
@form(permission=permissions.EDIT_PAIRS, once=TABLE, again=AGAIN)
def submit(call: PageCall, pair_id: str) -> Go:
    return acted(f"{HOME}/{pair_id}", lambda: authoring.submit(call.act, pair_id), "已提交，等同事审核")


@pages.route(HOME + "/{pair_id}/approval", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW_PAIRS, once=TABLE, again=AGAIN)
def approve(call: PageCall, pair_id: str) -> Go:
    return acted(
        f"{HOME}/{pair_id}",
        lambda: reviewing.approve(call.act, pair_id),
        "审核通过",
        lambda _: "几秒后提问的人就能看到。",
    )


@pages.route(HOME + "/{pair_id}/return", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW_PAIRS, once=TABLE, again=AGAIN)
def send_back(call: PageCall, pair_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}/{pair_id}",
        lambda: reviewing.send_back(call.act, pair_id, given.parse(AnswerReason)),
        "已退回，作者能看到原因",
    )


@pages.route(HOME + "/{pair_id}/withdrawal", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW_PAIRS, once=TABLE, again=AGAIN)
def withdraw(call: PageCall, pair_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}/{pair_id}",
        lambda: reviewing.withdraw(call.act, pair_id, given.parse(AnswerReason)),
        "已停用，问过的人会收到通知",
    )
