"""What an agent and a supervisor do with one ticket, each act a form of its page (its rating: `mending.py`)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, acted, form
from mashangban.domains.helpdesk import permissions, schemas
from mashangban.domains.helpdesk.console.tickets import HOME, ONE
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import TicketDone
from mashangban.domains.helpdesk.service import gathering, handling, supervising
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
AGAIN = HOME + "/tickets/{id}"


@dataclass(frozen=True, slots=True)
class Deed:
    """An act by the name its form sends, and what the page says afterwards."""

    title: str
    run: Callable[[Act, str, Form], TicketDone]


DESK: Mapping[str, Deed] = {
    "take": Deed("已接手", lambda act, one, _: handling.take(act, one)),
    "deepen": Deed(
        "已转主办岗", lambda act, one, given: handling.deepen(act, one, given.parse(schemas.TicketReason))
    ),
    "hand-over": Deed(
        "已转出", lambda act, one, given: handling.hand_over(act, one, given.parse(schemas.TicketTo))
    ),
    "return": Deed(
        "已退回首接部门",
        lambda act, one, given: handling.give_back(act, one, given.parse(schemas.TicketReason)),
    ),
    "pause": Deed(
        "计时已暂停，提问人收到了理由",
        lambda act, one, given: handling.pause(act, one, given.parse(schemas.TicketPause)),
    ),
    "resume": Deed("计时已恢复", lambda act, one, _: handling.resume(act, one)),
    "relabel": Deed(
        "类别已改，提问人和督办都看得到理由",
        lambda act, one, given: handling.relabel(act, one, given.parse(schemas.TicketLabel)),
    ),
    "answer": Deed(
        "已答复", lambda act, one, given: handling.answer(act, one, given.parse(schemas.TicketAnswer))
    ),
    "call": Deed(
        "回访已记下", lambda act, one, given: handling.call_back(act, one, given.parse(schemas.TicketCall))
    ),
    "invite": Deed("已请协办", lambda act, one, given: gathering.invite(act, one, _partners(given))),
    "contribute": Deed(
        "协办意见已交主办",
        lambda act, one, given: gathering.contribute(act, one, given.parse(schemas.TicketAnswer)),
    ),
    "release": Deed(
        "已取消协办", lambda act, one, given: gathering.release(act, one, given.parse(schemas.TicketTo))
    ),
    "join": Deed("已并入", lambda act, one, given: gathering.join(act, one, given.parse(schemas.TicketJoin))),
    "leave": Deed(
        "已分出", lambda act, one, given: gathering.leave(act, one, given.parse(schemas.TicketReason))
    ),
}
WATCH: Mapping[str, Deed] = {
    "urge": Deed(
        "已催办", lambda act, one, given: supervising.urge(act, one, given.parse(schemas.TicketReason))
    ),
    "assign": Deed(
        "已指定部门", lambda act, one, given: supervising.assign(act, one, given.parse(schemas.TicketTo))
    ),
    "extend": Deed(
        "已延长，提问人看得到理由",
        lambda act, one, given: supervising.extend(act, one, given.parse(schemas.TicketReason)),
    ),
}


@pages.route(ONE + "/desk/{deed}", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ANSWER, once=TABLE, again=AGAIN)
def at_desk(call: PageCall, ticket_id: str, deed: str) -> Go:
    return _done(call, DESK, ticket_id, deed)


@pages.route(ONE + "/watch/{deed}", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SUPERVISE, once=TABLE, again=AGAIN)
def over_desks(call: PageCall, ticket_id: str, deed: str) -> Go:
    return _done(call, WATCH, ticket_id, deed)


def _done(call: PageCall, deeds: Mapping[str, Deed], ticket_id: str, name: str) -> Go:
    deed = deeds.get(name)
    if deed is None:
        raise NotFound()
    given = Form.read(call.body)
    return acted(
        f"{HOME}/tickets/{ticket_id}",
        lambda: deed.run(call.act, ticket_id, given),
        deed.title,
        lambda done: f"现在：{done.state_label}",
    )


def _partners(given: Form) -> schemas.TicketPartners:
    return given.parse(schemas.TicketPartners, department_ids=list(given.all("department_ids")))
