"""What a zone does with a case: check, hand over, put right, ask, speak, decide."""

from collections.abc import Callable

from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Choice, Link
from mashangban.domains.crossregion import permissions
from mashangban.domains.crossregion.console import cases, scans
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.schemas.cases import (
    CaseDone,
    DecisionForm,
    HandoverForm,
    PartForm,
    PutRightForm,
    ReceiptForm,
    RejectForm,
    SupplementForm,
)
from mashangban.domains.crossregion.service import caselists, deciding, handing
from mashangban.domains.crossregion.terms.cases import Outcome
from mashangban.imports.terms import MOST_POSTED
from mashangban.kernel import ids
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
ONE = cases.ONE


@pages.route(ONE + "/custody", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=cases.AGAIN)
def receive(call: PageCall, case_id: str) -> Go:
    given = Form.read(call.body)
    said = {
        name.removeprefix("verdict-"): given.one(name) for name in given.values if name.startswith("verdict-")
    }
    return _acted(
        case_id,
        lambda: handing.receive(call.act, case_id, given.parse(ReceiptForm, verdicts=said)),
        "核对结果已记下",
    )


@pages.route(ONE + "/rejection", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=cases.AGAIN)
def reject(call: PageCall, case_id: str) -> Go:
    given = Form.read(call.body)
    return _acted(
        case_id,
        lambda: handing.reject(call.act, case_id, given.parse(RejectForm)),
        "没有收下，本人已收到理由",
    )


@pages.route(ONE + "/handovers", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=cases.AGAIN)
def hand_over(call: PageCall, case_id: str) -> Go:
    given = Form.read(call.body)
    return _acted(
        case_id,
        lambda: handing.hand_over(
            call.act, case_id, given.parse(HandoverForm, pages=list(given.all("pages")))
        ),
        "已交出，等对方逐页核对",
    )


@pages.route(ONE + "/pages/{number}", methods=["GET"])
@page(permission=permissions.HANDLE, template="crossregion/page_new.html")
def choose_scan(call: PageCall, case_id: str, number: str) -> View:
    shown, where = caselists.show(call.act, case_id), ONE.format(case_id=case_id)
    here = f"{where}/pages/{number}"
    context = {
        "chosen": scans.shown(call, scans.chosen(call)[-1:]),
        "then": scans.then(here, []),
        "action": f"{where}/pages",
        "back": where,
        "number": number,
        "limit": MOST_POSTED,
        "key": ids.new_id(),
    }
    return View(f"补上第 {number} 页", context, crumbs=(*cases.CRUMBS, Link(shown.row.number, where)))


@pages.route(ONE + "/pages", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=cases.AGAIN)
def put_right(call: PageCall, case_id: str) -> Go:
    given = Form.read(call.body)
    return _acted(
        case_id,
        lambda: handing.put_right(call.act, case_id, given.parse(PutRightForm)),
        "已换上新的扫描件，还要交出去",
    )


@pages.route(ONE + "/supplement", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=cases.AGAIN)
def ask_more(call: PageCall, case_id: str) -> Go:
    given = Form.read(call.body)
    return _acted(
        case_id,
        lambda: deciding.ask_more(call.act, case_id, given.parse(SupplementForm)),
        "已一次告知本人，补齐前不计时",
    )


@pages.route(ONE + "/parts", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=cases.AGAIN)
def speak(call: PageCall, case_id: str) -> Go:
    given = Form.read(call.body)
    agrees = given.one("agrees") == "yes"
    return _acted(
        case_id,
        lambda: deciding.speak(call.act, case_id, given.parse(PartForm, agrees=agrees)),
        "意见已交给办理地",
    )


@pages.route(ONE + "/decision", methods=["GET"])
@page(permission=permissions.HANDLE, template="crossregion/decision.html")
def deciding_page(call: PageCall, case_id: str) -> View:
    shown, where = caselists.show(call.act, case_id), ONE.format(case_id=case_id)
    chosen = scans.chosen(call)
    context = {
        "scans": scans.shown(call, chosen),
        "then": scans.then(f"{where}/decision", chosen),
        "action": f"{where}/decision",
        "back": where,
        "outcomes": [Choice(one.value, one.label) for one in Outcome],
        "limit": MOST_POSTED,
        "key": ids.new_id(),
    }
    return View("作出决定", context, crumbs=(*cases.CRUMBS, Link(shown.row.number, where)))


@pages.route(ONE + "/decision", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=cases.AGAIN)
def decide(call: PageCall, case_id: str) -> Go:
    given = Form.read(call.body)
    return _acted(
        case_id,
        lambda: deciding.decide(call.act, case_id, given.parse(DecisionForm, results=scans.listed(given))),
        "已作出决定，本人已收到通知",
    )


def _acted(case_id: str, run: Callable[[], CaseDone], title: str) -> Go:
    return acted(ONE.format(case_id=case_id), run, title, lambda done: f"现在：{done.state_label}。")
