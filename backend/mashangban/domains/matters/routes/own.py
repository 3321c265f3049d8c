"""One's own matters on the phone: fill in, have it looked at, hand in, follow, supply, take back, rate."""

from mashangban.domains.matters import errors, permissions
from mashangban.domains.matters.models import TABLE
from mashangban.domains.matters.schemas.matters import (
    MatterDone,
    MatterFilling,
    MatterRow,
    MatterSupply,
    MatterView,
)
from mashangban.domains.matters.schemas.ratings import MatterRating
from mashangban.domains.matters.service import filling, lists, rating
from mashangban.files.errors import HOLDING
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/matters/mine"
_ONE = _ROOT + "/{matter_id}"
_STEP = (errors.UnknownMatter, errors.WrongStep, NotFound)
_FILES = (errors.DossierWrong, *HOLDING)


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.VIEW_OWN, query=ListQuery, returns=Listing[MatterRow])
def my_matters(call: Call[None, ListQuery]) -> Listing[MatterRow]:
    """我的网上办件"""
    return Listing[MatterRow].model_validate(lists.mine(call.act, call.query.page))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.VIEW_OWN, returns=MatterView, errors=(errors.UnknownMatter, NotFound))
def my_matter(call: Call[None, None], matter_id: str) -> MatterView:
    """我的一个办件：办到哪了、还要做什么"""
    return lists.show_own(call.act, matter_id)


@api.route(_ONE + "/filling", methods=["PUT"])
@endpoint(
    permission=permissions.APPLY,
    body=MatterFilling,
    returns=MatterDone,
    once=TABLE,
    errors=(*_STEP, *_FILES),
)
def save(call: Call[MatterFilling, None], matter_id: str) -> MatterDone:
    """保存草稿"""
    return filling.save(call.act, matter_id, call.body)


@api.route(_ONE + "/check", methods=["POST"])
@endpoint(permission=permissions.APPLY, returns=MatterDone, once=TABLE, errors=_STEP)
def ask_check(call: Call[None, None], matter_id: str) -> MatterDone:
    """请工作人员先帮我看看材料"""
    return filling.ask_check(call.act, matter_id)


@api.route(_ONE + "/submission", methods=["POST"])
@endpoint(
    permission=permissions.APPLY,
    body=MatterFilling,
    returns=MatterDone,
    once=TABLE,
    errors=(errors.DossierIncomplete, *_STEP, *_FILES),
)
def submit(call: Call[MatterFilling, None], matter_id: str) -> MatterDone:
    """提交申请"""
    return filling.submit(call.act, matter_id, call.body)


@api.route(_ONE + "/supplement", methods=["POST"])
@endpoint(
    permission=permissions.CHANGE_OWN,
    body=MatterSupply,
    returns=MatterDone,
    once=TABLE,
    errors=(*_STEP, *_FILES),
)
def supply(call: Call[MatterSupply, None], matter_id: str) -> MatterDone:
    """补交要求的材料"""
    return filling.supply(call.act, matter_id, call.body)


@api.route(_ONE + "/withdrawal", methods=["POST"])
@endpoint(permission=permissions.CHANGE_OWN, returns=MatterDone, once=TABLE, errors=_STEP)
def withdraw(call: Call[None, None], matter_id: str) -> MatterDone:
    """不办了"""
    return filling.withdraw(call.act, matter_id)


@api.route(_ONE + "/rating", methods=["POST"])
@endpoint(
    permission=permissions.CHANGE_OWN,
    body=MatterRating,
    returns=MatterDone,
    once=TABLE,
    errors=(errors.UnknownMatter, errors.NotRatable, errors.RatedAlready, NotFound),
)
def rate(call: Call[MatterRating, None], matter_id: str) -> MatterDone:
    """办完以后评价一次"""
    return rating.rate(call.act, matter_id, call.body)
