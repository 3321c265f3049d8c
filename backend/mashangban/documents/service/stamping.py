"""Fulfils an order to seal a paper that nobody signs by hand: the enterprise's seal alone closes the file."""

from dataclasses import replace

from mashangban.documents import errors, events
from mashangban.documents.repository import documents, objects
from mashangban.documents.rules import decisions
from mashangban.documents.rules.records import Document, Revision, Seal
from mashangban.documents.schemas.orders import SealOrder
from mashangban.documents.service import sealing, seals
from mashangban.documents.signing import appearance, pades
from mashangban.documents.terms import DocumentState, RevisionKind
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import AppError
from mashangban.kernel.events import Message


def stamp_document(act: Act, order: SealOrder) -> None:
    """Seals and stores the file once and tells the room that ordered; a refusal is told, not raised.

    The same order twice gives the same single result. After a failure a new order tries again.
    """
    document = documents.find(order.document_id)
    if document is None:
        raise errors.NotReady(order.document_id)
    if document.state is DocumentState.SEALED:
        return
    try:
        decisions.check_signable(document, order.sha256)
        seal = decisions.check_seal(seals.find(order.seal.enterprise_id), act.at)
        sealed = _stamp(act, document, order, seal)
    except AppError as refused:
        sealing.keep_failure(act, document, refused)
        return
    _keep(act, document, order, sealed, seal)


def _stamp(act: Act, document: Document, order: SealOrder, seal: Seal) -> bytes:
    printed, box = objects.get(order.sha256), document.box("employer")
    use, trust = order.seal, seals.authority(act)
    shown = appearance.of_employer(seals.stencil(seal), use.operator_name, use.countersigned_at, box)
    mark = pades.Mark(box, shown, f"单位盖章，经办人 {use.operator_name}", sealing.LOCATION, seal.name)
    facts = {
        "document_sha256": order.sha256,
        "authorisation": use.authorisation,
        "authorisation_id": use.authorisation_id,
        "operator_id": use.operator_id,
        "confirmed_at": clock.to_text(use.countersigned_at),
    }
    attached = (
        pades.evidence(facts, "经办人确认记录"),
        *sealing.platform_seal(document, seal, printed),
    )
    chain = (trust.issuer.certificate, trust.root)
    return pades.stamp(printed, pades.Signatory(seals.identity_of(seal), chain), mark, attached)


def _keep(act: Act, before: Document, order: SealOrder, sealed: bytes, seal: Seal) -> None:
    sha256 = objects.put(sealed, "application/pdf")
    revision = Revision(RevisionKind.SEALED, sha256, len(sealed), act.at)
    parties = tuple(replace(one, signed_at=order.seal.countersigned_at) for one in before.parties)
    after = replace(
        before,
        state=DocumentState.SEALED,
        revisions=(before.revisions[0], revision),
        parties=parties,
        failure=None,
    )
    body = {
        "document_id": after.id,
        "subject": after.origin.subject,
        "sha256": sha256,
        "revision": 1,
        "size": revision.size,
    }
    answer = Message(after.origin.service, events.SEALED, body)
    use = sealing.used(act, after, seal, order.seal)
    sealing.save(act, before, after, events.DOCUMENT_SEALED, {"sha256": sha256}, answer, use)
