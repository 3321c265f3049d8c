"""The office's desk: what waits, one matter, each act, the figures of a month."""

from mashangban.domains.matters import errors, permissions
from mashangban.domains.matters.models import TABLE
from mashangban.domains.matters.schemas.matters import (
    MatterAsked,
    MatterCheck,
    MatterDecision,
    MatterDelivered,
    MatterDeskQuery,
    MatterDone,
    MatterMonthQuery,
    MatterMonthView,
    MatterRow,
    MatterSaid,
    MatterView,
)
from mashangban.domains.matters.service import handling, lists, rating
from mashangban.files.errors import HOLDING
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/matters/desk"
_ONE = _ROOT + "/{matter_id}"
_STEP = (errors.UnknownMatter, errors.WrongStep, NotFound)
_RUNS = (errors.Paused, *_STEP)


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.LIST, query=MatterDeskQuery, returns=Listing[MatterRow], errors=(NotFound,))
def list_desk(call: Call[None, MatterDeskQuery]) -> Listing[MatterRow]:
    """本单位的办件：等着办的，最急的在前；或收到的全部。按条件找时一页可能不满，有下一页就接着找"""
    return Listing[MatterRow].model_validate(lists.at_desk(call.actor, call.query))


@api.route("/v1/matters/months", methods=["GET"])
@endpoint(
    permission=permissions.LIST, query=MatterMonthQuery, returns=Listing[MatterMonthView], errors=(NotFound,)
)
def month(call: Call[None, MatterMonthQuery]) -> Listing[MatterMonthView]:
    """各事项一个月的一次通过率、用时、按时率"""
    return Listing[MatterMonthView](items=lists.month(call.act, call.query))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.LIST, returns=MatterView, errors=(errors.UnknownMatter, NotFound))
def show(call: Call[None, None], matter_id: str) -> MatterView:
    """一个办件"""
    return lists.show(call.act, matter_id)


@api.route(_ONE + "/check", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE,
    body=MatterCheck,
    returns=MatterDone,
    once=TABLE,
    errors=(errors.DossierWrong, *_STEP),
)
def check(call: Call[MatterCheck, None], matter_id: str) -> MatterDone:
    """提交前逐份看材料"""
    return handling.check(call.act, matter_id, call.body)


@api.route(_ONE + "/acceptance", methods=["POST"])
@endpoint(permission=permissions.HANDLE, returns=MatterDone, once=TABLE, errors=_STEP)
def accept(call: Call[None, None], matter_id: str) -> MatterDone:
    """受理"""
    return handling.accept(call.act, matter_id)


@api.route(_ONE + "/supplement", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE,
    body=MatterAsked,
    returns=MatterDone,
    once=TABLE,
    errors=(errors.SupplementOnce, *_STEP),
)
def ask_more(call: Call[MatterAsked, None], matter_id: str) -> MatterDone:
    """一次告知要补的全部材料，写明几个工作日内补"""
    return handling.ask_more(call.act, matter_id, call.body)


@api.route(_ONE + "/refusal", methods=["POST"])
@endpoint(permission=permissions.HANDLE, body=MatterSaid, returns=MatterDone, once=TABLE, errors=_STEP)
def refuse(call: Call[MatterSaid, None], matter_id: str) -> MatterDone:
    """不予受理"""
    return handling.refuse(call.act, matter_id, call.body)


@api.route(_ONE + "/pause", methods=["POST"])
@endpoint(permission=permissions.HANDLE, body=MatterSaid, returns=MatterDone, once=TABLE, errors=_RUNS)
def pause(call: Call[MatterSaid, None], matter_id: str) -> MatterDone:
    """听证、检测、专家评审期间暂停计时"""
    return handling.pause(call.act, matter_id, call.body)


@api.route(_ONE + "/resumption", methods=["POST"])
@endpoint(permission=permissions.HANDLE, returns=MatterDone, once=TABLE, errors=_STEP)
def resume(call: Call[None, None], matter_id: str) -> MatterDone:
    """继续计时"""
    return handling.resume(call.act, matter_id)


@api.route(_ONE + "/extension", methods=["POST"])
@endpoint(
    permission=permissions.DECIDE,
    body=MatterSaid,
    returns=MatterDone,
    once=TABLE,
    errors=(errors.ExtendedBefore, *_RUNS),
)
def extend(call: Call[MatterSaid, None], matter_id: str) -> MatterDone:
    """延长十个工作日"""
    return handling.extend(call.act, matter_id, call.body)


@api.route(_ONE + "/decision", methods=["POST"])
@endpoint(
    permission=permissions.DECIDE,
    body=MatterDecision,
    returns=MatterDone,
    once=TABLE,
    errors=(errors.SameHands, errors.ReasonMissing, *HOLDING, *_RUNS),
)
def decide(call: Call[MatterDecision, None], matter_id: str) -> MatterDone:
    """作出决定；受理的人不能决定"""
    return handling.decide(call.act, matter_id, call.body)


@api.route(_ONE + "/delivery", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE,
    body=MatterDelivered,
    returns=MatterDone,
    once=TABLE,
    errors=(errors.DeliveryWrong, *_STEP),
)
def deliver(call: Call[MatterDelivered, None], matter_id: str) -> MatterDone:
    """送达结果"""
    return handling.deliver(call.act, matter_id, call.body)


@api.route(_ONE + "/mending", methods=["POST"])
@endpoint(permission=permissions.HANDLE, body=MatterSaid, returns=MatterDone, once=TABLE, errors=_STEP)
def mend(call: Call[MatterSaid, None], matter_id: str) -> MatterDone:
    """差评整改以后写好答复，等同事确认"""
    return rating.mend(call.act, matter_id, call.body)


@api.route(_ONE + "/mending/confirmation", methods=["POST"])
@endpoint(permission=permissions.HANDLE, returns=MatterDone, once=TABLE, errors=(errors.SameMender, *_STEP))
def confirm(call: Call[None, None], matter_id: str) -> MatterDone:
    """没有经手的同事确认整改，答复本人"""
    return rating.confirm(call.act, matter_id)


@api.route(_ONE + "/mending/return", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE,
    body=MatterSaid,
    returns=MatterDone,
    once=TABLE,
    errors=(errors.SameMender, *_STEP),
)
def send_back(call: Call[MatterSaid, None], matter_id: str) -> MatterDone:
    """没有经手的同事把写好的答复退回重写"""
    return rating.send_back(call.act, matter_id, call.body)
