"""The doors where a guide's item and a matter meet, and a conversation and a form."""

from mashangban.domains.assistance import errors as assistance
from mashangban.domains.assistance import permissions as helping
from mashangban.domains.assistance.models import TABLE as SHARINGS
from mashangban.domains.assistance.schemas import SharingDone, SharingOffer
from mashangban.domains.guides import errors as guides
from mashangban.domains.matters import errors, permissions
from mashangban.domains.matters.models import TABLE
from mashangban.domains.matters.schemas.matters import MatterDone
from mashangban.domains.matters.schemas.offers import MatterOfferForm, MatterOfferView
from mashangban.kernel import clock
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, endpoint
from mashangban.kernel.limits import TooOften
from mashangban.processes.handling.errors import NobodyAnswers
from mashangban.processes.handling.schemas import MatterBeginning
from mashangban.processes.handling.service import accompanying
from mashangban.processes.handling.service import handling as service

api = Blueprint(__name__)
_ITEM = "/v1/handling/items/{item_id}"
_KNOWN = (guides.UnknownItem, guides.ItemWithdrawn)


@api.route(_ITEM, methods=["GET"])
@endpoint(permission=permissions.SEE_OFFER, returns=MatterOfferView, errors=_KNOWN)
def show(call: Call[None, None], item_id: str) -> MatterOfferView:
    """一件事能不能网上办、要填什么"""
    return service.show(item_id, clock.local_date(call.at))


@api.route(_ITEM, methods=["PUT"])
@endpoint(
    permission=permissions.KEEP_OFFER,
    body=MatterOfferForm,
    returns=MatterOfferView,
    once=TABLE,
    errors=(errors.OfferWrong, NotFound, *_KNOWN),
)
def keep(call: Call[MatterOfferForm, None], item_id: str) -> MatterOfferView:
    """设置一件事能不能网上办"""
    return service.keep(call.act, item_id, call.body)


@api.route("/v1/handling/matters", methods=["POST"])
@endpoint(
    permission=permissions.APPLY,
    body=MatterBeginning,
    returns=MatterDone,
    status=201,
    once=TABLE,
    errors=(errors.NotOffered, *_KNOWN),
)
def begin(call: Call[MatterBeginning, None]) -> MatterDone:
    """开始网上办一件事；已有草稿的接着办"""
    return service.begin(call.act, call.body)


@api.route("/v1/handling/matters/{matter_id}/again", methods=["POST"])
@endpoint(
    permission=permissions.APPLY,
    returns=MatterDone,
    status=201,
    once=TABLE,
    errors=(errors.UnknownMatter, errors.WrongStep, errors.NotOffered, NotFound, *_KNOWN),
)
def again(call: Call[None, None], matter_id: str) -> MatterDone:
    """到期没补的，用原来的材料重新开始"""
    return service.again(call.act, matter_id)


@api.route("/v1/handling/conversations/{talk_id}/sharings", methods=["POST"])
@endpoint(
    permission=helping.SHARE,
    body=SharingOffer,
    returns=SharingDone,
    status=201,
    once=SHARINGS,
    errors=(NobodyAnswers, assistance.OldConsent, assistance.OwnForm, NotFound, TooOften),
)
def invite(call: Call[SharingOffer, None], talk_id: str) -> SharingDone:
    """同意让正在和自己说话的工作人员看着填表，不用念号码"""
    return accompanying.invite(call.act, talk_id, call.body)
