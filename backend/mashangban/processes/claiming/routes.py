"""The doors where a policy and a claim meet."""

from mashangban.domains.claims import errors, permissions
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.schemas import (
    AgreementForm,
    BudgetView,
    ClaimDone,
    ClaimFilling,
    SubmissionForm,
)
from mashangban.domains.claims.service import licences
from mashangban.kernel.http import Blueprint, Call, endpoint
from mashangban.processes.claiming.errors import NotForClaims, NotOffered
from mashangban.processes.claiming.schemas import BudgetForm, ClaimBeginning
from mashangban.processes.claiming.service import claiming as service

api = Blueprint(__name__)
_ONCE_ONLY = (errors.WindowClosed, errors.OutsideRegion, errors.AlreadyClaimed, errors.Exclusive)
_MET = (errors.NotEligible, errors.NotKnown)


@api.route("/v1/claiming/claims", methods=["POST"])
@endpoint(
    permission=permissions.CLAIM,
    body=ClaimBeginning,
    returns=ClaimDone,
    status=201,
    once=TABLE,
    errors=(*_ONCE_ONLY, NotForClaims),
)
def begin(call: Call[ClaimBeginning, None]) -> ClaimDone:
    """开始申报一项政策"""
    return service.begin(call.act, call.body)


@api.route("/v1/claiming/offers", methods=["POST"])
@endpoint(
    permission=permissions.REVIEW,
    body=ClaimBeginning,
    returns=ClaimDone,
    status=201,
    once=TABLE,
    errors=(*_ONCE_ONLY, *_MET, NotOffered),
)
def offer(call: Call[ClaimBeginning, None]) -> ClaimDone:
    """把企业列入免申即享名单"""
    return service.offer(call.act, call.body)


@api.route("/v1/claiming/claims/{claim_id}/licences", methods=["POST"])
@endpoint(
    permission=permissions.CLAIM,
    returns=ClaimDone,
    once=TABLE,
    errors=(errors.UnknownClaim, errors.WrongStep),
)
def look_up_licences(call: Call[None, None], claim_id: str) -> ClaimDone:
    """再查一次电子证照库"""
    return licences.look_again(call.act, claim_id)


@api.route("/v1/claiming/claims/{claim_id}/form", methods=["POST"])
@endpoint(
    permission=permissions.CLAIM,
    body=ClaimFilling,
    returns=ClaimDone,
    once=TABLE,
    errors=(
        errors.UnknownClaim,
        errors.WrongStep,
        errors.WindowClosed,
        *_MET,
        errors.AmountMissing,
        errors.MaterialsMissing,
    ),
)
def fill(call: Call[ClaimFilling, None], claim_id: str) -> ClaimDone:
    """填好申报表，生成文件"""
    return service.fill(call.act, claim_id, call.body)


@api.route("/v1/claiming/claims/{claim_id}/submission", methods=["POST"])
@endpoint(
    permission=permissions.CLAIM,
    body=SubmissionForm,
    returns=ClaimDone,
    once=TABLE,
    errors=(
        errors.UnknownClaim,
        errors.WrongStep,
        errors.WindowClosed,
        *_MET,
        errors.AmountMissing,
        errors.FormNotReady,
        errors.FormDiffers,
        errors.SealMissing,
        errors.LicenceChanged,
        errors.CreditBlocked,
    ),
)
def submit(call: Call[SubmissionForm, None], claim_id: str) -> ClaimDone:
    """确认申报表，盖章提交"""
    return service.submit(call.act, claim_id, call.body)


@api.route("/v1/claiming/claims/{claim_id}/agreement", methods=["POST"])
@endpoint(
    permission=permissions.CLAIM,
    body=AgreementForm,
    returns=ClaimDone,
    once=TABLE,
    errors=(errors.UnknownClaim, errors.WrongStep, errors.WindowClosed, *_MET, errors.CreditBlocked),
)
def agree(call: Call[AgreementForm, None], claim_id: str) -> ClaimDone:
    """确认享受，填写收款账户"""
    return service.agree(call.act, claim_id, call.body)


@api.route("/v1/claiming/budgets/{policy_id}", methods=["PUT"])
@endpoint(
    permission=permissions.KEEP_BUDGET,
    body=BudgetForm,
    returns=BudgetView,
    once=TABLE,
    errors=(errors.BudgetLowered, errors.BudgetBeyondPolicy),
)
def keep_budget(call: Call[BudgetForm, None], policy_id: str) -> BudgetView:
    """登记一项政策的预算，或提出追加"""
    return service.keep_budget(call.act, policy_id, call.body)


@api.route("/v1/claiming/budgets/{policy_id}/confirmation", methods=["POST"])
@endpoint(
    permission=permissions.KEEP_BUDGET,
    body=BudgetForm,
    returns=BudgetView,
    once=TABLE,
    errors=(
        errors.BudgetMissing,
        errors.BudgetNotAsked,
        errors.BudgetSameHands,
        errors.BudgetBeyondPolicy,
    ),
)
def confirm_budget(call: Call[BudgetForm, None], policy_id: str) -> BudgetView:
    """另一个人确认追加"""
    return service.confirm_budget(call.act, policy_id, call.body)
