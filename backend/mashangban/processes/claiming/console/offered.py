"""The policies that ask for no application, and the lists that were made of each."""

from mashangban.console.forms import FORM, attempt
from mashangban.console.pages import Go, PageCall, View, form, page, refusal
from mashangban.console.views import Cell, Column, Empty, Fact, Link, Row, Table, Tone
from mashangban.domains.claims import permissions
from mashangban.domains.claims.console import places
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.terms.offers import OfferListState
from mashangban.kernel import clock
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.kernel.money import yuan
from mashangban.kernel.pagination import PageRequest
from mashangban.processes.claiming.schemas.lists import OfferablePolicy, OfferListView
from mashangban.processes.claiming.service import listing, offerable

pages = Blueprint(__name__)
HOME = "/console/claiming/offers"
LISTS = "/console/claiming/lists"
TONES = {
    OfferListState.LOOKING: Tone.ACCENT,
    OfferListState.READY: Tone.WARN,
    OfferListState.OFFERING: Tone.ACCENT,
    OfferListState.FINISHED: Tone.GOOD,
}
_POLICIES = (
    Column("title", "政策"),
    Column("department", "部门"),
    Column("window", "可以列入的日期", kind="date"),
    Column("last", "最近一份名单"),
)
_LISTS = (
    Column("begun", "开始查找", kind="date"),
    Column("state", "状态"),
    Column("met", "符合（家）", kind="number"),
    Column("worth", "一共要花", kind="number"),
    Column("offered", "已列入（家）", kind="number"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.REVIEW, template="console/list.html")
def policies(call: PageCall) -> View:
    asked = places.asked(call, permissions.REVIEW)
    found = offerable.in_region(call.act, asked.region, PageRequest(asked.cursor))
    table = Table(
        name="offers",
        caption="免申即享政策",
        columns=_POLICIES,
        rows=tuple(_policy_row(one) for one in found.items),
        empty=Empty("没有免申即享的政策", "方式是免申即享的政策，发布后会出现在这里。"),
        path=HOME,
        filters=asked.filters,
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
    )
    lead = "企业不用申报：按数据查出符合的企业，您确认名单后通知企业领取。"
    return View("免申即享名单", {"list": table, "links": ()}, lead=lead)


@pages.route(HOME + "/{policy_id}", methods=["GET"])
@page(permission=permissions.REVIEW, template="claiming/offered.html")
def policy(call: PageCall, policy_id: str) -> View:
    one = offerable.show(call.act, policy_id)
    cursor = call.request.query.get("cursor") or None
    found = listing.of_policy(call.actor, policy_id, PageRequest(cursor))
    table = Table(
        name="offer-lists",
        caption="查过的名单",
        columns=_LISTS,
        rows=tuple(_list_row(row) for row in found.items),
        empty=Empty("还没有查过", "点“查找符合的企业”，查完后您先看名单，再决定列入。"),
        path=f"{HOME}/{policy_id}",
        cursor=cursor,
        next_cursor=found.next_cursor,
    )
    context = {"list": table, "facts": _facts(one), "open": one.open, "home": f"{HOME}/{policy_id}"}
    return View(one.title, context, crumbs=(Link("免申即享名单", HOME),))


@pages.route(HOME + "/{policy_id}/lists", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW, once=TABLE, again=LISTS + "/{id}")
def begin(call: PageCall, policy_id: str) -> Go:
    done = attempt(lambda: listing.begin(call.act, policy_id))
    if isinstance(done, AppError):
        return Go(f"{HOME}/{policy_id}", refusal(done))
    return Go(f"{LISTS}/{done.id}")


def _policy_row(one: OfferablePolicy) -> Row:
    last = one.last
    cells = {
        "title": Cell(one.title),
        "department": Cell(one.department_label),
        "window": Cell(one.window),
        "last": Cell("还没有查过")
        if last is None
        else Cell(last.state_label, sub=clock.spoken(last.begun_at), tone=TONES[last.state]),
    }
    return Row(f"{HOME}/{one.id}", cells)


def _list_row(one: OfferListView) -> Row:
    cells = {
        "begun": Cell(clock.spoken(one.begun_at)),
        "state": Cell(one.state_label, tone=TONES[one.state]),
        "met": Cell(f"{one.met:,}"),
        "worth": Cell(yuan(one.worth_fen)),
        "offered": Cell(f"{one.offered:,}"),
    }
    return Row(f"{LISTS}/{one.id}", cells)


def _facts(one: OfferablePolicy) -> list[Fact]:
    left = "还没有登记，登记后才能拨付" if one.left_fen is None else yuan(one.left_fen)
    return [
        Fact("部门", one.department_label),
        Fact("怎么给", one.award),
        Fact("谁能享受", one.audience),
        Fact("可以列入的日期", one.window),
        Fact("预算还剩", left, href="/console/claims/budgets"),
        Fact("政策原文", "看这项政策", href=f"/console/policies/items/{one.id}"),
    ]
