"""Enterprise seals over HTTP."""

from mashangban.documents import errors, permissions
from mashangban.documents.models import TABLE
from mashangban.documents.schemas.views import SealQuery, SealReason, SealRequest, SealUseView, SealView
from mashangban.documents.service import register, seals
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, Reply, endpoint

api = Blueprint(__name__)


@api.route("/v1/documents/seals", methods=["GET"])
@endpoint(permission=permissions.READ_SEAL, query=SealQuery, returns=SealView)
def view_seal(call: Call[None, SealQuery]) -> SealView:
    """An enterprise's seal."""
    return seals.view_seal(call.actor, call.query.enterprise_id)


@api.route("/v1/documents/seals", methods=["POST"])
@endpoint(
    permission=permissions.ISSUE_SEAL,
    body=SealRequest,
    returns=SealView,
    status=201,
    once=TABLE,
    errors=(errors.SealExists, errors.SealRefused),
)
def issue_seal(call: Call[SealRequest, None]) -> SealView:
    """Make a seal for an enterprise."""
    wanted = call.body
    return seals.issue_seal(
        call.act,
        wanted.enterprise_id,
        wanted.name,
        wanted.uscc,
        purpose=wanted.purpose,
        serial=wanted.serial,
    )


@api.route("/v1/documents/seals/{enterprise_id}/picture", methods=["GET"])
@endpoint(permission=permissions.READ_SEAL)
def seal_picture(call: Call[None, None], enterprise_id: str) -> Reply:
    """The seal as a PNG."""
    return Reply(seals.picture(call.actor, enterprise_id), content_type="image/png")


@api.route("/v1/documents/seals/{enterprise_id}/uses", methods=["GET"])
@endpoint(permission=permissions.READ_SEAL_USES, query=ListQuery, returns=Listing[SealUseView])
def seal_uses(call: Call[None, ListQuery], enterprise_id: str) -> Listing[SealUseView]:
    """What an enterprise's seal was used for, the newest first."""
    return Listing[SealUseView].model_validate(
        register.of_enterprise(call.actor, enterprise_id, call.query.page)
    )


@api.route("/v1/documents/seals/{enterprise_id}/suspension", methods=["POST"])
@endpoint(
    permission=permissions.STOP_SEAL,
    body=SealReason,
    returns=SealView,
    once=TABLE,
    errors=(errors.SealStateConflict,),
)
def suspend_seal(call: Call[SealReason, None], enterprise_id: str) -> SealView:
    """Stop the use of a seal for the time being."""
    return seals.suspend_seal(call.act, enterprise_id, call.body.reason)


@api.route("/v1/documents/seals/{enterprise_id}/resumption", methods=["POST"])
@endpoint(
    permission=permissions.ISSUE_SEAL,
    body=SealReason,
    returns=SealView,
    once=TABLE,
    errors=(errors.SealStateConflict,),
)
def resume_seal(call: Call[SealReason, None], enterprise_id: str) -> SealView:
    """Let a suspended seal be used again."""
    return seals.resume_seal(call.act, enterprise_id, call.body.reason)


@api.route("/v1/documents/seals/{enterprise_id}/revocation", methods=["POST"])
@endpoint(
    permission=permissions.STOP_SEAL,
    body=SealReason,
    returns=SealView,
    once=TABLE,
    errors=(errors.SealStateConflict,),
)
def revoke_seal(call: Call[SealReason, None], enterprise_id: str) -> SealView:
    """End a seal for good."""
    return seals.revoke_seal(call.act, enterprise_id, call.body.reason)


@api.route("/v1/documents/authority", methods=["GET"])
@endpoint(permission=permissions.VERIFY)
def root_certificate(call: Call[None, None]) -> Reply:
    """The certificate that vouches for all signatures, as PEM, for anyone's own checks."""
    return Reply(seals.root_certificate().decode(), content_type="application/x-pem-file")
