"""Policies of an office: the list, one item with its checks and editions, publication and withdrawal."""

from mashangban.console import downloads, regions
from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Filter, Link, Row, Step, Table, Tone
from mashangban.domains.policies import permissions
from mashangban.domains.policies.console import places
from mashangban.domains.policies.models import TABLE
from mashangban.domains.policies.schemas import DraftView, OfficeQuery, PolicyView, PolicyWithdrawal
from mashangban.domains.policies.service import drafting, exporting, remembering, replaying
from mashangban.domains.policies.terms.departments import Department
from mashangban.domains.policies.terms.items import Shelf
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.pagination import PageRequest

pages = Blueprint(__name__)
HOME = "/console/policies/items"
CRUMBS = (Link("政策", HOME),)
_COLUMNS = (
    Column("title", "名称"),
    Column("region", "地区"),
    Column("department", "部门"),
    Column("state", "状态"),
    Column("edition", "版本"),
)
_TONES = {Shelf.DRAFTED: Tone.WARN, Shelf.PUBLISHED: Tone.GOOD, Shelf.WITHDRAWN: Tone.PLAIN}
_SHELVES = (Choice("", "全部"), *(Choice(one.value, one.label) for one in Shelf))
_DEPARTMENTS = (Choice("", "全部"), *(Choice(one.value, one.label) for one in Department))
_FIELDS = {
    "title": "名称",
    "number": "文号",
    "basis": "政策依据",
    "summary": "一句话说明",
    "audience": "适用对象",
    "condition": "条件",
    "cases": "例子",
    "award": "标准",
    "materials": "材料",
    "tags": "标签",
    "steps": "办理步骤",
    "payment": "拨付方式",
    "phone": "咨询电话",
    "valid_until": "有效期",
    "opens_on": "申报开始",
    "closes_on": "申报截止",
    "review_days": "办理时限",
}


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.EDIT_POLICIES, template="console/list.html")
def items(call: PageCall) -> View:
    choices = places.known(call.actor, permissions.EDIT_POLICIES)
    query = _asked(call, choices)
    found = drafting.listed(call.actor, query)
    department = query.department.value if query.department and not query.shelf else ""
    table = Table(
        name="policies",
        caption="政策",
        columns=_COLUMNS,
        rows=tuple(map(_row, found.items)),
        empty=Empty(
            "这里还没有政策", "可以新建一项，也可以用表格成批导入。", Link("新建政策", f"{HOME}/new")
        ),
        path=HOME,
        filters=(
            Filter("region", "地区", value=query.region, choices=choices),
            Filter("shelf", "状态", value=query.shelf.value if query.shelf else "", choices=_SHELVES),
            Filter("department", "部门（状态选“全部”时）", value=department, choices=_DEPARTMENTS),
        ),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
        exports=downloads.links(HOME, _filters(query)),
    )
    links = (
        Link("成批导入", "/console/policies/imports/new?kind=policies", "import"),
        Link("新建政策", f"{HOME}/new?region={query.region}", "plus"),
    )
    return View("政策", {"list": table, "links": links})


def _asked(call: PageCall, choices: tuple[Choice, ...]) -> OfficeQuery:
    given = call.request.query
    return OfficeQuery(
        region=regions.chosen(call.request.query.get("region"), choices),
        shelf=Shelf(given["shelf"]) if given.get("shelf") in set(Shelf) else None,
        department=Department(given["department"]) if given.get("department") in set(Department) else None,
        cursor=given.get("cursor") or None,
    )


def _filters(query: OfficeQuery) -> dict[str, str]:
    chosen = {"shelf": query.shelf, "department": query.department}
    return {"region": query.region} | {name: one.value for name, one in chosen.items() if one}


@pages.route(HOME + "/export", methods=["GET"])
@page(permission=permissions.EDIT_POLICIES, template="")
def export(call: PageCall) -> Reply:
    ending, kind = downloads.chosen_format(call)
    query = _asked(call, places.known(call.actor, permissions.EDIT_POLICIES))
    return downloads.download(exporting.policies_sheet(call.actor, query, kind), f"政策.{ending}", kind)


def _row(one: PolicyView) -> Row:
    cells = {
        "title": Cell(one.title),
        "region": Cell(one.region_name),
        "department": Cell(one.department_label),
        "state": Cell(one.shelf_label, tone=_TONES[one.shelf]),
        "edition": Cell(_editions(one)),
    }
    return Row(f"{HOME}/{one.id}", cells)


def _editions(one: PolicyView) -> str:
    standing = f"第 {one.edition} 版" if one.edition else "还没有发布"
    return f"{standing}，第 {one.draft} 版在写" if one.draft and one.edition else standing


@pages.route(HOME + "/{policy_id}", methods=["GET"])
@page(permission=permissions.EDIT_POLICIES, template="policies/item.html")
def item(call: PageCall, policy_id: str) -> View:
    shown = drafting.view(call.act, policy_id)
    runs = replaying.listed(call.actor, policy_id, PageRequest(limit=5)).items
    told = remembering.of_policy(call.actor, policy_id)
    context = {
        "policy": shown,
        "badge": Cell(shown.shelf_label, tone=_TONES[shown.shelf]),
        "facts": _facts(shown),
        "findings": [(_FIELDS.get(one.field, one.field), one.message) for one in shown.findings],
        "editions": list(reversed(shown.editions)),
        "runs": runs,
        "groupings": replaying.groupings(),
        "steps": [Step(one.at, one.label, hash=one.hash) for one in told],
        "home": f"{HOME}/{policy_id}",
    }
    return View(shown.content.title, context, crumbs=CRUMBS)


def _facts(shown: DraftView) -> list[Fact]:
    content = shown.content
    closes = f"{content.opens_on} 到 {content.closes_on or '长期'}"
    tags = "；".join(content.tags)
    return [
        Fact("地区", shown.region_name),
        Fact("文号", content.number),
        Fact("部门", content.department.label),
        Fact("依据", content.basis),
        Fact("一句话说明", content.summary),
        Fact("适用对象", content.audience),
        Fact("标准", shown.award),
        Fact("兑现方式", content.mode.label),
        Fact("申报时间", closes),
        Fact("标签", tags),
        Fact("材料", "；".join(f"{one.name}（{one.source.label}）" for one in content.materials)),
        Fact("办理步骤", content.steps),
        Fact("办理时限", f"{content.review_days} 个工作日" if content.review_days else ""),
        Fact("信用", content.credit.label),
        Fact("咨询电话", content.phone),
    ]


@pages.route(HOME + "/{policy_id}/publication", methods=["POST"], content_types=[FORM])
@form(permission=permissions.PUBLISH_POLICIES, once=TABLE, again=HOME + "/{id}")
def publish(call: PageCall, policy_id: str) -> Go:
    return acted(
        f"{HOME}/{policy_id}",
        lambda: drafting.publish(call.act, policy_id),
        "已发布，企业现在就能看到",
        lambda _: "系统正在逐家匹配，符合的企业会收到通知。",
    )


@pages.route(HOME + "/{policy_id}/withdrawal", methods=["POST"], content_types=[FORM])
@form(permission=permissions.PUBLISH_POLICIES, once=TABLE, again=HOME + "/{id}")
def withdraw(call: PageCall, policy_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}/{policy_id}",
        lambda: drafting.withdraw(call.act, policy_id, given.parse(PolicyWithdrawal)),
        "已撤回，企业不再看到这项政策",
    )
