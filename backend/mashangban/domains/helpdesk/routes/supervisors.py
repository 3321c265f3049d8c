"""Tickets and conversations for whoever supervises (督办)."""

from mashangban.domains.helpdesk import errors, permissions
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import (
    DeskTalkRow,
    TalkAssign,
    TalkDone,
    TalksQuery,
    TicketDone,
    TicketReason,
    TicketTo,
)
from mashangban.domains.helpdesk.service import supervising, talk_supervising
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ONE = "/v1/helpdesk/tickets/{ticket_id}"
_STEP = (errors.WrongStep, errors.WrongPost, NotFound)


@api.route(_ONE + "/assignment", methods=["POST"])
@endpoint(
    permission=permissions.SUPERVISE,
    body=TicketTo,
    returns=TicketDone,
    once=TABLE,
    errors=(*_STEP, errors.OutOfCity, errors.UnknownDepartment),
)
def assign(call: Call[TicketTo, None], ticket_id: str) -> TicketDone:
    """督办指定部门"""
    return supervising.assign(call.act, ticket_id, call.body)


@api.route(_ONE + "/urging", methods=["POST"])
@endpoint(
    permission=permissions.SUPERVISE,
    body=TicketReason,
    returns=TicketDone,
    once=TABLE,
    errors=_STEP,
)
def urge(call: Call[TicketReason, None], ticket_id: str) -> TicketDone:
    """催办"""
    return supervising.urge(call.act, ticket_id, call.body)


@api.route(_ONE + "/extension", methods=["POST"])
@endpoint(
    permission=permissions.SUPERVISE,
    body=TicketReason,
    returns=TicketDone,
    once=TABLE,
    errors=(*_STEP, errors.ExtendedAlready),
)
def extend(call: Call[TicketReason, None], ticket_id: str) -> TicketDone:
    """批准延长"""
    return supervising.extend(call.act, ticket_id, call.body)


@api.route("/v1/helpdesk/conversations-at", methods=["GET"])
@endpoint(permission=permissions.QUEUES, query=TalksQuery, returns=Listing[DeskTalkRow], errors=(NotFound,))
def list_talks_at(call: Call[None, TalksQuery]) -> Listing[DeskTalkRow]:
    """部门或辖区的对话"""
    return Listing[DeskTalkRow].model_validate(talk_supervising.at_place(call.act, call.query))


@api.route("/v1/helpdesk/conversations/{talk_id}/assignment", methods=["POST"])
@endpoint(
    permission=permissions.SUPERVISE,
    body=TalkAssign,
    returns=TalkDone,
    once=TABLE,
    errors=(
        NotFound,
        errors.WrongPost,
        errors.TalkEnded,
        errors.TalkHeld,
        errors.OutOfCity,
        errors.UnknownDepartment,
        errors.AgentNotFree,
    ),
)
def assign_talk(call: Call[TalkAssign, None], talk_id: str) -> TalkDone:
    """督办指定谁接着说"""
    return talk_supervising.assign(call.act, talk_id, call.body)
