"""Whoever helps types the code, sees the form as it is filled in, points, proposes. j, k, Enter go along its fields."""

from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, acted, form, page, refusal
from mashangban.console.views import Card, Empty, Flash, Link, Tone
from mashangban.domains.assistance import permissions
from mashangban.domains.assistance.models import TABLE
from mashangban.domains.assistance.schemas import (
    HelpField,
    HelpView,
    JoinForm,
    PointForm,
    ProposalForm,
    ScreenSignal,
    SharingDone,
)
from mashangban.domains.assistance.service import helping, views
from mashangban.domains.assistance.terms import SharedForm
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint, Reply

pages = Blueprint(__name__)
HOME = "/console/assistance"
ONE = HOME + "/{sharing_id}"
AGAIN = HOME + "/{id}"


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.ASSIST, template="assistance/begin.html")
def begin(call: PageCall) -> View:
    context = _asked(call) | {"helped": views.helped(call.act)}
    return View("帮人填表", context)


@pages.route(HOME + "/asked", methods=["GET"])
@page(permission=permissions.ASSIST, template="assistance/asked.html")
def asked(call: PageCall) -> View:
    """Who waits for one to come: a part of the page on which one talks with them."""
    return View("请您看着填表", _asked(call))


@pages.route(HOME + "/cards", methods=["GET"])
@page(permission=permissions.ASSIST, template="console/cards.html")
def cards(call: PageCall) -> View:
    """The forms that may be asked for with a card in a conversation."""
    words = call.request.query.get("words") or ""
    found = [one for one in SharedForm if one is not SharedForm.SCREEN and words in one.label]
    listed = [
        Card(f"share/{one}/请让我看着您填：{one.label}", one.label, "对方同意了才看得到") for one in found
    ]
    return View("请对方共享表格", {"cards": listed})


@pages.route(ONE + "/coming", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ASSIST, once=TABLE, again=AGAIN)
def come(call: PageCall, sharing_id: str) -> Go:
    done = attempt(lambda: helping.come(call.act, sharing_id))
    return _begun(done)


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(permission=permissions.ASSIST, once=TABLE, again=AGAIN)
def join(call: PageCall) -> Go:
    given = Form.read(call.body)
    done = attempt(lambda: helping.join(call.act, given.parse(JoinForm)))
    return _begun(done)


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.ASSIST, template="assistance/help.html")
def help_page(call: PageCall, sharing_id: str) -> View | Reply:
    shown = views.help_view(call.act, sharing_id)
    if shown.ended and call.request.header("hx-request"):
        # The whole page is loaded anew, so that nothing of the form stays on the screen.
        return Reply("", 204, headers={"HX-Refresh": "true"})
    chosen = _chosen(shown, call.request.query.get("field", ""))
    here = ONE.format(sharing_id=sharing_id)
    template = "assistance/screen.html" if shown.form is SharedForm.SCREEN else None
    context = {"help": shown, "home": here, "chosen": chosen, "over": _over(shown)}
    title = f"{shown.person}：{shown.form_label}"
    return View(title, context, crumbs=(Link("帮人填表", HOME),), template=template)


@pages.route(ONE + "/screen", methods=["GET"])
@page(permission=permissions.ASSIST, template="")
def screen(call: PageCall, sharing_id: str) -> Reply:
    shown = views.screen(call.act, sharing_id)
    return Reply(shown.model_dump_json(), content_type="application/json")


@pages.route(ONE + "/screen", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ASSIST, again="")
def look_at_screen(call: PageCall, sharing_id: str) -> Reply:
    helping.look_at_screen(call.act, sharing_id, Form.read(call.body).parse(ScreenSignal))
    return Reply("", 204)


@pages.route(ONE + "/pointing", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ASSIST, again="")
def point(call: PageCall, sharing_id: str) -> Go | Reply:
    given = Form.read(call.body)
    here = ONE.format(sharing_id=sharing_id)
    done = attempt(lambda: helping.point(call.act, sharing_id, given.parse(PointForm)))
    refused = refusal(done) if isinstance(done, AppError) else None
    return Go(here, refused) if refused or not call.request.header("hx-request") else Reply("", 204)


@pages.route(ONE + "/proposals", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ASSIST, once=TABLE, again=AGAIN)
def propose(call: PageCall, sharing_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        ONE.format(sharing_id=sharing_id),
        lambda: helping.propose(call.act, sharing_id, given.parse(ProposalForm)),
        "已提议，等对方在手机上决定",
    )


@pages.route(ONE + "/ending", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ASSIST, once=TABLE, again=HOME)
def leave(call: PageCall, sharing_id: str) -> Go:
    return acted(HOME, lambda: helping.leave(call.act, sharing_id), "已结束，看到过的内容已清除")


def _asked(call: PageCall) -> dict[str, object]:
    return {"action": HOME, "asked": views.asked(call.act), "fresh": ids.new_id}


def _begun(done: SharingDone | AppError) -> Go:
    if isinstance(done, AppError):
        return Go(HOME, refusal(done))
    return Go(AGAIN.format(id=done.id), Flash(Tone.GOOD, "可以一起看了", "对方手机上看得到您的单位和姓。"))


def _chosen(shown: HelpView, key: str) -> HelpField | None:
    """The field for which something is being proposed."""
    return next((one for one in shown.fields if one.key == key and one.proposable), None)


def _over(shown: HelpView) -> Empty:
    """What stands where the form stood."""
    text = "您看到过的内容已经清除。还要帮忙，请对方重新点“请人帮我填”，再念一次号码。"
    return Empty(f"共享已经结束：{shown.ended}", text, Link("输入新的号码", HOME))
