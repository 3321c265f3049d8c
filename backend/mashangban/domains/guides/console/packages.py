"""An office's packages on the console: the list, one with its questions and cards, its publishing and its end."""

from typing import Literal

from mashangban.console import regions
from mashangban.console.forms import FORM, Form, attempt, error_of, parse
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Field,
    Filter,
    Flash,
    Link,
    Row,
    Step,
    Table,
    Tone,
)
from mashangban.domains.guides import permissions
from mashangban.domains.guides.console import packagelines as lines
from mashangban.domains.guides.console.items import CHANGED, SHELVES, TONES
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.schemas import (
    GuideHead,
    GuidePackageContent,
    GuidePackageForm,
    GuidePackageHeadsQuery,
    GuidePosterForm,
    GuideReturn,
    GuideWithdrawal,
)
from mashangban.domains.guides.service import packagereading, packages, posters
from mashangban.domains.guides.terms import GuideTheme, PosterPaper
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
HOME = "/console/guides/packages"
ONE = HOME + "/{package_id}"
AGAIN = HOME + "/{id}"
_CRUMBS = (Link("办事套餐", HOME),)
_COLUMNS = (
    Column("name", "套餐"),
    Column("state", "状态"),
    Column("edition", "第几版", kind="number"),
    Column("draft", "改动"),
)
_THEMES = tuple(Choice(one.value, one.label) for one in GuideTheme)
_Kind = Literal["text", "select", "textarea"]
# What an office writes: name, label, hint, kind.
_REGION: tuple[str, str, str, _Kind] = (
    "region",
    "地区代码",
    "省两位、市四位、区县六位；起草后不能改",
    "text",
)
_WRITTEN: tuple[tuple[str, str, str, _Kind], ...] = (
    ("name", "套餐名称", "像大家说的话，如：我要开餐馆", "text"),
    ("theme", "生活主题", "", "select"),
    ("lead", "一句话介绍", "", "textarea"),
    ("questions", "问题", lines.HINTS["questions"], "textarea"),
    ("cards", "要办的几步", lines.HINTS["cards"], "textarea"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST_PACKAGES, template="console/list.html")
def package_list(call: PageCall) -> View:
    known = regions.reached(call.actor, permissions.LIST_PACKAGES)
    given = call.request.query
    asked = given.get("region")
    region = asked if asked in [one.value for one in known] else known[0].value
    plain = {name: given.get(name) or "" for name in ("shelf", "cursor")}
    query = parse(GuidePackageHeadsQuery, plain, region=region)
    links = (Link("起草套餐", f"{HOME}/new?region={region}", "plus"),)
    return View("办事套餐", {"list": _table(call, query, known), "links": links})


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.KEEP_PACKAGES, template="console/form.html")
def new_package(call: PageCall) -> View:
    region = call.request.query.get("region") or regions.own(call.actor)
    return _writing("起草套餐", f"{HOME}/new", HOME, {"region": region}, begun=False)


@pages.route(HOME + "/new", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_PACKAGES, template="console/form.html", once=TABLE, again=AGAIN)
def draft_package(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: packages.draft(call.act, given.parse(GuidePackageForm, content=_content(given))))
    if isinstance(done, AppError):
        return _writing("起草套餐", f"{HOME}/new", HOME, _typed(given), done, begun=False)
    return Go(
        ONE.format(package_id=done.id),
        Flash(Tone.GOOD, "草稿已保存", "看过没问题，就点“提交审核”。"),
    )


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.LIST_PACKAGES, template="guides/package.html")
def package(call: PageCall, package_id: str) -> View:
    shown = packagereading.work(call.actor, package_id)
    context = {
        "package": shown,
        "badge": Cell(shown.head.shelf_label, tone=TONES.get(shown.head.shelf, Tone.PLAIN)),
        "titles": {one.key: one.title for one in shown.content.cards},
        "said": {
            f"{one.key}={choice.key}": f"{one.text}：{choice.label}"
            for one in shown.content.questions
            for choice in one.choices
        },
        "theme": shown.content.theme.label,
        "steps": [Step(one.at, one.label, one.by_label, hash=one.hash) for one in shown.log],
        "home": ONE.format(package_id=package_id),
        "papers": PosterPaper,
        "poster": f"/#/guides/pages/poster/index?id={package_id}",
    }
    return View(shown.head.name, context, crumbs=_CRUMBS)


@pages.route(ONE + "/draft", methods=["GET"])
@page(permission=permissions.KEEP_PACKAGES, template="console/form.html")
def edit_package(call: PageCall, package_id: str) -> View:
    said, where = packagereading.work(call.actor, package_id).content, ONE.format(package_id=package_id)
    typed = {"name": said.name, "lead": said.lead, "theme": said.theme.value, **lines.written(said)}
    return _writing("修改套餐", f"{where}/draft", where, typed)


