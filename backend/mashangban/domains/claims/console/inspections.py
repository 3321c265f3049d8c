"""Paid claims looked at again: the list, one with its finding, the months' draws with their digests and seeds."""

from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Link, Row, Step, Table, Tone
from mashangban.domains.claims import permissions
from mashangban.domains.claims.console import places
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.schemas.sampling import (
    DrawView,
    FindingForm,
    MoneyCheckQuery,
    MoneyCheckRow,
    MoneyCheckView,
    ProvinceDrawsQuery,
)
from mashangban.domains.claims.service import inspecting, sampling
from mashangban.domains.claims.terms.sampling import MoneyCheckState
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint
from mashangban.kernel.money import yuan

pages = Blueprint(__name__)
HOME = "/console/claims/inspections"
DRAWS = "/console/claims/draws"
_BUCKETS = (Choice("open", "等检查"), Choice("done", "已有结果"))
_TONES = {
    MoneyCheckState.OPEN: Tone.WARN,
    MoneyCheckState.KEPT: Tone.GOOD,
    MoneyCheckState.CLAW_BACK: Tone.BAD,
}
_COLUMNS = (
    Column("number", "申报编号", kind="code"),
    Column("enterprise", "企业"),
    Column("amount", "金额", kind="number"),
    Column("why", "为什么检查"),
    Column("since", "列入时间", kind="date"),
    Column("state", "结果"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.INSPECT, template="console/list.html")
def inspections(call: PageCall) -> View:
    asked = places.asked(call, permissions.INSPECT, _BUCKETS)
    found = inspecting.listed(call.actor, MoneyCheckQuery.model_validate(asked.query))
    table = Table(
        name="inspections",
        caption="拨付后检查",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有要检查的申报", "每月随机抽查上月已拨付的申报；承诺兑现的，拨付满12个月检查。"),
        path=HOME,
        filters=asked.filters,
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
    )
    return View("拨付后检查", {"list": table, "links": (Link("每月抽查", DRAWS, "audit"),)})


@pages.route(HOME + "/{inspection_id}", methods=["GET"])
@page(permission=permissions.INSPECT, template="claims/inspection.html")
def inspection(call: PageCall, inspection_id: str) -> View:
    shown = inspecting.show(call.act, inspection_id)
    context = {
        "inspection": shown,
        "badge": _state(shown.row),
        "facts": _facts(shown),
        "steps": [Step(one.at, one.label, by=one.by_label, hash=one.hash) for one in shown.log],
    }
    return View(f"检查 {shown.row.number}", context, crumbs=(Link("拨付后检查", HOME),))


@pages.route(HOME + "/{inspection_id}/finding", methods=["POST"], content_types=[FORM])
@form(permission=permissions.INSPECT, once=TABLE, again=HOME + "/{id}")
def conclude(call: PageCall, inspection_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}/{inspection_id}",
        lambda: inspecting.conclude(call.act, inspection_id, given.parse(FindingForm)),
        "检查结果已记下",
        lambda done: f"现在：{done.state_label}",
    )


@pages.route(DRAWS, methods=["GET"])
@page(permission=permissions.INSPECT, template="claims/draws.html")
def draws(call: PageCall) -> View:
    province = places.known(call, permissions.INSPECT)[0].value[:2]
    cursor = call.request.query.get("cursor") or None
    found = sampling.listed(ProvinceDrawsQuery(province=province, cursor=cursor))
    rows = [(one, _month(one.period), _stands(one)) for one in found.items]
    context = {"rows": rows, "next": f"{DRAWS}?cursor={found.next_cursor}" if found.next_cursor else ""}
    return View("每月抽查", context, crumbs=(Link("拨付后检查", HOME),))


def _month(period: str) -> str:
    year, month = period.split("-")
    return f"{year}年{int(month)}月"


def _stands(one: DrawView) -> str:
    if one.revealed_at is None:
        return "月底后公布种子"
    return f"已拨付 {one.population} 件，抽中 {len(one.sampled)} 件"


def _row(one: MoneyCheckRow) -> Row:
    cells = {
        "number": Cell(one.number),
        "enterprise": Cell(one.enterprise_name, sub=one.policy_title),
        "amount": Cell(yuan(one.amount_fen)),
        "why": Cell(one.kind_label),
        "since": Cell(clock.spoken(one.opened_at)),
        "state": _state(one),
    }
    return Row(f"{HOME}/{one.id}", cells)


def _state(one: MoneyCheckRow) -> Cell:
    return Cell(one.state_label, tone=_TONES[one.state])


def _facts(shown: MoneyCheckView) -> list[Fact]:
    row = shown.row
    return [
        Fact("企业", row.enterprise_name),
        Fact("政策", row.policy_title),
        Fact("申报编号", row.number, href=places.claim(shown.claim_id)),
        Fact("已拨付", yuan(row.amount_fen)),
        Fact("为什么检查", row.kind_label),
        Fact("结果", row.state_label if shown.note else ""),
        Fact("检查情况", shown.note),
    ]
