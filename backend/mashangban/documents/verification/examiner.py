"""Examines an uploaded PDF without the archive: structure, every signature, every change after it.

A viewer's "signature is valid" is not enough: content laid over a page in a later revision leaves the signature
valid. pyHanko compares the revisions (``modification_level``) and reports what was added.
"""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    validate_pdf_signature,
)
from pyhanko_certvalidator import ValidationContext

from mashangban.documents.signing.loops import beside_any_loop
from mashangban.documents.verification.findings import Examination, Problem, SignatureFinding, Verdict

log = logging.getLogger(__name__)
# pyHanko narrates every suspicious object; the finding says it in one word.
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
Ended = Callable[[str], datetime | None]
MOST_SIGNATURES = 20
LONGEST_CHAIN = 4


def examine(pdf: bytes, roots: Sequence[bytes], ended: Ended = lambda serial: None) -> Examination:
    """What can be said of a file from itself and the trusted root certificates (DER). Never raises for bad input.

    `ended` says since when a certificate (serial in hexadecimal) vouches for nothing new.
    """
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
    findings = tuple(_finding(signature, roots, ended) for signature in embedded)
    return Examination(_verdict(findings), sha256, findings)


def _verdict(findings: Sequence[SignatureFinding]) -> Verdict:
    """Without a signature of ours the file is a stranger's; with one, the worst finding decides."""
    if all(Problem.NOT_TRUSTED in finding.problems for finding in findings):
        return Verdict.UNTRUSTED
    problems = {problem for finding in findings for problem in finding.problems}
    if problems == {Problem.REVOKED}:
        return Verdict.REVOKED
    return Verdict.ALTERED if problems else Verdict.DIFFERENT_COPY


def _finding(signature: EmbeddedPdfSignature, roots: Sequence[bytes], ended: Ended) -> SignatureFinding:
    """One signature, whatever state it is in: who made it and what is wrong."""
    field = str(signature.field_name)
    try:
        signer, ours = _signer(signature, roots)
    except Exception as broken:
        log.info("signature of an uploaded file has no readable certificate: %s", type(broken).__name__)
        return SignatureFinding(field, "", None, (Problem.BROKEN, Problem.NOT_TRUSTED))
    stranger = () if ours else (Problem.NOT_TRUSTED,)
    try:
        status = beside_any_loop(lambda: validate_pdf_signature(signature, _trust(roots)))
    except Exception as broken:
        log.info("signature of an uploaded file does not validate: %s", type(broken).__name__)
        return SignatureFinding(field, signer, None, (Problem.BROKEN, *stranger))
    at = status.signer_reported_dt
    late = _revoked(signature, at, ended) if ours else ()
    problems = tuple(dict.fromkeys((*_problems(status), *stranger, *late)))
    return SignatureFinding(field, signer, at, problems)


def _revoked(signature: EmbeddedPdfSignature, at: datetime | None, ended: Ended) -> tuple[Problem, ...]:
    """Whether it was made after its certificate ended; one that does not say when counts as made after."""
    since = ended(f"{signature.signer_cert.serial_number:x}")
    return (Problem.REVOKED,) if since is not None and (at is None or at >= since) else ()


def _problems(status: PdfSignatureStatus) -> list[Problem]:
    found = []
    if not (status.intact and status.valid):
        found.append(Problem.CONTENT_CHANGED)
    if _changed_later(status):
        found.append(Problem.CHANGED_LATER)
    if not found and not status.trusted:
        found.append(Problem.NOT_TRUSTED)
    if not found and not status.bottom_line:
        found.append(Problem.CONTENT_CHANGED)
    return found


def _signer(signature: EmbeddedPdfSignature, roots: Sequence[bytes]) -> tuple[str, bool]:
    """The name in the signer's certificate, and whether a chain inside the file leads from it to a root of ours.

    Kept apart from the validity of the signature: a file of ours that was altered is told as altered, not as foreign.
    """
    certificate = signature.signer_cert
    embedded = [one.dump() for one in signature.other_embedded_certs]
    name = str(certificate.subject.native.get("common_name", ""))
    return name, _leads_to(certificate.dump(), embedded, roots)


def _leads_to(certificate: bytes, embedded: Sequence[bytes], roots: Sequence[bytes]) -> bool:
    current = x509.load_der_x509_certificate(certificate)
    for _ in range(LONGEST_CHAIN):
        if any(_issued(current, root) for root in roots):
            return True
        above = next((one for one in embedded if _issued(current, one)), None)
        if above is None:
            return False
        current = x509.load_der_x509_certificate(above)
    return False


def _issued(certificate: x509.Certificate, issuer: bytes) -> bool:
    try:
        certificate.verify_directly_issued_by(x509.load_der_x509_certificate(issuer))
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


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
