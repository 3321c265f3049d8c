"""The form of a pair: a new one, perhaps for an open question, or the next draft of one that is there."""

import re
from collections.abc import Mapping
from typing import TypeVar

from mashangban.console import regions
from mashangban.console.forms import FORM, Form, attempt, error_of, parse
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Choice, Field, Flash, Link, Tone
from mashangban.domains.answers import permissions
from mashangban.domains.answers.console import pairs, places
from mashangban.domains.answers.models import TABLE
from mashangban.domains.answers.schemas import AnswerPairForm, AnswerPairText
from mashangban.domains.answers.service import authoring, gaps
from mashangban.domains.answers.terms.departments import AnswerDepartment
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
_EDIT = "answers/edit.html"
_PARTS = re.compile(r"[；;\n]")
_DEPARTMENTS = tuple(Choice(one.value, one.label) for one in AnswerDepartment)
_NAMES = (
    *("region", "gap_id", "department", "question", "titles", "answer"),
    *("source", "clause", "link", "valid_from", "valid_until"),
)
Cells = Mapping[str, str]
T = TypeVar("T", bound=AnswerPairText)


@pages.route(pairs.HOME + "/new", methods=["GET"])
@page(permission=permissions.EDIT_PAIRS, template=_EDIT)
def blank(call: PageCall) -> View:
    choices = places.known(call.actor, permissions.EDIT_PAIRS)
    cells = {
        "region": regions.chosen(call.request.query.get("region"), choices),
        "valid_from": clock.local_date(call.at).isoformat(),
    }
    if gap_id := call.request.query.get("gap"):
        gap = gaps.show(call.actor, gap_id)
        own = {"region": gap.region} if gap.region in {one.value for one in choices} else {}
        cells |= own | {"gap_id": gap.id, "question": gap.text[:120], "department": gap.department.value}
    return _view(call, cells, None, "")


@pages.route(pairs.HOME + "/new", methods=["POST"], content_types=[FORM])
@form(permission=permissions.EDIT_PAIRS, template=_EDIT, once=TABLE, again=pairs.AGAIN)
def begin(call: PageCall) -> Go | View:
    cells = _typed(call)
    done = attempt(lambda: authoring.begin(call.act, _parsed(AnswerPairForm, cells)))
    return _view(call, cells, done, "") if isinstance(done, AppError) else _saved(done.id)


@pages.route(pairs.HOME + "/{pair_id}/edit", methods=["GET"])
@page(permission=permissions.EDIT_PAIRS, template=_EDIT)
def edit(call: PageCall, pair_id: str) -> View:
    said = authoring.view(call.actor, pair_id).content
    cells = {name: str(getattr(said, name) or "") for name in AnswerPairText.model_fields}
    return _view(call, cells | {"titles": "\n".join(said.titles)}, None, pair_id)


@pages.route(pairs.HOME + "/{pair_id}/edit", methods=["POST"], content_types=[FORM])
@form(permission=permissions.EDIT_PAIRS, template=_EDIT, once=TABLE, again=pairs.AGAIN)
def rewrite(call: PageCall, pair_id: str) -> Go | View:
    cells = _typed(call)
    done = attempt(lambda: authoring.rewrite(call.act, pair_id, _parsed(AnswerPairText, cells)))
    return _view(call, cells, done, pair_id) if isinstance(done, AppError) else _saved(done.id)


def _saved(pair_id: str) -> Go:
    return Go(f"{pairs.HOME}/{pair_id}", Flash(Tone.GOOD, "草稿已保存", "提交审核、同事通过后才使用。"))


def _typed(call: PageCall) -> dict[str, str]:
    given = Form.read(call.body)
    return {name: given.one(name) for name in _NAMES}


def _parsed(schema: type[T], cells: Cells) -> T:
    titles = [one for one in map(str.strip, _PARTS.split(cells.get("titles", ""))) if one]
    return parse(schema, {name: text for name, text in cells.items() if name != "titles"}, titles=titles)


def _view(call: PageCall, cells: Cells, refused: AppError | None, pair_id: str) -> View:
    home = f"{pairs.HOME}/{pair_id}" if pair_id else pairs.HOME
    context = {
        "fields": [one for one in _fields(call, cells, refused) if not (pair_id and one.name == "region")],
        "gap_id": cells.get("gap_id", ""),
        "refused": refused,
        "action": f"{home}/edit" if pair_id else f"{home}/new",
        "back": home,
        "key": ids.new_id(),
    }
    title = "修改问答" if pair_id else "新写一条问答"
    crumbs = (*pairs.CRUMBS, *((Link("这一条", home),) if pair_id else ()))
    return View(title, context, crumbs=crumbs, status=refused.status if refused else 200)


def _fields(call: PageCall, cells: Cells, refused: AppError | None) -> list[Field]:
    def told(name: str) -> str:
        return error_of(refused, name)

    def value(name: str) -> str:
        return cells.get(name, "")

    choices = places.known(call.actor, permissions.EDIT_PAIRS)
    return [
        Field("region", "地区", value("region"), "select", error=told("region"), choices=choices),
        Field("department", "部门", value("department"), "select", error=told("department"), choices=_DEPARTMENTS),
        Field("question", "问题", value("question"), required=True, error=told("question"), full=True,
              hint="像人平时问的那样写，如：老板拖欠工资怎么办"),
        Field("titles", "其他问法", value("titles"), "textarea", error=told("titles"), full=True,
              hint="一行一个，最多 10 个"),
        Field("answer", "答案", value("answer"), "textarea", required=True, error=told("answer"), full=True,
              hint="先说怎么办，再说带什么、去哪里、找谁"),
        Field("source", "依据", value("source"), required=True, error=told("source"), hint="法规、文件或指南的全名"),
        Field("clause", "条款", value("clause"), error=told("clause"), hint="如 第十条"),
        Field("link", "链接", value("link"), error=told("link"), full=True, hint="依据的网址，以 https:// 开头"),
        Field("valid_from", "有效期起", value("valid_from"), "date", required=True, error=told("valid_from")),
        Field("valid_until", "有效期止", value("valid_until"), "date", error=told("valid_until"),
              hint="长期有效可以不填；到期自动停用"),
    ]  # fmt: skip
