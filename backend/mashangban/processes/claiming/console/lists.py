"""One list of those who need not apply: who is on it, what it costs, the one act that offers it to all."""

from mashangban.console import downloads
from mashangban.console.forms import FORM
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Column, Empty, Job, Link, Row, Table, Tile, Tone
from mashangban.domains.claims import permissions
from mashangban.domains.claims.console import board
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.terms.offers import Candidacy, OfferListState
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.money import yuan
from mashangban.kernel.pagination import PageRequest
from mashangban.processes.claiming.console import offered
from mashangban.processes.claiming.console.offered import HOME, LISTS
from mashangban.processes.claiming.schemas.lists import CandidateView, OfferListView
from mashangban.processes.claiming.service import exporting, listing

pages = Blueprint(__name__)
_TONES = {
    Candidacy.MET: Tone.ACCENT,
    Candidacy.TAKEN: Tone.PLAIN,
    Candidacy.UNPRICED: Tone.WARN,
    Candidacy.OFFERED: Tone.GOOD,
    Candidacy.FELL: Tone.BAD,
}
_COLUMNS = (
    Column("name", "企业"),
    Column("county", "所在地"),
    Column("worth", "能享受", kind="number"),
    Column("state", "状态"),
)


@pages.route(LISTS + "/{list_id}", methods=["GET"])
@page(permission=permissions.REVIEW, template="claiming/list.html")
def show(call: PageCall, list_id: str) -> View:
    one = listing.show(call.actor, list_id)
    cursor = call.request.query.get("cursor") or None
    found = listing.on_list(call.actor, list_id, PageRequest(cursor))
    table = Table(
        name="candidates",
        caption="名单上的企业",
        columns=_COLUMNS,
        rows=tuple(_row(row, one) for row in found.items),
        empty=_nobody(one),
        path=f"{LISTS}/{list_id}",
        cursor=cursor,
        next_cursor=found.next_cursor,
        exports=downloads.links(f"{LISTS}/{list_id}", {}) if found.items else (),
    )
    context = {
        "run": one,
        "running": one.state.running,
        "ready": one.state is OfferListState.READY and bool(one.met) and one.automatic,
        "offering": _progress(one),
        "badge": _badge(one),
        "tiles": _tiles(one),
        "short": _short(one),
        "list": table,
        "here": table.query(cursor=cursor),
        "home": f"{LISTS}/{list_id}",
    }
    if not one.automatic:
        return View(f"符合的企业：{one.title}", context, crumbs=(Link("政策兑现看板", board.HOME),))
    crumbs = (Link("免申即享名单", HOME), Link(one.title, f"{HOME}/{one.policy_id}"))
    return View("免申即享名单", context, crumbs=crumbs)


@pages.route(LISTS + "/{list_id}/export", methods=["GET"])
@page(permission=permissions.REVIEW, template="console/problem.html")
def export(call: PageCall, list_id: str) -> Reply:
    ending, kind = downloads.chosen_format(call)
    content = exporting.list_sheet(call.actor, list_id, kind)
    return downloads.download(content, f"符合的企业.{ending}", kind)


@pages.route(LISTS + "/{list_id}/confirmation", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW, once=TABLE, again=LISTS + "/{id}")
def confirm(call: PageCall, list_id: str) -> Go:
    return acted(
        f"{LISTS}/{list_id}",
        lambda: listing.confirm(call.act, list_id),
        "已确认，正在列入",
        lambda _: "可以离开这个页面，系统会继续办。",
    )


def _progress(one: OfferListView) -> Job | None:
    if one.state is not OfferListState.OFFERING:
        return None
    return Job("正在列入", one.tried, one.met, running=True, note="可以离开这个页面，系统会继续办。")


def _tiles(one: OfferListView) -> list[Tile]:
    met = Tile("符合", f"{one.met:,}", "家", note=f"共看了 {one.seen:,} 家", tone=Tone.ACCENT)
    worth = Tile("一共要花", yuan(one.worth_fen).removesuffix("元"), "元", note="符合的都领取时")
    taken = Tile("以前列入或申报过", f"{one.taken:,}", "家", note="不会重复列入")
    if one.state in (OfferListState.LOOKING, OfferListState.READY):
        lacking = one.undecided + one.unpriced
        return [
            met,
            worth,
            taken,
            Tile("缺数据，还不能判断", f"{lacking:,}", "家", note="补齐后可以再查一遍"),
        ]
    fell = f"另有 {one.fell:,} 家没有列入，原因见下面" if one.fell else ""
    return [met, worth, Tile("已列入", f"{one.offered:,}", "家", note=fell, tone=Tone.GOOD), taken]


def _badge(one: OfferListView) -> Cell:
    if one.state is OfferListState.READY and not one.automatic:
        return Cell("已查完", tone=Tone.GOOD)
    return Cell(one.state_label, tone=offered.TONES[one.state])


def _short(one: OfferListView) -> str:
    """What the budget lacks for the whole list, in words; empty when it suffices."""
    if one.state is not OfferListState.READY or not one.automatic:
        return ""
    left = listing.left_fen(one)
    if left is None:
        return "这项政策还没有登记预算。可以先列入，登记预算后才能拨付。"
    return f"预算还剩 {yuan(left)}，不够全部拨付，请先追加。" if left < one.worth_fen else ""


def _nobody(one: OfferListView) -> Empty:
    if one.state is OfferListState.LOOKING:
        return Empty("还没有查到", "查到一家显示一家。")
    return Empty("没有符合的企业", "企业的数据更新后可以再查一遍。")


def _row(one: CandidateView, run: OfferListView) -> Row:
    label = one.state_label if run.automatic or one.state is not Candidacy.MET else "符合，还没申报"
    cells = {
        "name": Cell(one.name),
        "county": Cell(one.county_label),
        "worth": Cell(yuan(one.worth_fen) if one.worth_fen else "—"),
        "state": Cell(label, sub=one.why, tone=_TONES[one.state]),
    }
    return Row(f"/console/enterprises/{one.enterprise_id}", cells)
