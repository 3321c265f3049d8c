"""What an office does with a matter: looks first, accepts, asks once, refuses, pauses, decides, delivers, mends."""

from collections.abc import Callable

from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Choice, Link
from mashangban.domains.matters import permissions
from mashangban.domains.matters.console import desk
from mashangban.domains.matters.console.matter import AGAIN, ONE
from mashangban.domains.matters.models import TABLE
from mashangban.domains.matters.schemas.matters import (
    MatterAsked,
    MatterCheck,
    MatterDecision,
    MatterDelivered,
    MatterDone,
    MatterSaid,
)
from mashangban.domains.matters.service import handling, lists, rating
from mashangban.domains.matters.terms import Outcome
from mashangban.files import service as files
from mashangban.imports.terms import MOST_POSTED
from mashangban.kernel import ids
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)


@pages.route(ONE + "/check", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=AGAIN)
def check(call: PageCall, matter_id: str) -> Go:
    """Afterwards the draft is the person's alone again: the page goes back to the desk."""
    given = Form.read(call.body)
    numbers = [name.removeprefix("fine-") for name in given.values if name.startswith("fine-")]
    said = [
        {
            "name": given.one(f"name-{n}"),
            "fine": given.one(f"fine-{n}") == "yes",
            "why": given.one(f"why-{n}"),
        }
        for n in numbers
    ]
    return acted(
        f"{desk.HOME}?stage=check",
        lambda: handling.check(call.act, matter_id, given.parse(MatterCheck, verdicts=said)),
        "已告诉本人",
        lambda _: "本人改好后自己提交。",
    )


@pages.route(ONE + "/acceptance", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=AGAIN)
def accept(call: PageCall, matter_id: str) -> Go:
    return _acted(matter_id, lambda: handling.accept(call.act, matter_id), "已受理，要换一位同事作决定")


@pages.route(ONE + "/supplement", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=AGAIN)
def ask_more(call: PageCall, matter_id: str) -> Go:
    said = Form.read(call.body)
    return _acted(
        matter_id,
        lambda: handling.ask_more(call.act, matter_id, said.parse(MatterAsked)),
        "已一次告知本人，补齐前不计时",
    )


@pages.route(ONE + "/refusal", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=AGAIN)
def refuse(call: PageCall, matter_id: str) -> Go:
    said = Form.read(call.body)
    return _acted(
        matter_id,
        lambda: handling.refuse(call.act, matter_id, said.parse(MatterSaid)),
        "没有受理，本人已收到理由",
    )


@pages.route(ONE + "/pause", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=AGAIN)
def pause(call: PageCall, matter_id: str) -> Go:
    said = Form.read(call.body)
    return _acted(
        matter_id,
        lambda: handling.pause(call.act, matter_id, said.parse(MatterSaid)),
        "已暂停计时，本人看得到原因",
    )


@pages.route(ONE + "/resumption", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=AGAIN)
def resume(call: PageCall, matter_id: str) -> Go:
    return _acted(matter_id, lambda: handling.resume(call.act, matter_id), "继续计时")


@pages.route(ONE + "/extension", methods=["POST"], content_types=[FORM])
@form(permission=permissions.DECIDE, once=TABLE, again=AGAIN)
def extend(call: PageCall, matter_id: str) -> Go:
    said = Form.read(call.body)
    return _acted(
        matter_id,
        lambda: handling.extend(call.act, matter_id, said.parse(MatterSaid)),
        "已延长，本人看得到理由",
    )


@pages.route(ONE + "/decision", methods=["GET"])
@page(permission=permissions.DECIDE, template="matters/decision.html")
def deciding(call: PageCall, matter_id: str) -> View:
    shown, where = lists.show(call.act, matter_id), ONE.format(matter_id=matter_id)
    chosen = call.request.query.get("file") or ""
    context = {
        "matter": shown,
        "result": files.show(call.act, chosen) if chosen else None,
        "then": f"{where}/decision?file=",
        "action": f"{where}/decision",
        "back": where,
        "outcomes": [Choice(one.value, one.label) for one in Outcome],
        "limit": MOST_POSTED,
        "key": ids.new_id(),
    }
    return View("作出决定", context, crumbs=(*desk.CRUMBS, Link(shown.row.number, where)))


@pages.route(ONE + "/decision", methods=["POST"], content_types=[FORM])
@form(permission=permissions.DECIDE, once=TABLE, again=AGAIN)
def decide(call: PageCall, matter_id: str) -> Go:
    given = Form.read(call.body)
    return _acted(
        matter_id,
        lambda: handling.decide(
            call.act, matter_id, given.parse(MatterDecision, results=list(given.all("results")))
        ),
        "已作出决定",
    )


@pages.route(ONE + "/delivery", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=AGAIN)
def deliver(call: PageCall, matter_id: str) -> Go:
    given = Form.read(call.body)
    return _acted(
        matter_id, lambda: handling.deliver(call.act, matter_id, given.parse(MatterDelivered)), "已送达"
    )


@pages.route(ONE + "/mending", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=AGAIN)
def mend(call: PageCall, matter_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        ONE.format(matter_id=matter_id),
        lambda: rating.mend(call.act, matter_id, given.parse(MatterSaid)),
        "答复已记下，等同事确认",
        lambda _: "没有经手的同事确认以后，本人才看得到。确认前还在计时。",
    )


@pages.route(ONE + "/mending/confirmation", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=AGAIN)
def confirm(call: PageCall, matter_id: str) -> Go:
    return acted(
        ONE.format(matter_id=matter_id),
        lambda: rating.confirm(call.act, matter_id),
        "已答复本人",
        lambda _: "本人在手机上看得到，也收到通知。",
    )


@pages.route(ONE + "/mending/return", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, once=TABLE, again=AGAIN)
def send_back(call: PageCall, matter_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        ONE.format(matter_id=matter_id),
        lambda: rating.send_back(call.act, matter_id, given.parse(MatterSaid)),
        "已退回重写",
        lambda _: "写答复的同事收到通知和您写的原因，还在计时。",
    )


def _acted(matter_id: str, run: Callable[[], MatterDone], title: str) -> Go:
    return acted(ONE.format(matter_id=matter_id), run, title, lambda done: f"现在：{done.state_label}。")
