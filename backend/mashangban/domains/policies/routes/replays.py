"""A draft is played over the region's enterprises before it is published."""

from mashangban.domains.policies import errors, permissions
from mashangban.domains.policies.models import TABLE
from mashangban.domains.policies.schemas import replays as schemas
from mashangban.domains.policies.service import replaying
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint
from mashangban.kernel.http.schemas import ListQuery

api = Blueprint(__name__)
_ALL = "/v1/policies/policies/{policy_id}/replays"


@api.route(_ALL, methods=["GET"])
@endpoint(permission=permissions.EDIT_POLICIES, query=ListQuery, returns=Listing[schemas.ReplayView])
def replays(call: Call[None, ListQuery], policy_id: str) -> Listing[schemas.ReplayView]:
    """草稿的试算记录"""
    return Listing[schemas.ReplayView].model_validate(
        replaying.listed(call.actor, policy_id, call.query.page)
    )


@api.route(_ALL, methods=["POST"])
@endpoint(
    permission=permissions.EDIT_POLICIES,
    body=schemas.ReplayForm,
    returns=schemas.ReplayView,
    status=201,
    once=TABLE,
    errors=(errors.NothingDrafted, errors.ConditionUnreadable, errors.WrongGrouping),
)
def begin_replay(call: Call[schemas.ReplayForm, None], policy_id: str) -> schemas.ReplayView:
    """发布前试算：哪些企业多得、少得，一共要多少钱"""
    return replaying.begin(call.act, policy_id, call.body)


@api.route(_ALL + "/{replay_id}", methods=["GET"])
@endpoint(permission=permissions.EDIT_POLICIES, returns=schemas.ReplayView)
def replay(call: Call[None, None], policy_id: str, replay_id: str) -> schemas.ReplayView:
    """一次试算的结果"""
    return replaying.show(call.actor, policy_id, replay_id)
