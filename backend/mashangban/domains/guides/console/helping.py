"""At the counter: a person's code is scanned, then one says of each card that it is done and the person confirms."""

from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, acted, form, page, refusal
from mashangban.console.views import Flash, Link, Tone
from mashangban.domains.guides import permissions
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.schemas import GuideHelpForm
from mashangban.domains.guides.service import helping as service
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
HOME = "/console/guides/help"
ONE = HOME + "/{plan_id}"
AGAIN = HOME + "/{id}"


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.HELP, template="guides/scan.html")
def scan(call: PageCall) -> View:
    return View("帮人一起办", {"action": HOME})


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(permission=permissions.HELP, once=TABLE, again=AGAIN)
def begin_help(call: PageCall) -> Go:
    given = Form.read(call.body)
    done = attempt(lambda: service.begin(call.act, given.parse(GuideHelpForm)))
    if isinstance(done, AppError):
        return Go(HOME, refusal(done))
    return Go(
        ONE.format(plan_id=done.id), Flash(Tone.GOOD, "可以一起办了", "两小时内有效；每一步由本人确认才算。")
    )


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.HELP, template="guides/help.html")
def help_page(call: PageCall, plan_id: str) -> View:
    shown = service.show(call.act, plan_id)
    context = {"plan": shown, "home": ONE.format(plan_id=plan_id)}
    return View(f"{shown.person}：{shown.name}", context, crumbs=(Link("帮人一起办", HOME),))


@pages.route(ONE + "/cards/{key}", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HELP, once=TABLE, again=AGAIN)
def propose_card(call: PageCall, plan_id: str, key: str) -> Go:
    return acted(
        ONE.format(plan_id=plan_id),
        lambda: service.propose(call.act, plan_id, key),
        "已请本人确认",
        lambda _: "请本人在手机上点“确认办好了”。",
    )
