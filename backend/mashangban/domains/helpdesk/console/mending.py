"""What becomes of a bad word about a ticket or a conversation, each act a form of the page of what was rated."""

from collections.abc import Callable, Mapping

from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, acted, form
from mashangban.domains.helpdesk import permissions, schemas
from mashangban.domains.helpdesk.console import tickets, workplace
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import RatingDone
from mashangban.domains.helpdesk.service import rating
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
OF_TICKET, OF_TALK = tickets.HOME + "/tickets/{ticket_id}", workplace.HOME + "/{talk_id}"
Deed = tuple[str, Callable[[Act, str, Form], RatingDone]]

DEEDS: Mapping[str, Deed] = {
    "mend": ("整改已记下", lambda act, one, given: rating.mend(act, one, given.parse(schemas.TicketReason))),
    "call-rating": (
        "回访已记下",
        lambda act, one, given: rating.call(act, one, given.parse(schemas.RatingCall)),
    ),
}


@pages.route(OF_TICKET + "/mending/{deed}", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ANSWER, once=TABLE, again=OF_TICKET)
def mend_ticket(call: PageCall, ticket_id: str, deed: str) -> Go:
    return _mend(call, OF_TICKET.format(ticket_id=ticket_id), ticket_id, deed)


@pages.route(OF_TALK + "/mending/{deed}", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ANSWER, once=TABLE, again=OF_TALK)
def mend_talk(call: PageCall, talk_id: str, deed: str) -> Go:
    return _mend(call, OF_TALK.format(talk_id=talk_id), talk_id, deed)


@pages.route(OF_TICKET + "/finding", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SUPERVISE, once=TABLE, again=OF_TICKET)
def verify_ticket(call: PageCall, ticket_id: str) -> Go:
    return _verify(call, OF_TICKET.format(ticket_id=ticket_id), ticket_id)


@pages.route(OF_TALK + "/finding", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SUPERVISE, once=TABLE, again=OF_TALK)
def verify_talk(call: PageCall, talk_id: str) -> Go:
    return _verify(call, OF_TALK.format(talk_id=talk_id), talk_id)


def _mend(call: PageCall, where: str, rated_id: str, name: str) -> Go:
    if name not in DEEDS:
        raise NotFound()
    title, run = DEEDS[name]
    given = Form.read(call.body)
    return acted(where, lambda: run(call.act, rated_id, given), title, _now)


def _verify(call: PageCall, where: str, rated_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        where,
        lambda: rating.verify(call.act, rated_id, given.parse(schemas.RatingFinding)),
        "核实结果已记下",
        _now,
    )


def _now(done: RatingDone) -> str:
    return f"现在：{done.state_label}"
