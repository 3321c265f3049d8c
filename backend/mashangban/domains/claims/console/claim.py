"""One claim at the office's desk: what is claimed, by which edition and facts, its papers, its way, the acts on it."""

from collections.abc import Callable

from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Fact, Link, Step
from mashangban.domains.claims import permissions
from mashangban.domains.claims.console import amounts, desk, licences, places
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.schemas import (
    ClaimDone,
    ObjectionSettled,
    PassForm,
    PolicyClaimView,
    ReasonForm,
    SnapshotView,
)
from mashangban.domains.claims.service import approving, paying, reviewing, viewing
from mashangban.domains.claims.terms import StationState
from mashangban.files import service as files
from mashangban.kernel.http import Blueprint
from mashangban.kernel.money import yuan

pages = Blueprint(__name__)
ONE = places.CLAIMS + "/{claim_id}"
AGAIN = places.CLAIMS + "/{id}"
_STATIONS = {
    StationState.DONE: "done",
    StationState.NOW: "now",
    StationState.AHEAD: "",
    StationState.FELL: "done",
}


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.REVIEW, template="claims/claim.html")
def claim(call: PageCall, claim_id: str) -> View:
    shown = viewing.show(call.act, claim_id)
    basis = viewing.show_snapshot(call.act, claim_id)
    links = {link.file_id: link for link in files.links([one.file_id for one in shown.papers])}
    context = {
        "claim": shown,
        "badge": desk.badge(shown.row),
        "facts": _facts(shown),
        "basis": basis,
        "known": _known(basis),
        "printed": f"/console/documents/{shown.form.document_id}/file" if shown.form else "",
        "papers": [(one.material, links[one.file_id]) for one in shown.papers if one.file_id in links],
        "licences": [licences.shown(one) for one in shown.licences],
        "way": [(one.label, _STATIONS[one.state]) for one in shown.way],
        "steps": [Step(one.at, one.label, by=one.by_label, hash=one.hash) for one in shown.log],
    }
    return View(f"申报 {shown.row.number}", context, crumbs=(Link("政策申报", desk.HOME),), pictures=True)


@pages.route(ONE + "/acceptance", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW, once=TABLE, again=AGAIN)
def accept(call: PageCall, claim_id: str) -> Go:
    return _told(lambda: reviewing.accept(call.act, claim_id), claim_id, "已受理，您是经办人")


@pages.route(ONE + "/charge", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW, once=TABLE, again=AGAIN)
def take(call: PageCall, claim_id: str) -> Go:
    return _told(lambda: reviewing.take(call.act, claim_id), claim_id, "已接手")


@pages.route(ONE + "/supplement-notice", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW, once=TABLE, again=AGAIN)
def ask_supplement(call: PageCall, claim_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: reviewing.ask_supplement(call.act, claim_id, given.parse(ReasonForm)),
        claim_id,
        "已一次性告知企业",
    )


@pages.route(ONE + "/pass", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW, once=TABLE, again=AGAIN)
def pass_step(call: PageCall, claim_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: reviewing.pass_step(
            call.act, claim_id, given.parse(PassForm, amount_fen=amounts.fen(given, "amount", "核定金额"))
        ),
        claim_id,
        "这一步已通过",
    )


@pages.route(ONE + "/refusal", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW, once=TABLE, again=AGAIN)
def refuse(call: PageCall, claim_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: reviewing.refuse(call.act, claim_id, given.parse(ReasonForm)),
        claim_id,
        "已告诉企业不通过的理由",
    )


@pages.route(ONE + "/objection-answer", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW, once=TABLE, again=AGAIN)
def settle_objection(call: PageCall, claim_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: reviewing.settle_objection(call.act, claim_id, given.parse(ObjectionSettled)),
        claim_id,
        "异议已答复",
    )


@pages.route(ONE + "/approval", methods=["POST"], content_types=[FORM])
@form(permission=permissions.APPROVE, once=TABLE, again=AGAIN)
def approve(call: PageCall, claim_id: str) -> Go:
    return _told(lambda: approving.approve(call.act, claim_id), claim_id, "已批准，预算已留出")


@pages.route(ONE + "/recovery", methods=["POST"], content_types=[FORM])
@form(permission=permissions.CLAW_BACK, once=TABLE, again=AGAIN)
def claw_back(call: PageCall, claim_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        lambda: paying.claw_back(call.act, claim_id, given.parse(ReasonForm)), claim_id, "追回通知已交国库"
    )


def _told(run: Callable[[], ClaimDone], claim_id: str, title: str) -> Go:
    return acted(f"{places.CLAIMS}/{claim_id}", run, title, lambda done: f"现在：{done.state_label}")


def _facts(shown: PolicyClaimView) -> list[Fact]:
    row = shown.row
    return [
        Fact("企业", row.enterprise_name),
        Fact("政策", row.policy_title, href=f"/console/policies/items/{row.policy_id}"),
        Fact("方式", row.mode_label),
        Fact("金额", yuan(row.amount_fen) if row.amount_fen else "还没定"),
        Fact("收款账户", shown.account_masked),
        Fact("现在等谁", shown.waiting_for),
        Fact("最晚", shown.due_label),
        Fact("最近的说明", shown.note),
    ]


def _known(basis: SnapshotView) -> list[Fact]:
    """The facts that the claim rests on, each with whose it is and since when."""
    return [
        Fact(one.name, one.words, source=f"{one.source}（{one.department_label}，{one.stated_on:%Y-%m-%d}）")
        for one in basis.facts.values()
    ]
