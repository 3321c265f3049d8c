"""Money: where the treasury calls, another account, calling back, reconciliation."""

from mashangban.domains.claims import errors, permissions
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.partners import treasury
from mashangban.domains.claims.schemas import AgreementForm, BookQuery, ClaimDone, ReasonForm, TreasuryReport
from mashangban.domains.claims.service import paying, reconciling
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_USUAL = (errors.UnknownClaim, errors.WrongStep)


@api.route("/v1/claims/treasury/callbacks", methods=["POST"])
@endpoint(
    permission=permissions.TREASURY_TELLS,
    body=bytes,
    errors=(errors.SignatureWrong, errors.CallbackReplayed),
)
def treasury_called(call: Call[bytes, None]) -> None:
    """国库通知"""
    request = call.request
    if not treasury.partner().has_signed(request.method, request.path, request.header, call.body, call.at):
        raise errors.SignatureWrong()
    paying.treasury_called(request.header("x-request-id") or "", call.body, call.at)


@api.route("/v1/claims/claims/{claim_id}/account", methods=["POST"])
@endpoint(permission=permissions.CLAIM, body=AgreementForm, returns=ClaimDone, once=TABLE, errors=_USUAL)
def correct_account(call: Call[AgreementForm, None], claim_id: str) -> ClaimDone:
    """被退回后更正收款账户"""
    return paying.correct_account(call.act, claim_id, call.body)


@api.route("/v1/claims/claims/{claim_id}/recovery", methods=["POST"])
@endpoint(permission=permissions.CLAW_BACK, body=ReasonForm, returns=ClaimDone, once=TABLE, errors=_USUAL)
def claw_back(call: Call[ReasonForm, None], claim_id: str) -> ClaimDone:
    """追回已拨付的资金"""
    return paying.claw_back(call.act, claim_id, call.body)


@api.route("/v1/claims/reconciliations", methods=["GET"])
@endpoint(permission=permissions.RECONCILE, query=BookQuery, returns=Listing[TreasuryReport])
def reconciliations(call: Call[None, BookQuery]) -> Listing[TreasuryReport]:
    """与国库的每日对账和差异"""
    return Listing[TreasuryReport].model_validate(
        reconciling.reports(call.actor, call.query.book, call.query.page)
    )
