"""Claims for the enterprise; beginning and handing in need the policy and go through /v1/claiming."""

from mashangban.domains.claims import errors, permissions
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.schemas import (
    ClaimDone,
    ClaimRow,
    PolicyClaimView,
    SnapshotView,
    SupplementForm,
)
from mashangban.domains.claims.service import claiming, filling, viewing
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
_ONE = "/v1/claims/claims/{claim_id}"


@api.route("/v1/claims/enterprises/{enterprise_id}/claims", methods=["GET"])
@endpoint(permission=permissions.CLAIM, query=ListQuery, returns=Listing[ClaimRow])
def own_claims(call: Call[None, ListQuery], enterprise_id: str) -> Listing[ClaimRow]:
    """本企业的申报"""
    return Listing[ClaimRow].model_validate(viewing.of_enterprise(call.actor, enterprise_id, call.query.page))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.VIEW, returns=PolicyClaimView, errors=(errors.UnknownClaim,))
def claim(call: Call[None, None], claim_id: str) -> PolicyClaimView:
    """一件申报：到哪一步、谁在办、什么时候到期"""
    return viewing.show(call.act, claim_id)


@api.route(_ONE + "/snapshot", methods=["GET"])
@endpoint(permission=permissions.VIEW, returns=SnapshotView, errors=(errors.UnknownClaim,))
def snapshot(call: Call[None, None], claim_id: str) -> SnapshotView:
    """申报开始时的政策原文和企业数据"""
    return viewing.show_snapshot(call.act, claim_id)


@api.route(_ONE + "/supplement", methods=["POST"])
@endpoint(
    permission=permissions.CLAIM,
    body=SupplementForm,
    returns=ClaimDone,
    once=TABLE,
    errors=(errors.UnknownClaim, errors.WrongStep),
)
def supplement(call: Call[SupplementForm, None], claim_id: str) -> ClaimDone:
    """补正"""
    return claiming.supplement(call.act, claim_id, call.body)


@api.route(_ONE + "/sealing", methods=["POST"])
@endpoint(
    permission=permissions.CLAIM,
    returns=ClaimDone,
    once=TABLE,
    errors=(errors.UnknownClaim, errors.WrongStep, errors.SealMissing),
)
def seal_again(call: Call[None, None], claim_id: str) -> ClaimDone:
    """申报表重新盖章"""
    return filling.seal_again(call.act, claim_id)


@api.route(_ONE + "/withdrawal", methods=["POST"])
@endpoint(
    permission=permissions.CLAIM,
    returns=ClaimDone,
    once=TABLE,
    errors=(errors.UnknownClaim, errors.WrongStep),
)
def withdraw(call: Call[None, None], claim_id: str) -> ClaimDone:
    """撤回申报"""
    return claiming.withdraw(call.act, claim_id)
