"""The window on the console: where it is, who works there, what they were trained in."""

from mashangban.console import regions
from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Choice, Fact
from mashangban.domains.crossregion import permissions
from mashangban.domains.crossregion.console import cases
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.schemas.windows import (
    ClerkEnd,
    WindowForm,
    WindowTrainingForm,
    WindowView,
)
from mashangban.domains.crossregion.service import windows as service
from mashangban.kernel.http import Blueprint
from mashangban.kernel.permissions import Place

pages = Blueprint(__name__)
HOME = cases.HOME + "/windows"
ONE = HOME + "/{region}"
AGAIN = HOME + "?region={id}"


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST_CASES, template="crossregion/window.html")
def window(call: PageCall) -> View:
    known = regions.reached(call.actor, permissions.LIST_CASES)
    region = call.request.query.get("region") or known[0].value
    shown = service.at_desk(call.act, region)
    keeps = call.actor.holds(permissions.KEEP_WINDOW) and call.actor.reach(permissions.KEEP_WINDOW).covers(
        Place(region)
    )
    context = {
        "window": shown.window,
        "clerks": shown.clerks,
        "facts": _facts(shown.window),
        "home": ONE.format(region=region),
        "path": HOME,
        "region": region,
        "choices": [Choice(one.value, one.label) for one in known],
        "keeps": keeps,
    }
    return View("收件窗口", context, crumbs=cases.CRUMBS)


@pages.route(ONE, methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_WINDOW, once=TABLE, again=AGAIN)
def keep(call: PageCall, region: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}?region={region}",
        lambda: service.keep(call.act, region, given.parse(WindowForm)),
        "窗口已登记，手机上能看到了",
    )


@pages.route(ONE + "/trainings", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_WINDOW, once=TABLE, again=AGAIN)
def train(call: PageCall, region: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}?region={region}",
        lambda: service.train(call.act, region, given.parse(WindowTrainingForm)),
        "培训已记下",
    )


@pages.route(ONE + "/departures", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_WINDOW, once=TABLE, again=AGAIN)
def end(call: PageCall, region: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}?region={region}",
        lambda: service.end(call.act, region, given.parse(ClerkEnd)),
        "已移出窗口名单",
    )


def _facts(one: WindowView) -> list[Fact]:
    return [
        Fact("窗口", one.name),
        Fact("地址", one.address),
        Fact("电话", one.phone),
        Fact("时间", one.hours),
    ]
