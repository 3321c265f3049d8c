"""Items: what one may have done elsewhere; lists entered by the lead office, agreed to by each zone."""

from mashangban.domains.crossregion import errors, permissions
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.schemas.items import (
    Agreed,
    AgreeForm,
    BatchForm,
    BatchView,
    EditionForm,
    ItemDeskView,
    ItemsDeskQuery,
    ItemsQuery,
    ItemView,
)
from mashangban.domains.crossregion.service import batches
from mashangban.domains.crossregion.service import items as service
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ONE = "/v1/crossregion/alliances/{alliance_id}"
_DESK = "/v1/crossregion/desk/alliances/{alliance_id}"


@api.route(_ONE + "/items", methods=["GET"])
@endpoint(
    permission=permissions.SEE_ITEMS,
    query=ItemsQuery,
    returns=Listing[ItemView],
    errors=(errors.UnknownAlliance,),
)
def list_items(call: Call[None, ItemsQuery], alliance_id: str) -> Listing[ItemView]:
    """联盟里现在可以办的事项"""
    return Listing[ItemView].model_validate(service.in_force(alliance_id, call.query, call.at))


@api.route(_ONE + "/items/{code}", methods=["GET"])
@endpoint(
    permission=permissions.SEE_ITEMS, returns=ItemView, errors=(errors.UnknownAlliance, errors.UnknownItem)
)
def show_item(call: Call[None, None], alliance_id: str, code: str) -> ItemView:
    """一个事项：要什么材料、几天办好"""
    return service.show(alliance_id, code)


@api.route(_ONE + "/batches", methods=["POST"])
@endpoint(
    permission=permissions.KEEP_ALLIANCE,
    body=BatchForm,
    returns=BatchView,
    once=TABLE,
    status=201,
    errors=(errors.BatchWrong, errors.UnknownAlliance, NotFound),
)
def add_batch(call: Call[BatchForm, None], alliance_id: str) -> BatchView:
    """登记一批事项"""
    return batches.add(call.act, alliance_id, call.body)


@api.route(_ONE + "/items/{code}/editions", methods=["POST"])
@endpoint(
    permission=permissions.KEEP_ALLIANCE,
    body=EditionForm,
    returns=ItemDeskView,
    once=TABLE,
    errors=(
        errors.AllianceWrong,
        errors.SameStandard,
        errors.UnknownAlliance,
        errors.UnknownItem,
        NotFound,
    ),
)
def propose_edition(call: Call[EditionForm, None], alliance_id: str, code: str) -> ItemDeskView:
    """提出一个事项的新标准"""
    return service.propose(call.act, alliance_id, code, call.body)


@api.route(_ONE + "/agreements", methods=["POST"])
@endpoint(
    permission=permissions.AGREE,
    body=AgreeForm,
    returns=Agreed,
    once=TABLE,
    errors=(
        errors.NotMember,
        errors.NothingProposed,
        errors.AlreadyAgreed,
        errors.UnknownAlliance,
        errors.UnknownItem,
        NotFound,
    ),
)
def agree(call: Call[AgreeForm, None], alliance_id: str) -> Agreed:
    """代表本地同意事项标准"""
    return service.agree(call.act, alliance_id, call.body)


@api.route(_DESK + "/items", methods=["GET"])
@endpoint(
    permission=permissions.LIST_ALLIANCES,
    query=ItemsDeskQuery,
    returns=Listing[ItemDeskView],
    errors=(errors.UnknownAlliance, NotFound),
)
def list_items_at_desk(call: Call[None, ItemsDeskQuery], alliance_id: str) -> Listing[ItemDeskView]:
    """联盟的全部事项，或等同意的"""
    return Listing[ItemDeskView].model_validate(service.at_desk(call.actor, alliance_id, call.query))
