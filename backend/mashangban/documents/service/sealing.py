"""Fulfils an order to sign: the witness closes the worker's handwriting, the enterprise's seal closes the file."""

import binascii
import hashlib
from dataclasses import dataclass, replace
from typing import Any

from mashangban.documents import errors
from mashangban.documents.repository import objects
from mashangban.documents.rules.records import Document, Revision, Seal
from mashangban.documents.schemas.orders import SignOrder
from mashangban.documents.service import closing, seals
from mashangban.documents.signing import appearance, handwriting, pades
from mashangban.documents.terms import RevisionKind
from mashangban.identity.identifiers.masking import mask_name
from mashangban.kernel import clock
from mashangban.kernel.acts import Act


@dataclass(frozen=True, slots=True)
class SignedRevisions:
    """The file after the worker's and after the employer's signature."""

    witnessed: bytes
    sealed: bytes


def seal_document(act: Act, order: SignOrder) -> None:
    """Both signatures, once (closing.fulfil)."""
    closing.fulfil(act, order, lambda document, seal: _closed(act, document, order, seal))


def _closed(act: Act, document: Document, order: SignOrder, seal: Seal) -> closing.Closed:
    signed = sign(act, document, order, seal)
    employer, worker = document.parties
    witnessed = Revision(
        RevisionKind.WITNESSED,
        hashlib.sha256(signed.witnessed).hexdigest(),
        len(signed.witnessed),
        order.worker.signed_at,
        stored=False,
    )
    parties = (
        replace(employer, signed_at=order.seal.countersigned_at),
        replace(worker, name=mask_name(order.worker.name), signed_at=order.worker.signed_at),
    )
    return closing.Closed(signed.sealed, parties, (witnessed,))


def sign(act: Act, document: Document, order: SignOrder, seal: Seal) -> SignedRevisions:
    """Both revisions as bytes; what is signed is the stored revision 0, not what the order says it is."""
    printed = objects.get(order.sha256)
    written = _handwriting(order)
    trust = seals.authority(act)
    chain = (trust.issuer.certificate, trust.root)
    worker_mark = pades.Mark(
        document.box("worker"),
        appearance.of_worker(written, order.worker.signed_at, document.box("worker")),
        "劳动者本人手写签名，平台见证",
        closing.LOCATION,
        order.worker.name,
    )
    witnessed = pades.witness(
        printed,
        pades.Signatory(trust.witness, chain),
        worker_mark,
        document.box("employer"),
        (pades.evidence(_evidence(order, written)), *closing.platform_seal(document, seal, printed)),
    )
    employer_mark = pades.Mark(
        document.box("employer"),
        appearance.of_employer(
            seals.stencil(seal),
            order.seal.operator_name,
            order.seal.countersigned_at,
            document.box("employer"),
        ),
        f"用人单位盖章，经办人 {order.seal.operator_name}",
        closing.LOCATION,
        seal.name,
    )
    sealed = pades.seal(witnessed, pades.Signatory(seals.identity_of(seal), chain), employer_mark)
    return SignedRevisions(witnessed, sealed)


def _handwriting(order: SignOrder) -> handwriting.Handwriting:
    try:
        return handwriting.unpack(order.worker.packed)
    except (ValueError, binascii.Error) as broken:
        raise errors.UnusableHandwriting("broken", "签名数据损坏，请重新签名") from broken


def _evidence(order: SignOrder, written: handwriting.Handwriting) -> dict[str, Any]:
    """What the witness certifies: hashes, times and references, no personal data."""
    return {
        "document_sha256": order.sha256,
        "handwriting_sha256": written.digest(),
        "signed_at": clock.to_text(order.worker.signed_at),
        "consent_version": order.worker.consent_version,
        "read_aloud": order.worker.read_aloud,
        "real_name_reference": order.worker.real_name_reference,
        "employer_authorisation": order.seal.authorisation,
        "employer_authorisation_id": order.seal.authorisation_id,
        "countersigned_at": clock.to_text(order.seal.countersigned_at),
    }
