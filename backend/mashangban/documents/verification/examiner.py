"""Examines an uploaded PDF without the archive: structure, every signature, every change after it.

A viewer's "signature is valid" is not enough: content laid over a page in a later revision leaves the signature
valid. pyHanko compares the revisions (``modification_level``) and reports what was added.
"""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Sequence

from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    validate_pdf_signature,
)
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from mashangban.documents.verification.findings import Examination, Problem, SignatureFinding, Verdict

log = logging.getLogger(__name__)
# pyHanko narrates every suspicious object; the finding says it in one word.
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
MOST_SIGNATURES = 20


def examine(pdf: bytes, roots: Sequence[bytes]) -> Examination:
    """What can be said of a file from itself and the trusted root certificates (DER). Never raises for bad input."""
    sha256 = hashlib.sha256(pdf).hexdigest()
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        embedded = list(reader.embedded_regular_signatures)
    except Exception as broken:
        log.info("uploaded file is unreadable: %s", type(broken).__name__)
        return Examination(Verdict.UNREADABLE, sha256)
    if not embedded:
        return Examination(Verdict.FOREIGN, sha256)
    if len(embedded) > MOST_SIGNATURES:
        return Examination(Verdict.UNREADABLE, sha256)
    findings = tuple(_finding(signature, roots) for signature in embedded)
    return Examination(_verdict(findings), sha256, findings)


def _verdict(findings: Sequence[SignatureFinding]) -> Verdict:
    """The worst finding decides; a stranger's signature beside ours does not make the file ours."""
    problems = {problem for finding in findings for problem in finding.problems}
    if problems & {Problem.CONTENT_CHANGED, Problem.CHANGED_LATER, Problem.BROKEN}:
        ours = any(Problem.NOT_TRUSTED not in finding.problems for finding in findings)
        return Verdict.ALTERED if ours else Verdict.UNTRUSTED
    if Problem.NOT_TRUSTED in problems:
        return Verdict.UNTRUSTED
    return Verdict.DIFFERENT_COPY


def _finding(signature: EmbeddedPdfSignature, roots: Sequence[bytes]) -> SignatureFinding:
    try:
        status = validate_pdf_signature(signature, _trust(roots))
    except (SignatureValidationError, PdfError, ValueError, KeyError, TypeError, AttributeError) as broken:
        log.info("signature of an uploaded file is broken: %s", type(broken).__name__)
        return SignatureFinding(str(signature.field_name), "", None, (Problem.BROKEN,))
    except Exception as broken:
        log.warning("examining an uploaded file failed: %s", type(broken).__name__)
        return SignatureFinding(str(signature.field_name), "", None, (Problem.BROKEN,))
    signer = status.signing_cert.subject.native.get("common_name", "")
    return SignatureFinding(
        str(signature.field_name), str(signer), status.signer_reported_dt, tuple(_problems(status))
    )


def _problems(status: PdfSignatureStatus) -> list[Problem]:
    found = []
    if not (status.intact and status.valid):
        found.append(Problem.CONTENT_CHANGED)
    if _changed_later(status):
        found.append(Problem.CHANGED_LATER)
    if not status.trusted:
        found.append(Problem.NOT_TRUSTED)
    if not found and not status.bottom_line:
        found.append(Problem.CONTENT_CHANGED)
    return found


def _changed_later(status: PdfSignatureStatus) -> bool:
    """More than a later signature's own additions, or a signature that leaves part of its revision open."""
    if status.coverage not in {SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION}:
        return True
    allowed = {ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING}
    if status.modification_level not in allowed:
        return True
    return status.docmdp_ok is False


def _trust(roots: Sequence[bytes]) -> ValidationContext:
    """Only our own roots, and nothing is fetched from the network."""
    return ValidationContext(
        trust_roots=[asn1_x509.Certificate.load(root) for root in roots],
        allow_fetching=False,
        revocation_mode="soft-fail",
    )
