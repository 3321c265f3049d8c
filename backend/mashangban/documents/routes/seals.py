"""Enterprise seals over HTTP."""

from mashangban.documents import errors, permissions
from mashangban.documents.models import TABLE
from mashangban.documents.schemas.seals import (
    SealApplicationForm,
    SealApplicationView,
    SealCustodian,
    SealDecision,
    SealFolder,
    SealQuery,
    SealQueueQuery,
    SealReason,
    SealRequest,
    SealStepView,
    SealUseView,
    SealView,
)
from mashangban.documents.service import applying, deciding, register, seals
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


@api.route("/v1/documents/seals/{enterprise_id}", methods=["GET"])
@endpoint(permission=permissions.READ_SEAL, returns=SealFolder)
def seal_folder(call: Call[None, None], enterprise_id: str) -> SealFolder:
    """An enterprise's seal, its latest applications and what the caller may do now."""
    return applying.folder(call.actor, enterprise_id)


@api.route("/v1/documents/seals/{enterprise_id}/log", methods=["GET"])
@endpoint(permission=permissions.READ_SEAL, query=ListQuery, returns=Listing[SealStepView])
def seal_log(call: Call[None, ListQuery], enterprise_id: str) -> Listing[SealStepView]:
    """What happened to an enterprise's seal, the newest first."""
    return Listing[SealStepView].model_validate(applying.log(call.actor, enterprise_id, call.query.page))


@api.route("/v1/documents/seals/{enterprise_id}/custodians", methods=["GET"])
@endpoint(permission=permissions.APPLY_SEAL, returns=Listing[SealCustodian])
def seal_custodians(call: Call[None, None], enterprise_id: str) -> Listing[SealCustodian]:
    """Who may keep the enterprise's seal."""
    return Listing[SealCustodian](items=applying.custodians(call.actor, enterprise_id, call.at))


@api.route("/v1/documents/seals/{enterprise_id}/applications", methods=["POST"])
@endpoint(
    permission=permissions.APPLY_SEAL,
    body=SealApplicationForm,
    returns=SealApplicationView,
    status=201,
    once=TABLE,
    errors=(errors.ApplicationOpen, errors.SealExists, errors.SealRefused, errors.UnknownCustodian),
)
def apply_for_seal(call: Call[SealApplicationForm, None], enterprise_id: str) -> SealApplicationView:
    """Ask the county for a seal."""
    return applying.apply(call.act, enterprise_id, call.body)


@api.route("/v1/documents/seal-applications", methods=["GET"])
@endpoint(permission=permissions.REVIEW_SEAL, query=SealQueueQuery, returns=Listing[SealApplicationView])
def seal_queue(call: Call[None, SealQueueQuery]) -> Listing[SealApplicationView]:
    """Applications that wait or are decided, by county, the oldest first."""
    return Listing[SealApplicationView].model_validate(deciding.queue(call.actor, call.query))


@api.route("/v1/documents/seal-applications/{application_id}/decision", methods=["POST"])
@endpoint(
    permission=permissions.REVIEW_SEAL,
    body=SealDecision,
    returns=SealApplicationView,
    once=TABLE,
    errors=(errors.ApplicationDecided, errors.OwnApplication, errors.SealExists, errors.SealRefused),
)
def decide_application(call: Call[SealDecision, None], application_id: str) -> SealApplicationView:
    """Approve an application, so that the seal is cut, or refuse it with the reason."""
    return deciding.decide(call.act, application_id, call.body)


@api.route("/v1/documents/seals/{enterprise_id}/enabling", methods=["POST"])
@endpoint(
    permission=permissions.ENABLE_SEAL,
    returns=SealView,
    once=TABLE,
    errors=(errors.NotCustodian, errors.SealStateConflict),
)
def enable_seal(call: Call[None, None], enterprise_id: str) -> SealView:
    """Take a cut seal into use."""
    return seals.enable_seal(call.act, enterprise_id)


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
    permission=permissions.SUSPEND_SEAL,
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
    permission=permissions.STOP_SEAL,
    body=SealReason,
    returns=SealView,
    once=TABLE,
    errors=(errors.SealStateConflict, errors.StoppedByOffice),
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
@endpoint(permission=permissions.VERIFY, returns=bytes)
def root_certificate(call: Call[None, None]) -> Reply:
    """The certificate that vouches for all signatures, as PEM, for anyone's own checks."""
    return Reply(seals.root_certificate().decode(), content_type="application/x-pem-file")
