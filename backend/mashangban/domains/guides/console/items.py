"""An office's items on the console: the list of a region, one item, its publishing and its end, the list as a file."""

from mashangban.console import downloads, regions
from mashangban.console.forms import FORM, Form, parse
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Fact,
    Filter,
    Link,
    Row,
    Step,
    Table,
    Tone,
)
from mashangban.domains.guides import permissions
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.rules import itemlines as lines
from mashangban.domains.guides.schemas import (
    GuideContent,
    GuideHead,
    GuideHeadsQuery,
    GuideReturn,
    GuideWithdrawal,
    GuideWork,
)
from mashangban.domains.guides.service import exporting, items, reading
from mashangban.domains.guides.terms import GuideShelf
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.money import yuan

pages = Blueprint(__name__)
HOME = "/console/guides"
ONE = HOME + "/items/{item_id}"
AGAIN = HOME + "/items/{id}"
CRUMBS = (Link("办事指南", HOME),)
_COLUMNS = (
    Column("name", "事项"),
    Column("code", "编码", kind="code"),
    Column("state", "状态"),
    Column("edition", "第几版", kind="number"),
    Column("draft", "改动"),
)
# What is said of a draft, sent back or not.
CHANGED = {False: "有改动没公布", True: "同事退回了"}
SHELVES = (Choice("", "全部"), *(Choice(one.value, one.label) for one in GuideShelf))
TONES = {
    GuideShelf.SUBMITTED.value: Tone.WARN,
    GuideShelf.PUBLISHED.value: Tone.GOOD,
    GuideShelf.WITHDRAWN.value: Tone.BAD,
}


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST_ITEMS, template="console/list.html")
def guides(call: PageCall) -> View:
    known = regions.reached(call.actor, permissions.LIST_ITEMS)
    query = _asked(call, known)
    links = (
        Link("补齐", f"{HOME}/gaps?region={query.region}"),
        Link("导入", f"{HOME}/imports?region={query.region}", "import"),
        Link("起草事项", f"{HOME}/new?region={query.region}", "plus"),
    )
    return View("办事指南", {"list": _table(call, query, known), "links": links})


@pages.route(HOME + "/export", methods=["GET"])
@page(permission=permissions.LIST_ITEMS, template="console/problem.html")
def export(call: PageCall) -> Reply:
    name, kind = downloads.chosen_format(call)
    query = _asked(call, regions.reached(call.actor, permissions.LIST_ITEMS))
    return downloads.download(exporting.export_items(call.actor, query, kind), f"办事指南.{name}", kind)


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.LIST_ITEMS, template="guides/item.html")
def item(call: PageCall, item_id: str) -> View:
    shown = reading.work(call.actor, item_id, clock.local_date(call.at))
    context = {
        "item": shown,
        "badge": Cell(shown.head.shelf_label, tone=TONES.get(shown.head.shelf, Tone.PLAIN)),
        "facts": _facts(shown, shown.content),
        "lists": lines.written(shown.content),
        "said": shown.content,
        "steps": [Step(one.at, one.label, one.by_label, hash=one.hash) for one in shown.log],
        "home": ONE.format(item_id=item_id),
    }
    return View(shown.head.name, context, crumbs=CRUMBS)


@pages.route(ONE + "/submission", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_ITEMS, once=TABLE, again=AGAIN)
def submit(call: PageCall, item_id: str) -> Go:
    return acted(
        ONE.format(item_id=item_id),
        lambda: items.submit(call.act, item_id),
        "已提交审核",
        lambda _: "请同事打开这一页，看过后公布；公布前手机上还是原来的样子。",
    )


@pages.route(ONE + "/return", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW_ITEMS, once=TABLE, again=AGAIN)
def send_back(call: PageCall, item_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        ONE.format(item_id=item_id),
        lambda: items.send_back(call.act, item_id, given.parse(GuideReturn)),
        "已退回",
        lambda _: "写的人会在这一页看到原因。",
    )


@pages.route(ONE + "/publication", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW_ITEMS, once=TABLE, again=AGAIN)
def publish(call: PageCall, item_id: str) -> Go:
    return acted(
        ONE.format(item_id=item_id),
        lambda: items.publish(call.act, item_id),
        "已公布",
        lambda done: f"现在是第 {done.edition} 版，手机上马上就能看到。",
    )


@pages.route(ONE + "/withdrawal", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_ITEMS, once=TABLE, again=AGAIN)
def withdraw(call: PageCall, item_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        ONE.format(item_id=item_id),
        lambda: items.withdraw(call.act, item_id, given.parse(GuideWithdrawal)),
        "已停用",
        lambda _: "手机上不再列出；打开旧链接的人会看到停用的原因。",
    )


def _asked(call: PageCall, known: tuple[Choice, ...]) -> GuideHeadsQuery:
    given = call.request.query
    asked = given.get("region")
    region = asked if asked in [one.value for one in known] else known[0].value
    plain = {name: given.get(name) or "" for name in ("shelf", "cursor")}
    return parse(GuideHeadsQuery, plain, region=region)


def _table(call: PageCall, query: GuideHeadsQuery, known: tuple[Choice, ...]) -> Table:
    found = reading.heads(call.actor, query)
    shelf = query.shelf.value if query.shelf else ""
    return Table(
        name="guides",
        caption="办事指南",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("这里还没有办事指南", "起草、公布以后，大家在手机上就能查到。"),
        path=HOME,
        filters=(
            Filter("region", "地区", value=query.region, choices=known),
            Filter("shelf", "状态", value=shelf, choices=SHELVES),
        ),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
        exports=downloads.links(HOME, {"region": query.region, "shelf": shelf}) if found.items else (),
    )


def _row(one: GuideHead) -> Row:
    cells = {
        "name": Cell(one.name),
        "code": Cell(one.code),
        "state": Cell(one.shelf_label, tone=TONES.get(one.shelf, Tone.PLAIN)),
        "edition": Cell(str(one.edition) if one.edition else "—"),
        "draft": Cell(CHANGED[one.returned] if one.draft and (one.edition or one.returned) else ""),
    }
    return Row(ONE.format(item_id=one.id), cells)


def _facts(shown: GuideWork, one: GuideContent) -> list[Fact]:
    legal = "没有规定" if one.legal_days is None else f"{one.legal_days} 个工作日"
    promised = "没写" if one.promised_days is None else f"{one.promised_days} 个工作日"
    ends = f"到 {one.valid_until.isoformat()}" if one.valid_until else "长期"
    fee = f"{yuan(one.fee_fen)}，{one.fee_note}" if one.fee_fen else "不收费"
    return [
        Fact("编码", shown.head.code),
        Fact("类型", one.kind.label),
        Fact("行使层级", one.level.label),
        Fact("部门", one.department),
        Fact("法定时限", legal),
        Fact("承诺时限", promised),
        Fact("要跑几次", f"{one.visits} 次"),
        Fact("收费", fee),
        Fact("网上怎么办", one.online or "不能网上办"),
        Fact("咨询电话", one.phone),
        Fact("投诉电话", one.complaints),
        Fact("办成后得到", one.result),
        Fact("有效期", f"{one.valid_from.isoformat()} 起，{ends}"),
        *([Fact("停用原因", shown.why)] if shown.why else []),
    ]
