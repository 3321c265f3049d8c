"""Supervision of money: what is tripped or warned of, one fuse with its facts, its release by two people, the rules."""

from mashangban.console.forms import FORM, Form, parse
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Link, Row, Step, Table, Tone
from mashangban.domains.claims import permissions
from mashangban.domains.claims.console import places
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.schemas import ReasonForm
from mashangban.domains.claims.schemas.fuses import FuseFiguresForm, FuseQuery, FuseRow, FuseView
from mashangban.domains.claims.service.fuses import figures, releasing, viewing
from mashangban.domains.claims.terms.fuses import FuseKind, FuseState
from mashangban.kernel import clock
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
HOME = "/console/claims/fuses"
RULES = "/console/claims/fuse-rules"
_BUCKETS = (Choice("open", "熔断和预警"), Choice("done", "已解除"))
_TONES = {
    FuseState.WARNED: Tone.WARN,
    FuseState.TRIPPED: Tone.BAD,
    FuseState.HALF: Tone.BAD,
    FuseState.RELEASED: Tone.GOOD,
}
_COLUMNS = (
    Column("kind", "什么异常"),
    Column("facts", "事实"),
    Column("stops", "停了什么"),
    Column("since", "时间", kind="date"),
    Column("state", "状态"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.SUPERVISE, template="console/list.html")
def fuses(call: PageCall) -> View:
    asked = places.asked(call, permissions.SUPERVISE, _BUCKETS)
    found = viewing.listed(call.actor, FuseQuery.model_validate(asked.query))
    table = Table(
        name="fuses",
        caption="资金熔断",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有熔断，也没有预警", "异常一出现就会停下有关的批准和拨付，并列在这里。"),
        path=HOME,
        filters=asked.filters,
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
    )
    return View("资金熔断", {"list": table, "links": (Link("熔断规则", RULES, "help"),)})


@pages.route(HOME + "/{fuse_id}", methods=["GET"])
@page(permission=permissions.SUPERVISE, template="claims/fuse.html")
def fuse(call: PageCall, fuse_id: str) -> View:
    shown = viewing.show(call.act, fuse_id)
    context = {
        "fuse": shown,
        "badge": _state(shown.row),
        "facts": _facts(shown),
        "steps": [Step(one.at, one.label, by=one.by_label, hash=one.hash) for one in shown.log],
        "halts": shown.row.state.halts,
    }
    return View(shown.row.kind_label, context, crumbs=(Link("资金熔断", HOME),))


@pages.route(HOME + "/{fuse_id}/release", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SUPERVISE, once=TABLE, again=HOME + "/{id}")
def release(call: PageCall, fuse_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}/{fuse_id}",
        lambda: releasing.release(call.act, fuse_id, given.parse(ReasonForm)),
        "您的意见已记下",
        lambda done: f"现在：{done.state_label}",
    )


@pages.route(RULES, methods=["GET"])
@page(permission=permissions.SUPERVISE, template="claims/fuse_rules.html")
def rules(call: PageCall) -> View:
    province = places.known(call, permissions.SUPERVISE)[0].value[:2]
    context = {
        "rules": figures.listed(call.actor, province),
        "names": _NAMES,
        "may_set": call.actor.holds(permissions.SET_FUSES),
        "home": f"{RULES}/{province}",
    }
    return View("熔断规则", context, crumbs=(Link("资金熔断", HOME),))


@pages.route(RULES + "/{province}/{kind}", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SET_FUSES, once=TABLE, again=RULES)
def set_figures(call: PageCall, province: str, kind: str) -> Go:
    given = Form.read(call.body)
    if kind not in set(FuseKind):
        raise NotFound()
    return acted(
        RULES,
        lambda: figures.set_figures(call.act, province, FuseKind(kind), _figures(given)),
        "已设定",
        lambda done: f"{done.kind_label}：{done.meaning}",
    )


_NAMES = {
    "warn_percent": "提醒（%）",
    "loud_percent": "再提醒（%）",
    "halt_percent": "停止（%）",
    "known": "至少已知几件",
    "times": "几倍／第几次",
    "spread": "几倍四分位距",
    "warn_at": "提醒",
    "halt_at": "暂停",
    "days": "几天内",
    "most": "最多几件",
    "minutes": "几分钟内",
}


def _figures(given: Form) -> FuseFiguresForm:
    """Raises Invalid for a figure that is no whole number, or without a source."""
    numbers = {name: given.one(name) for name in _NAMES if given.one(name)}
    return parse(FuseFiguresForm, {"source": given.one("source")}, figures=numbers)


def _row(one: FuseRow) -> Row:
    cells = {
        "kind": Cell(one.kind_label, sub=one.phase_label),
        "facts": Cell(one.facts, sub=one.policy_title),
        "stops": Cell(f"{one.scope_label}的{one.stops_label}" if one.stops_label else "没有停"),
        "since": Cell(clock.spoken(one.tripped_at)),
        "state": _state(one),
    }
    return Row(f"{HOME}/{one.id}", cells)


def _state(one: FuseRow) -> Cell:
    return Cell(one.state_label, tone=_TONES[one.state])


def _facts(shown: FuseView) -> list[Fact]:
    row = shown.row
    return [
        Fact("事实", row.facts),
        Fact("政策", row.policy_title),
        Fact("申报", shown.claim_number, href=places.claim(shown.claim_id)),
        Fact("什么时候发现", f"{clock.spoken(row.tripped_at)}（{row.phase_label}）"),
        Fact("停了什么", f"{row.scope_label}的{row.stops_label}" if row.stops_label else "没有停任何办理"),
        Fact("同意解除", f"{row.words} 人，要 {row.needed} 人" if row.stops_label or row.words else ""),
    ]
