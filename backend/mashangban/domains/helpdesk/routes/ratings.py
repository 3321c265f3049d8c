"""好差评 and figures."""

from mashangban.domains.helpdesk import errors, permissions
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import (
    FiguresQuery,
    FiguresView,
    RatingCall,
    RatingDone,
    RatingFinding,
    RatingForm,
    RatingRow,
    RatingsQuery,
    TicketReason,
)
from mashangban.domains.helpdesk.service import figures, rating
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ONE = "/v1/helpdesk/tickets/{ticket_id}/rating"
_TALK = "/v1/helpdesk/conversations/{talk_id}/rating"
_STEP = (errors.NothingToMend, errors.WrongPost, NotFound)


@api.route(_ONE, methods=["POST"])
@endpoint(
    permission=permissions.ASK,
    body=RatingForm,
    returns=RatingDone,
    once=TABLE,
    status=201,
    errors=(errors.NotRatable, errors.RatedAlready, NotFound),
)
def rate(call: Call[RatingForm, None], ticket_id: str) -> RatingDone:
    """评价"""
    return rating.rate(call.act, ticket_id, call.body)


@api.route(_ONE + "/finding", methods=["POST"])
@endpoint(permission=permissions.SUPERVISE, body=RatingFinding, returns=RatingDone, once=TABLE, errors=_STEP)
def verify(call: Call[RatingFinding, None], ticket_id: str) -> RatingDone:
    """核实差评"""
    return rating.verify(call.act, ticket_id, call.body)


@api.route(_ONE + "/mending", methods=["POST"])
@endpoint(permission=permissions.ANSWER, body=TicketReason, returns=RatingDone, once=TABLE, errors=_STEP)
def mend(call: Call[TicketReason, None], ticket_id: str) -> RatingDone:
    """说明整改了什么"""
    return rating.mend(call.act, ticket_id, call.body)


@api.route(_ONE + "/call", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=RatingCall,
    returns=RatingDone,
    once=TABLE,
    errors=(*_STEP, errors.SameMender),
)
def call_rater(call: Call[RatingCall, None], ticket_id: str) -> RatingDone:
    """回访差评"""
    return rating.call(call.act, ticket_id, call.body)


@api.route(_TALK + "/finding", methods=["POST"])
@endpoint(permission=permissions.SUPERVISE, body=RatingFinding, returns=RatingDone, once=TABLE, errors=_STEP)
def verify_talk(call: Call[RatingFinding, None], talk_id: str) -> RatingDone:
    """核实对话的差评"""
    return rating.verify(call.act, talk_id, call.body)


@api.route(_TALK + "/mending", methods=["POST"])
@endpoint(permission=permissions.ANSWER, body=TicketReason, returns=RatingDone, once=TABLE, errors=_STEP)
def mend_talk(call: Call[TicketReason, None], talk_id: str) -> RatingDone:
    """说明对话整改了什么"""
    return rating.mend(call.act, talk_id, call.body)


@api.route(_TALK + "/call", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=RatingCall,
    returns=RatingDone,
    once=TABLE,
    errors=(*_STEP, errors.SameMender),
)
def call_talker(call: Call[RatingCall, None], talk_id: str) -> RatingDone:
    """回访对话的差评"""
    return rating.call(call.act, talk_id, call.body)


@api.route("/v1/helpdesk/ratings", methods=["GET"])
@endpoint(permission=permissions.LIST, query=RatingsQuery, returns=Listing[RatingRow], errors=(NotFound,))
def list_ratings(call: Call[None, RatingsQuery]) -> Listing[RatingRow]:
    """部门或辖区的评价"""
    return Listing[RatingRow].model_validate(rating.at_place(call.actor, call.query))


@api.route("/v1/helpdesk/figures", methods=["GET"])
@endpoint(permission=permissions.FIGURES, query=FiguresQuery, returns=FiguresView, errors=(NotFound,))
def show_figures(call: Call[None, FiguresQuery]) -> FiguresView:
    """部门或地区的办理数字"""
    return figures.of_place(call.actor, call.query)
