"""Tickets for the desks that answer."""

from mashangban.domains.helpdesk import errors, permissions
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import (
    TicketAnswer,
    TicketCall,
    TicketDone,
    TicketJoin,
    TicketLabel,
    TicketPartners,
    TicketPause,
    TicketReason,
    TicketRow,
    TicketsQuery,
    TicketTo,
)
from mashangban.domains.helpdesk.service import gathering, handling, lists
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
_ONE = "/v1/helpdesk/tickets/{ticket_id}"
_STEP = (errors.WrongStep, errors.WrongPost, NotFound)


@api.route("/v1/helpdesk/tickets", methods=["GET"])
@endpoint(permission=permissions.LIST, query=TicketsQuery, returns=Listing[TicketRow], errors=(NotFound,))
def list_tickets(call: Call[None, TicketsQuery]) -> Listing[TicketRow]:
    """部门或辖区的提问"""
    return Listing[TicketRow].model_validate(lists.at_place(call.actor, call.query))


@api.route("/v1/helpdesk/in-hand", methods=["GET"])
@endpoint(permission=permissions.LIST, query=ListQuery, returns=Listing[TicketRow])
def list_in_hand(call: Call[None, ListQuery]) -> Listing[TicketRow]:
    """我手上的提问"""
    return Listing[TicketRow].model_validate(lists.in_hand(call.actor, call.query.page))


@api.route(_ONE + "/taking", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    returns=TicketDone,
    once=TABLE,
    errors=_STEP,
)
def take(call: Call[None, None], ticket_id: str) -> TicketDone:
    """接手办理"""
    return handling.take(call.act, ticket_id)


@api.route(_ONE + "/deepening", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=TicketReason,
    returns=TicketDone,
    once=TABLE,
    errors=(*_STEP, errors.NotInCharge, errors.SameDesk),
)
def deepen(call: Call[TicketReason, None], ticket_id: str) -> TicketDone:
    """转主办岗"""
    return handling.deepen(call.act, ticket_id, call.body)


@api.route(_ONE + "/hand-over", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=TicketTo,
    returns=TicketDone,
    once=TABLE,
    errors=(
        *_STEP,
        errors.NotInCharge,
        errors.Assigned,
        errors.MovedTooOften,
        errors.SameDesk,
        errors.OutOfCity,
        errors.UnknownDepartment,
    ),
)
def hand_over(call: Call[TicketTo, None], ticket_id: str) -> TicketDone:
    """转给别的部门"""
    return handling.hand_over(call.act, ticket_id, call.body)


@api.route(_ONE + "/return", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=TicketReason,
    returns=TicketDone,
    once=TABLE,
    errors=(*_STEP, errors.NotInCharge, errors.Assigned, errors.MovedTooOften, errors.FirstDesk),
)
def give_back(call: Call[TicketReason, None], ticket_id: str) -> TicketDone:
    """退回首接部门"""
    return handling.give_back(call.act, ticket_id, call.body)


@api.route(_ONE + "/pause", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=TicketPause,
    returns=TicketDone,
    once=TABLE,
    errors=(*_STEP, errors.NotInCharge, errors.PauseTooLong, errors.PausesUsedUp),
)
def pause(call: Call[TicketPause, None], ticket_id: str) -> TicketDone:
    """暂停计时"""
    return handling.pause(call.act, ticket_id, call.body)


@api.route(_ONE + "/resumption", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    returns=TicketDone,
    once=TABLE,
    errors=_STEP,
)
def resume(call: Call[None, None], ticket_id: str) -> TicketDone:
    """恢复计时"""
    return handling.resume(call.act, ticket_id)


@api.route(_ONE + "/label", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=TicketLabel,
    returns=TicketDone,
    once=TABLE,
    errors=(*_STEP, errors.NotInCharge, errors.SameClass, errors.AskerInsists),
)
def relabel(call: Call[TicketLabel, None], ticket_id: str) -> TicketDone:
    """改类别"""
    return handling.relabel(call.act, ticket_id, call.body)


@api.route(_ONE + "/answer", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=TicketAnswer,
    returns=TicketDone,
    once=TABLE,
    errors=(*_STEP, errors.NotInCharge, errors.PartnersMissing),
)
def answer(call: Call[TicketAnswer, None], ticket_id: str) -> TicketDone:
    """答复"""
    return handling.answer(call.act, ticket_id, call.body)


@api.route(_ONE + "/call", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=TicketCall,
    returns=TicketDone,
    once=TABLE,
    errors=(*_STEP, errors.SameCaller, errors.ReopenedTooOften),
)
def call_back(call: Call[TicketCall, None], ticket_id: str) -> TicketDone:
    """回访"""
    return handling.call_back(call.act, ticket_id, call.body)


@api.route(_ONE + "/partners", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=TicketPartners,
    returns=TicketDone,
    once=TABLE,
    errors=(
        *_STEP,
        errors.NotInCharge,
        errors.SameDesk,
        errors.OutOfCity,
        errors.TooManyPartners,
        errors.UnknownDepartment,
    ),
)
def invite(call: Call[TicketPartners, None], ticket_id: str) -> TicketDone:
    """请部门协办"""
    return gathering.invite(call.act, ticket_id, call.body)


@api.route(_ONE + "/contribution", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=TicketAnswer,
    returns=TicketDone,
    once=TABLE,
    errors=(*_STEP, errors.NoPartner),
)
def contribute(call: Call[TicketAnswer, None], ticket_id: str) -> TicketDone:
    """协办部门答复"""
    return gathering.contribute(call.act, ticket_id, call.body)


@api.route(_ONE + "/partner-release", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=TicketTo,
    returns=TicketDone,
    once=TABLE,
    errors=(*_STEP, errors.NotInCharge, errors.NoPartner),
)
def release(call: Call[TicketTo, None], ticket_id: str) -> TicketDone:
    """取消协办"""
    return gathering.release(call.act, ticket_id, call.body)


@api.route(_ONE + "/joining", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=TicketJoin,
    returns=TicketDone,
    once=TABLE,
    errors=(*_STEP, errors.NotOneMatter),
)
def join(call: Call[TicketJoin, None], ticket_id: str) -> TicketDone:
    """并入同一件事"""
    return gathering.join(call.act, ticket_id, call.body)


@api.route(_ONE + "/leaving", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=TicketReason,
    returns=TicketDone,
    once=TABLE,
    errors=_STEP,
)
def leave(call: Call[TicketReason, None], ticket_id: str) -> TicketDone:
    """从同一件事里分出"""
    return gathering.leave(call.act, ticket_id, call.body)
