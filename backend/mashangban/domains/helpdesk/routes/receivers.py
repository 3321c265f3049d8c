"""Live conversations for the agents who answer, and the queues for supervision."""

from mashangban.domains.helpdesk import errors, permissions
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import (
    DutyForm,
    DutyView,
    QueueRow,
    QueuesQuery,
    TalkDone,
    TalkReason,
    TalkTo,
    WorkplaceView,
)
from mashangban.domains.helpdesk.service import queues, receiving
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ONE = "/v1/helpdesk/conversations/{talk_id}"
_SERVING = (NotFound, errors.WrongPost, errors.TalkEnded)
_MOVING = (*_SERVING, errors.TalkNotHeld, errors.MovedTooOften)


@api.route("/v1/helpdesk/workplace", methods=["GET"])
@endpoint(permission=permissions.SERVE, returns=WorkplaceView)
def workplace(call: Call[None, None]) -> WorkplaceView:
    """我的在线接待：手上的和排队的"""
    return receiving.workplace(call.act)


@api.route("/v1/helpdesk/duty", methods=["PUT"])
@endpoint(permission=permissions.SERVE, body=DutyForm, returns=DutyView, once=TABLE, errors=(errors.NoPost,))
def turn_duty(call: Call[DutyForm, None]) -> DutyView:
    """在岗、忙、离开"""
    return receiving.turn(call.act, call.body)


@api.route("/v1/helpdesk/duty/beat", methods=["POST"])
@endpoint(permission=permissions.SERVE, returns=DutyView, errors=(errors.NoPost,))
def beat(call: Call[None, None]) -> DutyView:
    """人还在"""
    return receiving.beat(call.act)


@api.route(_ONE + "/taking", methods=["POST"])
@endpoint(
    permission=permissions.SERVE,
    returns=TalkDone,
    once=TABLE,
    errors=(*_SERVING, errors.TalkHeld, errors.AgentNotFree),
)
def take_talk(call: Call[None, None], talk_id: str) -> TalkDone:
    """接入对话"""
    return receiving.take(call.act, talk_id)


@api.route(_ONE + "/deepening", methods=["POST"])
@endpoint(
    permission=permissions.SERVE,
    body=TalkReason,
    returns=TalkDone,
    once=TABLE,
    errors=(*_SERVING, errors.TalkNotHeld, errors.SameDesk, errors.NobodyOnDuty),
)
def deepen_talk(call: Call[TalkReason, None], talk_id: str) -> TalkDone:
    """对话转主办岗"""
    return receiving.deepen(call.act, talk_id, call.body)


@api.route(_ONE + "/hand-over", methods=["POST"])
@endpoint(
    permission=permissions.SERVE,
    body=TalkTo,
    returns=TalkDone,
    once=TABLE,
    errors=(
        *_MOVING,
        errors.SameDesk,
        errors.OutOfCity,
        errors.UnknownDepartment,
        errors.NobodyOnDuty,
        errors.AgentNotFree,
    ),
)
def hand_over_talk(call: Call[TalkTo, None], talk_id: str) -> TalkDone:
    """对话转给别的部门或同事"""
    return receiving.hand_over(call.act, talk_id, call.body)


@api.route(_ONE + "/return", methods=["POST"])
@endpoint(
    permission=permissions.SERVE,
    body=TalkReason,
    returns=TalkDone,
    once=TABLE,
    errors=(*_MOVING, errors.FirstDesk),
)
def give_talk_back(call: Call[TalkReason, None], talk_id: str) -> TalkDone:
    """对话退回首接部门"""
    return receiving.give_back(call.act, talk_id, call.body)


@api.route("/v1/helpdesk/queues", methods=["GET"])
@endpoint(permission=permissions.QUEUES, query=QueuesQuery, returns=Listing[QueueRow], errors=(NotFound,))
def list_queues(call: Call[None, QueuesQuery]) -> Listing[QueueRow]:
    """各部门的排队和在岗"""
    return Listing[QueueRow].model_validate(queues.in_region(call.act, call.query))
