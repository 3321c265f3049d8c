"""Budget lines; opening one needs the policy and goes through /v1/claiming."""

from mashangban.domains.claims import errors, permissions
from mashangban.domains.claims.schemas import BudgetView, RegionQuery
from mashangban.domains.claims.service import budgets
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)


@api.route("/v1/claims/budgets", methods=["GET"])
@endpoint(permission=permissions.VIEW_BUDGET, query=RegionQuery, returns=Listing[BudgetView])
def lines(call: Call[None, RegionQuery]) -> Listing[BudgetView]:
    """本地区各项政策的预算"""
    return Listing[BudgetView].model_validate(budgets.listed(call.actor, call.query))


@api.route("/v1/claims/budgets/{policy_id}", methods=["GET"])
@endpoint(permission=permissions.VIEW_BUDGET, returns=BudgetView, errors=(errors.BudgetMissing,))
def line(call: Call[None, None], policy_id: str) -> BudgetView:
    """一项政策的预算还剩多少"""
    return budgets.show(call.actor, policy_id)
