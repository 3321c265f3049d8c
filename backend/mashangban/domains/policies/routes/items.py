"""Offices declare facts, write policies and publish them."""

from mashangban.domains.policies import errors, permissions, schemas
from mashangban.domains.policies.models import TABLE
from mashangban.domains.policies.schemas.boards import PolicyBoard, PolicyBoardQuery
from mashangban.domains.policies.schemas.profiles import HappenedView
from mashangban.domains.policies.service import cataloguing, drafting, remembering, tallying
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)


@api.route("/v1/policies/indicators", methods=["GET"])
@endpoint(
    permission=permissions.READ_INDICATORS,
    query=schemas.IndicatorQuery,
    returns=Listing[schemas.IndicatorView],
)
def indicators(call: Call[None, schemas.IndicatorQuery]) -> Listing[schemas.IndicatorView]:
    """一个部门登记的指标"""
    return Listing[schemas.IndicatorView].model_validate(cataloguing.listed(call.query))


@api.route("/v1/policies/indicators", methods=["POST"])
@endpoint(
    permission=permissions.DECLARE_INDICATORS,
    body=schemas.IndicatorForm,
    returns=schemas.IndicatorView,
    status=201,
    once=TABLE,
    errors=(errors.IndicatorExists, errors.IndicatorIncomplete),
)
def declare_indicator(call: Call[schemas.IndicatorForm, None]) -> schemas.IndicatorView:
    """登记一个指标"""
    return cataloguing.declare(call.act, call.body)


@api.route("/v1/policies/conditions/reading", methods=["POST"])
@endpoint(
    permission=permissions.EDIT_POLICIES,
    body=schemas.ConditionForm,
    returns=schemas.ConditionView,
    errors=(errors.ConditionUnreadable,),
)
def read_condition(call: Call[schemas.ConditionForm, None]) -> schemas.ConditionView:
    """试读一个条件，看它说的是什么、哪里写错"""
    return cataloguing.read_condition(call.body.text)


@api.route("/v1/policies/policies", methods=["GET"])
@endpoint(
    permission=permissions.EDIT_POLICIES, query=schemas.OfficeQuery, returns=Listing[schemas.PolicyView]
)
def policies(call: Call[None, schemas.OfficeQuery]) -> Listing[schemas.PolicyView]:
    """本地区的政策，含草稿"""
    return Listing[schemas.PolicyView].model_validate(drafting.listed(call.actor, call.query))


@api.route("/v1/policies/board", methods=["GET"])
@endpoint(permission=permissions.EDIT_POLICIES, query=PolicyBoardQuery, returns=PolicyBoard)
def policy_board(call: Call[None, PolicyBoardQuery]) -> PolicyBoard:
    """一个地区和下面各地正在执行的政策有多少"""
    return tallying.board(call.actor, call.query.region)


@api.route("/v1/policies/policies", methods=["POST"])
@endpoint(
    permission=permissions.EDIT_POLICIES,
    body=schemas.PolicyForm,
    returns=schemas.PolicyDone,
    status=201,
    once=TABLE,
    errors=(errors.UnknownRegion,),
)
def begin_policy(call: Call[schemas.PolicyForm, None]) -> schemas.PolicyDone:
    """起草一项政策"""
    return drafting.begin(call.act, call.body)


@api.route("/v1/policies/policies/{policy_id}", methods=["GET"])
@endpoint(permission=permissions.EDIT_POLICIES, returns=schemas.DraftView)
def policy(call: Call[None, None], policy_id: str) -> schemas.DraftView:
    """一项政策的草稿，以及发布前还要改什么"""
    return drafting.view(call.act, policy_id)


@api.route("/v1/policies/policies/{policy_id}/history", methods=["GET"])
@endpoint(permission=permissions.EDIT_POLICIES, returns=Listing[HappenedView])
def policy_history(call: Call[None, None], policy_id: str) -> Listing[HappenedView]:
    """一项政策的起草、修改、发布、撤回"""
    return Listing[HappenedView](items=remembering.of_policy(call.actor, policy_id))


@api.route("/v1/policies/policies/{policy_id}/draft", methods=["PUT"])
@endpoint(
    permission=permissions.EDIT_POLICIES,
    body=schemas.EditionForm,
    returns=schemas.PolicyDone,
    once=TABLE,
    errors=(errors.PolicyWithdrawn,),
)
def rewrite_policy(call: Call[schemas.EditionForm, None], policy_id: str) -> schemas.PolicyDone:
    """修改草稿；已发布的政策从这里开始下一版"""
    return drafting.rewrite(call.act, policy_id, call.body)


@api.route("/v1/policies/policies/{policy_id}/publication", methods=["POST"])
@endpoint(
    permission=permissions.PUBLISH_POLICIES,
    returns=schemas.PolicyDone,
    once=TABLE,
    errors=(errors.NotReady, errors.NothingDrafted, errors.PolicyWithdrawn),
)
def publish_policy(call: Call[None, None], policy_id: str) -> schemas.PolicyDone:
    """发布草稿"""
    return drafting.publish(call.act, policy_id)


@api.route("/v1/policies/policies/{policy_id}/withdrawal", methods=["POST"])
@endpoint(
    permission=permissions.PUBLISH_POLICIES,
    body=schemas.PolicyWithdrawal,
    returns=schemas.PolicyDone,
    once=TABLE,
    errors=(errors.NotPublished, errors.PolicyWithdrawn),
)
def withdraw_policy(call: Call[schemas.PolicyWithdrawal, None], policy_id: str) -> schemas.PolicyDone:
    """撤回一项政策，写明原因"""
    return drafting.withdraw(call.act, policy_id, call.body)
