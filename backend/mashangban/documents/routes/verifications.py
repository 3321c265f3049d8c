"""Verification for programs; people use the pages under `/verify`."""

from mashangban.documents import errors, permissions
from mashangban.documents.schemas.views import VerificationView, VerifiedDocument
from mashangban.documents.service import verifying
from mashangban.kernel.http import Blueprint, Call, endpoint

api = Blueprint(__name__)


@api.route("/v1/documents/verifications/{code}", methods=["GET"])
@endpoint(permission=permissions.VERIFY, returns=VerifiedDocument, errors=(errors.UnknownCode,))
def verify_code(call: Call[None, None], code: str) -> VerifiedDocument:
    return verifying.verify_code(code)


@api.route("/v1/documents/verifications", methods=["POST"], content_types=["application/pdf"])
@endpoint(permission=permissions.VERIFY, body=bytes, returns=VerificationView, errors=(errors.FileTooLarge,))
def verify_file(call: Call[bytes, None]) -> VerificationView:
    return verifying.verify_file(call.body)
