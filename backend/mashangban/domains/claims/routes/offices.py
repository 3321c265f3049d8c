"""Claims for the offices that decide them."""

from mashangban.domains.claims import errors, permissions
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.schemas import (
    ClaimDone,
    ClaimRow,
    DeskQuery,
    ObjectionSettled,
    PassForm,
    ReasonForm,
)
from mashangban.domains.claims.service import approving, reviewing, viewing
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ONE = "/v1/claims/claims/{claim_id}"
_USUAL = (errors.UnknownClaim, errors.WrongStep)


@api.route("/v1/claims/claims", methods=["GET"])
@endpoint(permission=permissions.REVIEW, query=DeskQuery, returns=Listing[ClaimRow])
def desk(call: Call[None, DeskQuery]) -> Listing[ClaimRow]:
    """本部门待办的申报"""
    return Listing[ClaimRow].model_validate(viewing.at_desk(call.actor, call.query))


@api.route(_ONE + "/acceptance", methods=["POST"])
@endpoint(permission=permissions.REVIEW, returns=ClaimDone, once=TABLE, errors=_USUAL)
def accept(call: Call[None, None], claim_id: str) -> ClaimDone:
    """受理申报"""
    return reviewing.accept(call.act, claim_id)


@api.route(_ONE + "/charge", methods=["POST"])
@endpoint(permission=permissions.REVIEW, returns=ClaimDone, once=TABLE, errors=_USUAL)
def take(call: Call[None, None], claim_id: str) -> ClaimDone:
    """接手经办"""
    return reviewing.take(call.act, claim_id)


@api.route(_ONE + "/supplement-notice", methods=["POST"])
@endpoint(
    permission=permissions.REVIEW,
    body=ReasonForm,
    returns=ClaimDone,
    once=TABLE,
    errors=(*_USUAL, errors.SupplementedOnce),
)
def ask_supplement(call: Call[ReasonForm, None], claim_id: str) -> ClaimDone:
    """一次性告知补正"""
    return reviewing.ask_supplement(call.act, claim_id, call.body)


@api.route(_ONE + "/pass", methods=["POST"])
@endpoint(
    permission=permissions.REVIEW,
    body=PassForm,
    returns=ClaimDone,
    once=TABLE,
    errors=(*_USUAL, errors.AmountRaised, errors.CreditBlocked),
)
def pass_step(call: Call[PassForm, None], claim_id: str) -> ClaimDone:
    """审核通过这一步"""
    return reviewing.pass_step(call.act, claim_id, call.body)


@api.route(_ONE + "/refusal", methods=["POST"])
@endpoint(permission=permissions.REVIEW, body=ReasonForm, returns=ClaimDone, once=TABLE, errors=_USUAL)
def refuse(call: Call[ReasonForm, None], claim_id: str) -> ClaimDone:
    """说明理由，不通过"""
    return reviewing.refuse(call.act, claim_id, call.body)


@api.route(_ONE + "/objection-answer", methods=["POST"])
@endpoint(permission=permissions.REVIEW, body=ObjectionSettled, returns=ClaimDone, once=TABLE, errors=_USUAL)
def settle_objection(call: Call[ObjectionSettled, None], claim_id: str) -> ClaimDone:
    """答复异议"""
    return reviewing.settle_objection(call.act, claim_id, call.body)


@api.route(_ONE + "/approval", methods=["POST"])
@endpoint(
    permission=permissions.APPROVE,
    returns=ClaimDone,
    once=TABLE,
    errors=(*_USUAL, errors.SameHands, errors.Halted, errors.BudgetSpent, errors.BudgetMissing),
)
def approve(call: Call[None, None], claim_id: str) -> ClaimDone:
    """批准申报，同时留出预算"""
    return approving.approve(call.act, claim_id)
