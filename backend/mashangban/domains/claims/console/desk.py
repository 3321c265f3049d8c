"""The office's desk: claims in a state, the longest waiting first; several of them dealt with at once."""

from mashangban.console import downloads
from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, form, page, refusal
from mashangban.console.views import Cell, Choice, Column, Empty, Filter, Flash, Row, Table, Tone
from mashangban.domains.claims import permissions
from mashangban.domains.claims.console import places
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.schemas import ClaimRow, DeskQuery
from mashangban.domains.claims.schemas.desk import TogetherDone, TogetherForm
from mashangban.domains.claims.service import exporting, together, viewing
from mashangban.domains.claims.terms import ClaimState, Step
from mashangban.kernel import clock
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.money import yuan

pages = Blueprint(__name__)
HOME = "/console/claims/desk"
_S = ClaimState
TONES = {
    _S.SUBMITTED: Tone.WARN,
    _S.REVIEW: Tone.WARN,
    _S.OBJECTED: Tone.WARN,
    _S.DECIDING: Tone.WARN,
    _S.RETURNED: Tone.BAD,
    _S.PAID: Tone.GOOD,
    _S.REFUSED: Tone.PLAIN,
    _S.WITHDRAWN: Tone.PLAIN,
}
# What waits for the office comes first, then what waits for others, then what is over.
_ORDER = (
    _S.SUBMITTED, _S.REVIEW, _S.OBJECTED, _S.DECIDING, _S.SUPPLEMENT, _S.PUBLICITY, _S.OFFERED, _S.APPROVED,
    _S.ORDERED, _S.RETURNED, _S.RECOVERING, _S.PAID, _S.RECOVERED, _S.REFUSED, _S.WITHDRAWN,
)  # fmt: skip
_STATES = tuple(Choice(one.value, one.label) for one in _ORDER)
_TOGETHER = {
    _S.SUBMITTED: ("accept", "受理", "受理后开始计审核时限，您是经办人。"),
    _S.REVIEW: ("pass", "通过所在环节", "确认选中的申报都已看过材料，各自通过所在的环节。"),
    _S.DECIDING: ("approve", "批准", "批准的同时留出预算，随后拨付。审核过的人不能批准同一件。"),
}
_COLUMNS = (
    Column("number", "申报编号", kind="code"),
    Column("enterprise", "企业"),
    Column("policy", "政策"),
    Column("amount", "金额", kind="number"),
    Column("since", "从什么时候等", kind="date"),
    Column("state", "状态"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.REVIEW, template="claims/desk.html")
def desk(call: PageCall) -> View:
    asked, state = places.asked(call, permissions.REVIEW), _state_of(call)
    found = viewing.at_desk(call.actor, DeskQuery.model_validate({**asked.query, "state": state}))
    table = Table(
        name="claims",
        caption="申报",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty(f"没有{state.label}的申报", "换一个状态或地区看看。"),
        path=HOME,
        filters=(*asked.filters, Filter("state", "状态", value=state.value, choices=_STATES)),
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
        exports=downloads.links(HOME, {"region": asked.region, "state": state.value}) if found.items else (),
    )
    what = _TOGETHER.get(state)
    context = {"list": table, "links": (), "together": what if found.items else None, "rows": found.items}
    return View("政策申报", {**context, "again": table.query()})


@pages.route(HOME + "/export", methods=["GET"])
@page(permission=permissions.REVIEW, template="console/problem.html")
def export(call: PageCall) -> Reply:
    ending, kind = downloads.chosen_format(call)
    asked, state = places.asked(call, permissions.REVIEW), _state_of(call)
    query = DeskQuery.model_validate({"region": asked.region, "state": state})
    content = exporting.claims_sheet(call.actor, query, kind)
    return downloads.download(content, f"申报（{state.label}）.{ending}", kind)


@pages.route(HOME + "/together", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW, once=TABLE, again=HOME)
def deal(call: PageCall) -> Go:
    given = Form.read(call.body)
    where = given.one("again") if given.one("again").startswith(HOME) else HOME
    chosen = list(given.all("claim"))
    done = attempt(lambda: together.each(call.act, given.parse(TogetherForm, claim_ids=chosen)))
    return Go(where, refusal(done) if isinstance(done, AppError) else _told(done))


def _told(done: TogetherDone) -> Flash:
    failed = [line for line in done.results if not line.ok]
    text = "；".join(dict.fromkeys(line.title for line in failed))
    good = len(done.results) - len(failed)
    return Flash(Tone.WARN if failed else Tone.GOOD, f"办成 {good} 件，没办成 {len(failed)} 件", text)


def _state_of(call: PageCall) -> ClaimState:
    asked = call.request.query.get("state", "")
    return ClaimState(asked) if asked in {one.value for one in _ORDER} else _S.SUBMITTED


def _row(one: ClaimRow) -> Row:
    cells = {
        "number": Cell(one.number),
        "enterprise": Cell(one.enterprise_name),
        "policy": Cell(one.policy_title, sub=one.mode_label),
        "amount": Cell(yuan(one.amount_fen) if one.amount_fen else "还没定"),
        "since": Cell(clock.spoken(one.updated_at)),
        "state": badge(one),
    }
    return Row(f"{places.CLAIMS}/{one.id}", cells)


def badge(one: ClaimRow) -> Cell:
    """Where a claim stands, with the desk where it lies."""
    sub = one.step_label if one.step is not Step.NONE else ""
    return Cell(one.state_label, sub=sub, tone=TONES.get(one.state, Tone.ACCENT))
