"""Fulfils an order to seal a paper that nobody signs by hand: the enterprise's seal alone closes the file."""

from dataclasses import replace

from mashangban.documents.repository import objects
from mashangban.documents.rules.records import Document, Seal
from mashangban.documents.schemas.orders import SealOrder
from mashangban.documents.service import closing, seals
from mashangban.documents.signing import appearance, pades
from mashangban.kernel import clock
from mashangban.kernel.acts import Act


def stamp_document(act: Act, order: SealOrder) -> None:
    """The seal alone, once (closing.fulfil)."""
    closing.fulfil(act, order, lambda document, seal: _closed(act, document, order, seal))


def _closed(act: Act, document: Document, order: SealOrder, seal: Seal) -> closing.Closed:
    parties = tuple(replace(one, signed_at=order.seal.countersigned_at) for one in document.parties)
    return closing.Closed(_stamp(act, document, order, seal), parties)


def _stamp(act: Act, document: Document, order: SealOrder, seal: Seal) -> bytes:
    printed, box = objects.get(order.sha256), document.box("employer")
    use, trust = order.seal, seals.authority(act)
    shown = appearance.of_employer(seals.stencil(seal), use.operator_name, use.countersigned_at, box)
    mark = pades.Mark(box, shown, f"单位盖章，经办人 {use.operator_name}", closing.LOCATION, seal.name)
    facts = {
        "document_sha256": order.sha256,
        "authorisation": use.authorisation,
        "authorisation_id": use.authorisation_id,
        "operator_id": use.operator_id,
        "confirmed_at": clock.to_text(use.countersigned_at),
    }
    attached = (
        pades.evidence(facts, "经办人确认记录"),
        *closing.platform_seal(document, seal, printed),
    )
    chain = (trust.issuer.certificate, trust.root)
    return pades.stamp(printed, pades.Signatory(seals.identity_of(seal), chain), mark, attached)
