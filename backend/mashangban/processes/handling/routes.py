"""The doors where a guide's item and a matter meet."""

from mashangban.domains.guides import errors as guides
from mashangban.domains.matters import errors, permissions
from mashangban.domains.matters.models import TABLE
from mashangban.domains.matters.schemas.matters import MatterDone
from mashangban.domains.matters.schemas.offers import MatterOfferForm, MatterOfferView
from mashangban.kernel import clock
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, endpoint
from mashangban.processes.handling.schemas import MatterBeginning
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
