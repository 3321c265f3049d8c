"""What an agent does in the workplace, each act a form of its page."""

from collections.abc import Callable, Mapping

from mashangban.console.forms import FORM, Form, attempt, parse
from mashangban.console.pages import Go, PageCall, form, refusal
from mashangban.console.views import Flash, Tone
from mashangban.domains.helpdesk import permissions, schemas
from mashangban.domains.helpdesk.console.workplace import HOME, ONE
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import TalkDone
from mashangban.domains.helpdesk.service import receiving, talking, turning
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import AppError, NotFound
from mashangban.kernel.http import Blueprint, Reply

pages = Blueprint(__name__)
AGAIN = HOME + "?open={id}"
Deed = tuple[str, Callable[[Act, str, Form], TalkDone]]


def _card(given: Form) -> schemas.TalkCardForm:
    """The card that was chosen, `kind/target/what it is called`."""
    kind, _, rest = given.one("card").partition("/")
    target, _, title = rest.partition("/")
    return parse(schemas.TalkCardForm, {"kind": kind, "target": target, "title": title})


DEEDS: Mapping[str, Deed] = {
    "say": ("", lambda act, one, given: talking.say(act, one, given.parse(schemas.TalkSaid))),
    "card": (
        "卡片已发出",
        lambda act, one, given: talking.say(act, one, schemas.TalkSaid(card=_card(given))),
    ),
    "take": ("已接入", lambda act, one, _: receiving.take(act, one)),
    "end": ("对话已结束", lambda act, one, _: talking.end(act, one)),
    "hand-over": (
        "已转出",
        lambda act, one, given: receiving.hand_over(act, one, given.parse(schemas.TalkTo)),
    ),
    "deepen": (
        "已转主办岗",
        lambda act, one, given: receiving.deepen(act, one, given.parse(schemas.TalkReason)),
    ),
    "return": (
        "已退回首接部门",
        lambda act, one, given: receiving.give_back(act, one, given.parse(schemas.TalkReason)),
    ),
    "ticket": (
        "已转为提问，提问人收到了编号",
        lambda act, one, given: turning.to_ticket(act, one, given.parse(schemas.TalkTicket)),
    ),
}


@pages.route(ONE + "/acts/{deed}", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SERVE, once=TABLE, again=AGAIN)
def serve(call: PageCall, talk_id: str, deed: str) -> Go | Reply:
    if deed not in DEEDS:
        raise NotFound()
    title, run = DEEDS[deed]
    if call.request.header("accept") == "application/json":
        # The page's script sends lines one after the other and goes on writing: it needs no page back.
        run(call.act, talk_id, Form.read(call.body))
        return Reply("", 204)
    done = attempt(lambda: run(call.act, talk_id, Form.read(call.body)))
    where = AGAIN.format(id=talk_id)
    if isinstance(done, AppError):
        return Go(where, refusal(done))
    return Go(where, Flash(Tone.GOOD, title) if title else None)


@pages.route(ONE + "/reading", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SERVE, again="")
def read(call: PageCall, talk_id: str) -> Reply:
    talking.read(call.act, talk_id, Form.read(call.body).parse(schemas.TalkRead))
    return Reply("", 204)


@pages.route("/console/helpdesk/duty", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SERVE, once=TABLE, again=HOME)
def turn(call: PageCall) -> Go:
    given = Form.read(call.body)
    done = attempt(lambda: receiving.turn(call.act, given.parse(schemas.DutyForm)))
    if isinstance(done, AppError):
        return Go(HOME, refusal(done))
    return Go(HOME, Flash(Tone.GOOD, f"现在：{done.state_label}"))


@pages.route("/console/helpdesk/duty/beat", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SERVE, again="")
def beat(call: PageCall) -> Reply:
    receiving.beat(call.act)
    return Reply("", 204)
