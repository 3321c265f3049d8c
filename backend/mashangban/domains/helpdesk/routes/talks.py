"""Live conversations for the two who talk."""

from mashangban.domains.helpdesk import errors, permissions
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import (
    OwnTalkRow,
    RatingForm,
    TalkDone,
    TalkOpening,
    TalkPlace,
    TalkPresence,
    TalkQuery,
    TalkRead,
    TalkSaid,
    TalkTicket,
    TalkView,
)
from mashangban.domains.helpdesk.service import rating, talk_views, talking, turning
from mashangban.files.errors import HOLDING
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/helpdesk/conversations"
_ONE = _ROOT + "/{talk_id}"
_SPEAKING = (NotFound, errors.TalkEnded, errors.TalkNotHeld)


@api.route("/v1/helpdesk/presence", methods=["GET"])
@endpoint(permission=permissions.TALK, query=TalkPlace, returns=TalkPresence, errors=(errors.NoDepartment,))
def who_is_there(call: Call[None, TalkPlace]) -> TalkPresence:
    """现在有没有人值班"""
    return talking.who_is_there(call.act, call.query)


@api.route(_ROOT, methods=["POST"])
@endpoint(
    permission=permissions.TALK,
    body=TalkOpening,
    returns=TalkDone,
    once=TABLE,
    status=201,
    errors=(errors.NobodyOnDuty, errors.NoDepartment, errors.AlreadyTalking, errors.TooManyAsked),
)
def begin_talk(call: Call[TalkOpening, None]) -> TalkDone:
    """开始对话"""
    return talking.begin(call.act, call.body)


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.TALK, query=ListQuery, returns=Listing[OwnTalkRow])
def list_talks(call: Call[None, ListQuery]) -> Listing[OwnTalkRow]:
    """我的对话"""
    return Listing[OwnTalkRow].model_validate(talk_views.mine(call.actor, call.query.page))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.READ, query=TalkQuery, returns=TalkView, errors=(NotFound,))
def show_talk(call: Call[None, TalkQuery], talk_id: str) -> TalkView:
    """一个对话，从某一句以后"""
    return talk_views.show(call.act, talk_id, call.query.after)


@api.route(_ONE + "/lines", methods=["POST"])
@endpoint(
    permission=permissions.SAY,
    body=TalkSaid,
    returns=TalkDone,
    once=TABLE,
    status=201,
    errors=(*_SPEAKING, errors.TalkTooLong, errors.CardsAreOfAgents, *HOLDING),
)
def say_talk(call: Call[TalkSaid, None], talk_id: str) -> TalkDone:
    """说一句，发一张图片，工作人员也可以发一张卡片"""
    return talking.say(call.act, talk_id, call.body)


@api.route(_ONE + "/reading", methods=["PUT"])
@endpoint(permission=permissions.SAY, body=TalkRead, errors=(NotFound,))
def read_talk(call: Call[TalkRead, None], talk_id: str) -> None:
    """看到哪一句"""
    talking.read(call.act, talk_id, call.body)


@api.route(_ONE + "/ending", methods=["POST"])
@endpoint(permission=permissions.SAY, returns=TalkDone, once=TABLE, errors=_SPEAKING)
def end_talk(call: Call[None, None], talk_id: str) -> TalkDone:
    """结束对话"""
    return talking.end(call.act, talk_id)


@api.route(_ONE + "/ticket", methods=["POST"])
@endpoint(
    permission=permissions.SAY,
    body=TalkTicket,
    returns=TalkDone,
    once=TABLE,
    errors=(
        NotFound,
        errors.WrongPost,
        errors.TalkNotHeld,
        errors.TalkIsTicket,
        errors.TalkTooOld,
        errors.TooManyAsked,
    ),
)
def to_ticket(call: Call[TalkTicket, None], talk_id: str) -> TalkDone:
    """转为提问，由部门限时答复"""
    return turning.to_ticket(call.act, talk_id, call.body)


@api.route(_ONE + "/rating", methods=["POST"])
@endpoint(
    permission=permissions.TALK,
    body=RatingForm,
    returns=TalkDone,
    once=TABLE,
    errors=(NotFound, errors.TalkGoesOn, errors.RatedAlready),
)
def rate_talk(call: Call[RatingForm, None], talk_id: str) -> TalkDone:
    """评价对话"""
    return rating.rate_talk(call.act, talk_id, call.body)
