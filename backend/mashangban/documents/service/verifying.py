"""Anyone may ask whether a paper or a file is ours and unchanged; nobody learns more than the paper shows."""

import hashlib
from datetime import timedelta

from mashangban.documents import errors
from mashangban.documents.models import TABLE
from mashangban.documents.repository import documents, seals
from mashangban.documents.rules import decisions
from mashangban.documents.rules.records import Document
from mashangban.documents.schemas.views import FileCheck, FileSignature, VerifiedDocument
from mashangban.documents.service import views
from mashangban.documents.verification.findings import Examination, SignatureFinding, Verdict
from mashangban.kernel import codes
from mashangban.kernel.limits import Limit

MOST_BYTES = 4 * 1024 * 1024
# Opening a PDF of somebody's is dear. A hall of people behind one address stays below.
CHECKS = Limit(TABLE, "checks", 120, timedelta(minutes=10))
# Names of our signature fields in the words of a reader.
FIELD_LABELS = {
    "WorkerSignature": "劳动者签字（平台见证）",
    "EmployerSeal": "用人单位盖章",
    "WitnessSeal": "平台见证封存",
}


def verify_code(code: str) -> VerifiedDocument:
    """What the paper with this code is. Raises UnknownCode for an altered code and for one of no document."""
    try:
        body = codes.read(views.CODE_PURPOSE, code)
    except codes.AlteredCode as altered:
        raise errors.UnknownCode() from altered
    document = documents.find_by_code(body)
    if document is None:
        raise errors.UnknownCode()
    return views.for_anyone(document)


def verify_file(pdf: bytes) -> FileCheck:
    """Whether a file is, byte for byte, one we issued; if not, what its own signatures say. Raises FileTooLarge."""
    if len(pdf) > MOST_BYTES:
        raise errors.FileTooLarge()
    sha256 = hashlib.sha256(pdf).hexdigest()
    document = documents.find_by_hash(sha256)
    found = _known(document, sha256, len(pdf)) if document is not None else _examined(_examine(pdf), len(pdf))
    return found.model_copy(update={"signatures": [*found.signatures, *_platform_seals(pdf)]})


def _platform_seals(pdf: bytes) -> list[FileSignature]:
    """The SM2 seal beside the other signatures, where there is one."""
    from mashangban.documents.ses import roots
    from mashangban.documents.verification import platform  # as below

    one = platform.platform_seal(pdf, roots.trusted())
    if one is None:
        return []
    label = f"国密电子印章 {one.es_id}（{one.maker}）" if one.es_id else "国密电子印章"
    problems = [fault.words for fault in one.faults]
    return [
        FileSignature(label=label, signer=one.name or "无法识别", signed_at=one.signed_at, problems=problems)
    ]


def _examine(pdf: bytes) -> Examination:
    from mashangban.documents.verification import examiner  # pyHanko is loaded for strangers' files only

    authority = seals.find_authority()
    return examiner.examine(pdf, [authority.root] if authority else [], seals.certificate_ended)


def _known(document: Document, sha256: str, size: int) -> FileCheck:
    verdict = decisions.verdict_of(document, sha256)
    signatures = [
        FileSignature(label=f"{one.role}签署", signer=one.name, signed_at=one.signed_at, problems=[])
        for one in document.parties
        if one.signed_at is not None and verdict is Verdict.GENUINE
    ]
    return _view(verdict, sha256, size, views.for_anyone(document), signatures)


def _examined(found: Examination, size: int) -> FileCheck:
    return _view(found.verdict, found.sha256, size, None, [_signature(one) for one in found.signatures])


def _signature(finding: SignatureFinding) -> FileSignature:
    return FileSignature(
        label=FIELD_LABELS.get(finding.field, "签名"),
        signer=finding.signer or "无法识别",
        signed_at=finding.signed_at,
        problems=[problem.words for problem in finding.problems],
    )


def _view(
    verdict: Verdict,
    sha256: str,
    size: int,
    document: VerifiedDocument | None,
    signatures: list[FileSignature],
) -> FileCheck:
    return FileCheck(
        verdict=verdict.value,
        accepted=verdict.accepted,
        title=verdict.headline,
        advice=verdict.advice,
        sha256=sha256,
        size=size,
        document=document,
        signatures=signatures,
    )
