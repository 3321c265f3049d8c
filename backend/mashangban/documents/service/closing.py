"""How an order to seal is fulfilled, whoever signs beside the seal: decided, closed, kept, told, registered."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from mashangban.documents import errors, events
from mashangban.documents.partners import eseal
from mashangban.documents.repository import documents, objects
from mashangban.documents.rules import decisions
from mashangban.documents.rules.records import Document, Failure, Party, Revision, Seal, SealUsed
from mashangban.documents.schemas.orders import SealOrder
from mashangban.documents.service import seals
from mashangban.documents.ses import checking, roots
from mashangban.documents.signing import pades
from mashangban.documents.terms import DocumentState, RevisionKind, Stage
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import AppError, PartnerUnavailable
from mashangban.kernel.events import Message, happened
from mashangban.kernel.permissions import Role

LOCATION = "中国"


@dataclass(frozen=True, slots=True)
class Closed:
    """The sealed file, who has signed it by now, and what lies between the print and the seal."""

    sealed: bytes
    parties: tuple[Party, ...]
    between: tuple[Revision, ...] = ()


def fulfil(act: Act, order: SealOrder, close: Callable[[Document, Seal], Closed]) -> None:
    """Seals and stores the file once and tells the room that ordered; a refusal is told, not raised.

    The same order twice gives the same single result. After a failure a new order tries again.
    """
    document = documents.find(order.document_id)
    if document is None:
        # Nobody can seal a file that was never printed: the order is broken, its delivery must not go on silently.
        raise errors.NotReady(order.document_id)
    if document.state is DocumentState.SEALED:
        return
    try:
        decisions.check_signable(document, order.sha256)
        seal = decisions.check_seal(seals.find(order.seal.enterprise_id), document.template, act.at)
        closed = close(document, seal)
    except AppError as refused:
        _keep_failure(act, document, refused)
        return
    _keep_sealed(act, document, closed, seal, order)


def platform_seal(document: Document, seal: Seal, printed: bytes) -> tuple[pades.Attachment, ...]:
    """The e-seal platform's SM2 seal on the printed file, where this stage has such a platform; one per document."""
    if not eseal.joined():
        return ()
    key = f"{document.id}-{seal.certificate_serial}"
    signature = eseal.signature(seal, lambda: seals.shown(seal), key, printed)
    if checking.check(signature, printed, roots.trusted()).faults:
        raise PartnerUnavailable("电子印章平台的签章核对不通过")
    return (pades.platform_seal(signature),)


def _keep_sealed(act: Act, before: Document, closed: Closed, seal: Seal, order: SealOrder) -> None:
    sha256 = objects.put(closed.sealed, "application/pdf")
    latest = Revision(RevisionKind.SEALED, sha256, len(closed.sealed), act.at)
    after = replace(
        before,
        state=DocumentState.SEALED,
        revisions=(before.revisions[0], *closed.between, latest),
        parties=closed.parties,
        failure=None,
    )
    body = {
        "document_id": after.id,
        "subject": after.origin.subject,
        "sha256": sha256,
        "revision": len(after.revisions) - 1,
        "size": latest.size,
    }
    data = {"sha256": sha256} | {one.kind.value: one.sha256 for one in closed.between}
    answer = Message(after.origin.service, events.SEALED, body)
    _save(act, before, after, events.DOCUMENT_SEALED, data, answer, _use(act, after, seal, order))


def _use(act: Act, after: Document, seal: Seal, order: SealOrder) -> SealUsed:
    """What the register of seal uses keeps of it."""
    use = order.seal
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


def _keep_failure(act: Act, before: Document, refused: AppError) -> None:
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
    _save(act, before, after, events.DOCUMENT_FAILED, {"code": refused.code}, answer)


def _save(
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