@pages.route(ONE + "/draft", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_PACKAGES, template="console/form.html", once=TABLE, again=AGAIN)
def save_package(call: PageCall, package_id: str) -> View | Go:
    given, where = Form.read(call.body), ONE.format(package_id=package_id)
    done = attempt(lambda: packages.edit(call.act, package_id, _content(given)))
    if isinstance(done, AppError):
        return _writing("修改套餐", f"{where}/draft", where, _typed(given), done)
    return Go(where, Flash(Tone.GOOD, "草稿已保存", "手机上还是原来那一版，同事审核公布后才换。"))


@pages.route(ONE + "/submission", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_PACKAGES, once=TABLE, again=AGAIN)
def submit_package(call: PageCall, package_id: str) -> Go:
    return acted(
        ONE.format(package_id=package_id),
        lambda: packages.submit(call.act, package_id),
        "已提交审核",
        lambda _: "请同事打开这一页，看过后公布；公布前手机上还是原来的样子。",
    )


@pages.route(ONE + "/return", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW_PACKAGES, once=TABLE, again=AGAIN)
def send_back_package(call: PageCall, package_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        ONE.format(package_id=package_id),
        lambda: packages.send_back(call.act, package_id, given.parse(GuideReturn)),
        "已退回",
        lambda _: "写的人会在这一页看到原因。",
    )


@pages.route(ONE + "/publication", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW_PACKAGES, once=TABLE, again=AGAIN)
def publish_package(call: PageCall, package_id: str) -> Go:
    return acted(
        ONE.format(package_id=package_id),
        lambda: packages.publish(call.act, package_id),
        "已公布",
        lambda done: f"现在是第 {done.edition} 版。已经存了计划的人，还照他们那一版办。",
    )


@pages.route(ONE + "/posters", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_PACKAGES, once=TABLE, again=AGAIN)
def order_poster(call: PageCall, package_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        ONE.format(package_id=package_id),
        lambda: posters.order(call.act, package_id, given.parse(GuidePosterForm)),
        "海报正在排版",
        lambda _: "过几秒刷新这一页，就能打开来打印。",
    )


@pages.route(ONE + "/withdrawal", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_PACKAGES, once=TABLE, again=AGAIN)
def withdraw_package(call: PageCall, package_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        ONE.format(package_id=package_id),
        lambda: packages.withdraw(call.act, package_id, given.parse(GuideWithdrawal)),
        "已停用",
        lambda _: "已经存了计划的人可以接着办；扫码的人会看到停用的原因。",
    )


def _content(given: Form) -> GuidePackageContent:
    """What the office wrote, as the API's own shape. Raises PackageUnready, Invalid."""
    return given.parse(
        GuidePackageContent,
        questions=lines.questions(given.one("questions")),
        cards=lines.cards(given.one("cards")),
    )


def _typed(given: Form) -> dict[str, str]:
    return {name: given.one(name) for name, *_ in (_REGION, *_WRITTEN)}


def _writing(
    title: str,
    action: str,
    back: str,
    typed: dict[str, str],
    refused: AppError | None = None,
    *,
    begun: bool = True,
) -> View:
    context: dict[str, object] = {
        "fields": _fields(typed, refused, begun=begun),
        "action": action,
        "back": back,
        "key": ids.new_id(),
        "hidden": {},
        "refused": refused,
        "submit": "保存草稿",
    }
    return View(title, context, crumbs=_CRUMBS)


def _fields(typed: dict[str, str], refused: AppError | None, *, begun: bool) -> tuple[Field, ...]:
    asked = _WRITTEN if begun else (_REGION, *_WRITTEN)
    return tuple(
        Field(
            name,
            label,
            typed.get(name, ""),
            kind=kind,
            required=name != "questions",
            hint=hint,
            error=error_of(refused, name),
            choices=_THEMES if name == "theme" else (),
            full=kind == "textarea",
        )
        for name, label, hint, kind in asked
    )


def _table(call: PageCall, query: GuidePackageHeadsQuery, known: tuple[Choice, ...]) -> Table:
    found = packagereading.heads(call.actor, query)
    return Table(
        name="packages",
        caption="办事套餐",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("这里还没有办事套餐", "先公布要用到的办事指南，再把几件事编成一个套餐。"),
        path=HOME,
        filters=(
            Filter("region", "地区", value=query.region, choices=known),
            Filter("shelf", "状态", value=query.shelf.value if query.shelf else "", choices=SHELVES),
        ),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
    )


def _row(one: GuideHead) -> Row:
    cells = {
        "name": Cell(one.name),
        "state": Cell(one.shelf_label, tone=TONES.get(one.shelf, Tone.PLAIN)),
        "edition": Cell(str(one.edition) if one.edition else "—"),
        "draft": Cell(CHANGED[one.returned] if one.draft and (one.edition or one.returned) else ""),
    }
    return Row(ONE.format(package_id=one.id), cells)
