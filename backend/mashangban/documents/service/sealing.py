"""Fulfils an order to sign: the witness closes the worker's handwriting, the enterprise's seal closes the file."""

import binascii
import hashlib
from dataclasses import dataclass, replace
from typing import Any

from mashangban.documents import errors, events
from mashangban.documents.partners import eseal
from mashangban.documents.repository import documents, objects
from mashangban.documents.rules import decisions
from mashangban.documents.rules.records import Document, Failure, Revision, Seal, SealUsed
from mashangban.documents.schemas.orders import SealUse, SignOrder
from mashangban.documents.service import seals
from mashangban.documents.ses import checking
from mashangban.documents.signing import appearance, handwriting, pades
from mashangban.documents.terms import DocumentState, RevisionKind, Stage
from mashangban.identity.identifiers.masking import mask_name
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import AppError, PartnerUnavailable
from mashangban.kernel.events import Message, happened
from mashangban.kernel.permissions import Role

LOCATION = "中国"


@dataclass(frozen=True, slots=True)
class SignedRevisions:
    """The file after the worker's and after the employer's signature."""

    witnessed: bytes
    sealed: bytes


def seal_document(act: Act, order: SignOrder) -> None:
    """Signs, seals and stores the file once and tells the room that ordered; a refusal is told, not raised.

    The same order twice gives the same single result. After a failure a new order tries again.
    """
    document = documents.find(order.document_id)
    if document is None:
        # Nobody can sign a file that was never printed: the order is broken, its delivery must not go on silently.
        raise errors.NotReady(order.document_id)
    if document.state is DocumentState.SEALED:
        return
    try:
        decisions.check_signable(document, order.sha256)
        seal = decisions.check_seal(seals.find(order.seal.enterprise_id), act.at)
        signed = sign(act, document, order, seal)
    except AppError as refused:
        keep_failure(act, document, refused)
        return
    _keep_sealed(act, document, order, signed, seal)


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
        LOCATION,
        order.worker.name,
    )
    witnessed = pades.witness(
        printed,
        pades.Signatory(trust.witness, chain),
        worker_mark,
        document.box("employer"),
        (pades.evidence(_evidence(order, written)), *platform_seal(document, seal, printed)),
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
        LOCATION,
        seal.name,
    )
    sealed = pades.seal(witnessed, pades.Signatory(seals.identity_of(seal), chain), employer_mark)
    return SignedRevisions(witnessed, sealed)


def platform_seal(document: Document, seal: Seal, printed: bytes) -> tuple[pades.Attachment, ...]:
    """The e-seal platform's SM2 seal on the printed file, where this stage has such a platform; one per document."""
    if not eseal.joined():
        return ()
    key = f"{document.id}-{seal.certificate_serial}"
    signature = eseal.signature(seal, lambda: seals.shown(seal), key, printed)
    if checking.check(signature, printed, seals.platform_roots()).faults:
        raise PartnerUnavailable("电子印章平台的签章核对不通过")
    return (pades.platform_seal(signature),)


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


def _keep_sealed(act: Act, before: Document, order: SignOrder, signed: SignedRevisions, seal: Seal) -> None:
    sha256 = objects.put(signed.sealed, "application/pdf")
    witnessed = Revision(
        RevisionKind.WITNESSED,
        hashlib.sha256(signed.witnessed).hexdigest(),
        len(signed.witnessed),
        order.worker.signed_at,
        stored=False,
    )
    sealed = Revision(RevisionKind.SEALED, sha256, len(signed.sealed), act.at)
    employer, worker = before.parties
    after = replace(
        before,
        state=DocumentState.SEALED,
        revisions=(before.revisions[0], witnessed, sealed),
        parties=(
            replace(employer, signed_at=order.seal.countersigned_at),
            replace(worker, name=mask_name(order.worker.name), signed_at=order.worker.signed_at),
        ),
        failure=None,
    )
    body = {
        "document_id": after.id,
        "subject": after.origin.subject,
        "sha256": sha256,
        "revision": len(after.revisions) - 1,
        "size": sealed.size,
    }
    data = {"sha256": sha256, "witnessed": witnessed.sha256}
    answer = Message(after.origin.service, events.SEALED, body)
    save(act, before, after, events.DOCUMENT_SEALED, data, answer, used(act, after, seal, order.seal))


def used(act: Act, after: Document, seal: Seal, use: SealUse) -> SealUsed:
    """What the register of seal uses keeps of it."""
    return SealUsed(
        enterprise_id=seal.enterprise_id,
        document_id=after.id,
        template=after.template,
        number=after.number,
        sha256=after.revisions[-1].sha256,
        certificate_serial=seal.certificate_serial,
        authorisation=use.authorisation,
        authorisation_id=use.authorisation_id,
        operator_id=use.operator_id,
        operator_name=use.operator_name,
        confirmed_at=use.countersigned_at,
        sealed_at=act.at,
    )


def keep_failure(act: Act, before: Document, refused: AppError) -> None:
    """The refusal stays with the document and is told to the room that ordered."""
    reason = refused.detail or refused.title
    after = replace(before, state=DocumentState.FAILED, failure=Failure(Stage.SIGN, refused.code, reason))
    body = {
        "document_id": before.id,
        "subject": before.origin.subject,
        "stage": Stage.SIGN.value,
        "code": refused.code,
        "reason": reason,
        "retryable": not isinstance(refused, errors.DifferentFile),
    }
    answer = Message(before.origin.service, events.FAILED, body)
    save(act, before, after, events.DOCUMENT_FAILED, {"code": refused.code}, answer)


def save(
    act: Act,
    before: Document,
    after: Document,
    kind: str,
    data: dict[str, Any],
    answer: Message,
    use: SealUsed | None = None,
) -> None:
    """Writes the next state with the answer to the room that ordered, and the use of the seal."""
    event = happened(
        act,
        kind,
        before.subject,
        data,
        role=Role.SYSTEM,
        version=before.version + 1,
        previous=before.chain,
        messages=(answer,),
    )
    documents.save(act, before, after, event, use)
