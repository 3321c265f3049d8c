"""Tickets for whoever asks."""

from mashangban.domains.helpdesk import errors, permissions
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import (
    TicketAdd,
    TicketAsked,
    TicketDone,
    TicketReason,
    TicketRow,
    TicketView,
    TicketWord,
)
from mashangban.domains.helpdesk.service import asking, lists, rating
from mashangban.files.errors import HOLDING
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/helpdesk/tickets"
_ONE = _ROOT + "/{ticket_id}"
_STEP = (errors.WrongStep, NotFound)


@api.route(_ROOT, methods=["POST"])
@endpoint(
    permission=permissions.ASK,
    body=TicketAsked,
    returns=TicketDone,
    once=TABLE,
    status=201,
    errors=(errors.NoDepartment, errors.TooManyAsked, NotFound, *HOLDING),
)
def ask(call: Call[TicketAsked, None]) -> TicketDone:
    """提问、求助或投诉"""
    return asking.ask(call.act, call.body)


@api.route("/v1/helpdesk/mine", methods=["GET"])
@endpoint(permission=permissions.ASK, query=ListQuery, returns=Listing[TicketRow])
def list_mine(call: Call[None, ListQuery]) -> Listing[TicketRow]:
    """我提的"""
    return Listing[TicketRow].model_validate(lists.mine(call.actor, call.query.page))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.VIEW, returns=TicketView, errors=(NotFound,))
def show_ticket(call: Call[None, None], ticket_id: str) -> TicketView:
    """一件提问，从提出到评价"""
    return rating.show(call.act, ticket_id)


@api.route(_ONE + "/additions", methods=["POST"])
@endpoint(permission=permissions.ASK, body=TicketAdd, returns=TicketDone, once=TABLE, errors=_STEP)
def add(call: Call[TicketAdd, None], ticket_id: str) -> TicketDone:
    """补充情况"""
    return asking.add(call.act, ticket_id, call.body)


@api.route(_ONE + "/confirmation", methods=["POST"])
@endpoint(
    permission=permissions.ASK,
    body=TicketWord,
    returns=TicketDone,
    once=TABLE,
    errors=(*_STEP, errors.ReopenedTooOften),
)
def confirm(call: Call[TicketWord, None], ticket_id: str) -> TicketDone:
    """说解决了，或没解决"""
    return asking.confirm(call.act, ticket_id, call.body)


@api.route(_ONE + "/reopening", methods=["POST"])
@endpoint(
    permission=permissions.ASK,
    body=TicketReason,
    returns=TicketDone,
    once=TABLE,
    errors=(*_STEP, errors.ReopenTooLate, errors.ReopenedTooOften),
)
def reopen(call: Call[TicketReason, None], ticket_id: str) -> TicketDone:
    """办结后重开"""
    return asking.reopen(call.act, ticket_id, call.body)


@api.route(_ONE + "/withdrawal", methods=["POST"])
@endpoint(permission=permissions.ASK, returns=TicketDone, once=TABLE, errors=_STEP)
def withdraw(call: Call[None, None], ticket_id: str) -> TicketDone:
    """撤回提问"""
    return asking.withdraw(call.act, ticket_id)


@api.route(_ONE + "/insistence", methods=["POST"])
@endpoint(
    permission=permissions.ASK,
    body=TicketReason,
    returns=TicketDone,
    once=TABLE,
    errors=(*_STEP, errors.NotSoftened),
)
def insist(call: Call[TicketReason, None], ticket_id: str) -> TicketDone:
    """坚持是投诉"""
    return asking.insist(call.act, ticket_id, call.body)
