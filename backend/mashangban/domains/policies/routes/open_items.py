"""What everybody may read without signing in."""

from mashangban.domains.policies import permissions, schemas
from mashangban.domains.policies.service import opening
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)


@api.route("/v1/policies/open", methods=["GET"])
@endpoint(permission=permissions.READ_POLICIES, query=schemas.OpenQuery, returns=Listing[schemas.OpenView])
def open_policies(call: Call[None, schemas.OpenQuery]) -> Listing[schemas.OpenView]:
    """一个地区已发布的政策，可按部门、标签、名称开头查"""
    return Listing[schemas.OpenView].model_validate(opening.listed(call.query, call.at))


@api.route("/v1/policies/open/{policy_id}", methods=["GET"])
@endpoint(permission=permissions.READ_POLICIES, returns=schemas.PolicyDetail)
def open_policy(call: Call[None, None], policy_id: str) -> schemas.PolicyDetail:
    """一项政策的全文，条件用大白话逐条写明"""
    return opening.read(policy_id, call.at)


@api.route("/v1/policies/calendar", methods=["GET"])
@endpoint(
    permission=permissions.READ_POLICIES, query=schemas.CalendarQuery, returns=Listing[schemas.CalendarEntry]
)
def policy_calendar(call: Call[None, schemas.CalendarQuery]) -> Listing[schemas.CalendarEntry]:
    """一个月里哪天开始申报、哪天截止"""
    return Listing[schemas.CalendarEntry].model_validate(opening.calendar(call.query, call.at))
