"""The log's API: public state, keys, proofs and verification; receipts and logs for those who took part."""

from datetime import timedelta
from pathlib import Path

from mashangban.audit import permissions, service, verifier
from mashangban.audit.errors import NoSuchState, NotSequenced
from mashangban.audit.models import TABLE
from mashangban.audit.schemas import (
    CheckpointView,
    ConsistencyQuery,
    ConsistencyView,
    KeysView,
    ReceiptVerification,
    ReceiptView,
    SubjectLogView,
)
from mashangban.kernel.errors import NotFound, TooLarge
from mashangban.kernel.http import Blueprint, Call, Reply, endpoint
from mashangban.kernel.limits import Limit

api = Blueprint(__name__)
# A hall of people behind one address stays below.
_CHECKS = Limit(TABLE, "checks", 120, timedelta(minutes=10))


@api.route("/v1/audit/checkpoints/latest", methods=["GET"])
@endpoint(permission=permissions.READ_LOG, returns=CheckpointView, errors=(NoSuchState,))
def latest_checkpoint(call: Call[None, None]) -> CheckpointView:
    """The latest signed state of the log."""
    return service.latest_checkpoint()


@api.route("/v1/audit/keys", methods=["GET"])
@endpoint(permission=permissions.READ_LOG, returns=KeysView)
def public_keys(call: Call[None, None]) -> KeysView:
    """The public keys that check it."""
    return service.public_keys()


@api.route("/v1/audit/consistency", methods=["GET"])
@endpoint(
    permission=permissions.READ_LOG, query=ConsistencyQuery, returns=ConsistencyView, errors=(NoSuchState,)
)
def consistency(call: Call[None, ConsistencyQuery]) -> ConsistencyView:
    """Proof that the log only grew."""
    return service.consistency(call.query.old, call.query.new)


@api.route("/v1/audit/verifier", methods=["GET"])
@endpoint(permission=permissions.READ_LOG, returns=bytes)
def download_verifier(call: Call[None, None]) -> Reply:
    """The offline verifier itself: one readable file."""
    headers = {"Content-Disposition": 'attachment; filename="verifier.py"'}
    source = Path(verifier.__file__).read_text("utf-8")
    return Reply(source, content_type="text/x-python; charset=utf-8", headers=headers)


@api.route("/v1/audit/verifications", methods=["POST"], content_types=["application/json"])
@endpoint(
    permission=permissions.VERIFY, body=bytes, returns=ReceiptVerification, errors=(TooLarge,), limit=_CHECKS
)
def verify(call: Call[bytes, None]) -> ReceiptVerification:
    """Check a receipt."""
    return service.verify(call.body)


@api.route("/v1/audit/subjects/{kind}/{subject_id}", methods=["GET"])
@endpoint(permission=permissions.READ_SUBJECT, returns=SubjectLogView, errors=(NotFound,))
def subject_log(call: Call[None, None], kind: str, subject_id: str) -> SubjectLogView:
    """The log of a matter the caller took part in."""
    return service.subject_log(call.actor, kind, subject_id)


@api.route("/v1/audit/subjects/{kind}/{subject_id}/receipt", methods=["GET"])
@endpoint(permission=permissions.READ_SUBJECT, returns=ReceiptView, errors=(NotFound, NotSequenced))
def subject_receipt(call: Call[None, None], kind: str, subject_id: str) -> ReceiptView:
    """The receipt of that matter."""
    return service.subject_receipt(call.actor, kind, subject_id)


@api.route("/v1/audit/receipts/{event_id}", methods=["GET"])
@endpoint(permission=permissions.READ_SUBJECT, returns=ReceiptView, errors=(NotFound,))
def event_receipt(call: Call[None, None], event_id: str) -> ReceiptView:
    """The receipt of one act of the caller's."""
    return service.event_receipt(call.actor, event_id)
