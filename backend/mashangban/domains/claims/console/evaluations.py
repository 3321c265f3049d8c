"""What enterprises think of their claims: the ratings of a region, one with its mending and who confirms it."""

from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Link, Row, Step, Table, Tone
from mashangban.domains.claims import permissions
from mashangban.domains.claims.console import places
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.schemas import ReasonForm
from mashangban.domains.claims.schemas.evaluating import (
    EvaluationRow,
    EvaluationsQuery,
    EvaluationView,
    MendingConfirmed,
    StarsQuery,
)
from mashangban.domains.claims.service import evaluating
from mashangban.domains.claims.terms.evaluating import EvaluationState
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
HOME = "/console/claims/evaluations"
_BUCKETS = (Choice("open", "要整改的"), Choice("done", "其他评价"))
_TONES = {
    EvaluationState.NOTED: Tone.PLAIN,
    EvaluationState.MENDING: Tone.BAD,
    EvaluationState.ANSWERED: Tone.WARN,
    EvaluationState.CLOSED: Tone.GOOD,
}
_COLUMNS = (
    Column("number", "申报编号", kind="code"),
    Column("policy", "政策"),
    Column("stars", "评分"),
    Column("at", "评价时间", kind="date"),
    Column("state", "状态"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.MEND, template="console/list.html")
def evaluations(call: PageCall) -> View:
    asked = places.asked(call, permissions.MEND, _BUCKETS)
    found = evaluating.listed(call.actor, EvaluationsQuery.model_validate(asked.query))
    table = Table(
        name="evaluations",
        caption="申报评价",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有这样的评价", "申报办完后，企业可以评一次。评一星、两星的要按期整改。"),
        path=HOME,
        filters=asked.filters,
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
    )
    return View("申报评价", {"list": table, "links": ()}, lead=_summary(asked.region))


@pages.route(HOME + "/{claim_id}", methods=["GET"])
@page(permission=permissions.MEND, template="claims/evaluation.html")
def evaluation(call: PageCall, claim_id: str) -> View:
    shown = evaluating.show(call.act, claim_id)
    context = {
        "evaluation": shown,
        "badge": _state(shown.row),
        "facts": _facts(shown),
        "steps": [Step(one.at, one.label, by=one.by_label, hash=one.hash) for one in shown.log],
    }
    return View(f"评价 {shown.row.number}", context, crumbs=(Link("申报评价", HOME),))


@pages.route(HOME + "/{claim_id}/mending", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MEND, once=TABLE, again=HOME + "/{id}")
def answer(call: PageCall, claim_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}/{claim_id}",
        lambda: evaluating.answer(call.act, claim_id, given.parse(ReasonForm)),
        "已写明整改",
        lambda done: f"现在：{done.state_label}",
    )


@pages.route(HOME + "/{claim_id}/confirmation", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MEND, once=TABLE, again=HOME + "/{id}")
def confirm(call: PageCall, claim_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}/{claim_id}",
        lambda: evaluating.confirm(call.act, claim_id, given.parse(MendingConfirmed)),
        "已决定",
        lambda done: f"现在：{done.state_label}",
    )


def _summary(region: str) -> str:
    found = evaluating.stars(StarsQuery(region=region))
    if found.satisfied_percent is None:
        return "这个地区还没有评价。"
    return f"这个地区共 {found.total} 件评价，四星五星的占 {found.satisfied_percent}%。"


def _row(one: EvaluationRow) -> Row:
    cells = {
        "number": Cell(one.number),
        "policy": Cell(one.policy_title),
        "stars": Cell(f"{one.stars} 星"),
        "at": Cell(clock.spoken(one.at)),
        "state": _state(one),
    }
    return Row(f"{HOME}/{one.id}", cells)


def _state(one: EvaluationRow) -> Cell:
    return Cell(one.state_label, tone=_TONES[one.state])


def _facts(shown: EvaluationView) -> list[Fact]:
    return [
        Fact("政策", shown.row.policy_title),
        Fact("申报编号", shown.row.number, href=places.claim(shown.row.id)),
        Fact("评分", f"{shown.row.stars} 星"),
        Fact("企业怎么说", shown.text),
        Fact("部门怎么改的", shown.answer),
        Fact("确认意见", shown.verdict),
    ]
