"""What everybody may read, and objecting to it."""

from mashangban.domains.claims import errors, permissions
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.schemas import ClaimDone, PublicityRow, ReasonForm, RegionQuery
from mashangban.domains.claims.service import publicity
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)


@api.route("/v1/claims/publicity", methods=["GET"])
@endpoint(permission=permissions.READ_PUBLICITY, query=RegionQuery, returns=Listing[PublicityRow])
def listed(call: Call[None, RegionQuery]) -> Listing[PublicityRow]:
    """正在公示的申报"""
    return Listing[PublicityRow].model_validate(publicity.listed(call.query))


@api.route("/v1/claims/claims/{claim_id}/objections", methods=["POST"])
@endpoint(
    permission=permissions.OBJECT,
    body=ReasonForm,
    returns=ClaimDone,
    status=201,
    once=TABLE,
    errors=(errors.UnknownClaim, errors.WrongStep),
)
def object_to(call: Call[ReasonForm, None], claim_id: str) -> ClaimDone:
    """对公示提异议"""
    return publicity.object_to(call.act, claim_id, call.body)
