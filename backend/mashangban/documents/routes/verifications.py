"""Verification for programs; people use the pages under `/verify`."""

from mashangban.documents import errors, permissions
from mashangban.documents.schemas.views import FileCheck, VerifiedDocument
from mashangban.documents.service import verifying
from mashangban.kernel.http import Blueprint, Call, endpoint

api = Blueprint(__name__)


@api.route("/v1/documents/verifications/{code}", methods=["GET"])
@endpoint(permission=permissions.VERIFY, returns=VerifiedDocument, errors=(errors.UnknownCode,))
def verify_code(call: Call[None, None], code: str) -> VerifiedDocument:
    """What the paper with this code is."""
    return verifying.verify_code(code)


@api.route("/v1/documents/verifications", methods=["POST"], content_types=["application/pdf"])
@endpoint(
    permission=permissions.VERIFY,
    body=bytes,
    returns=FileCheck,
    errors=(errors.FileTooLarge,),
    limit=verifying.CHECKS,
)
def verify_file(call: Call[bytes, None]) -> FileCheck:
    """Whether a PDF is one we issued, unchanged, and what its signatures say."""
    return verifying.verify_file(call.body)
