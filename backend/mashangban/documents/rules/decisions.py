"""What an order or an upload means for a document, decided from values alone."""

from datetime import datetime

from mashangban.documents import errors
from mashangban.documents.rules.records import Document, Seal
from mashangban.documents.terms import DocumentState, RevisionKind, SealMatter, SealState, Template
from mashangban.documents.verification.findings import Verdict


def is_printed(document: Document | None) -> bool:
    """Whether an order to print has been fulfilled: the same order again gives no second file."""
    return document is not None and bool(document.revisions)


def removable(document: Document, sender: str) -> bool:
    """Whether a paper may go: the room that ordered it says so, and nobody signed it. What was sealed never does."""
    unsigned = all(one.kind is RevisionKind.PRINTED for one in document.revisions)
    kept = document.parties or any(one.stored for one in document.revisions)
    return document.origin.service == sender and unsigned and bool(kept)


def check_signable(document: Document, sha256: str) -> None:
    """Whether signatures may go on. Raises NotReady without revision 0, DifferentFile when another file was signed."""
    if not document.revisions or not document.template.is_signed:
        raise errors.NotReady()
    if document.revisions[0].sha256 != sha256:
        raise errors.DifferentFile()


def check_seal(seal: Seal | None, template: Template, at: datetime) -> Seal:
    """The seal when it may close such a paper at `at` (电子签名法第13条: in the owner's control).

    Raises SealUnavailable, SealNotForThis.
    """
    if seal is None or seal.state is not SealState.ACTIVE or at >= seal.valid_to:
        raise errors.SealUnavailable()
    if SealMatter.of(template) not in seal.matters:
        raise errors.SealNotForThis()
    return seal


def verdict_of(document: Document, sha256: str) -> Verdict:
    """What it means that a file is, byte for byte, a revision of this document."""
    latest = document.latest
    if latest is None or latest.sha256 != sha256:
        return Verdict.SUPERSEDED
    if document.template.is_signed and latest.kind is not RevisionKind.SEALED:
        return Verdict.UNSIGNED
    return Verdict.GENUINE


def public_state(document: Document) -> str:
    """The state in the words of someone who scanned the code on the paper."""
    if document.state is DocumentState.SEALED:
        return "单位已盖章" if document.template.is_sealed_alone else "双方已签字盖章"
    if document.revisions and not any(one.stored for one in document.revisions):
        return "没有签成，文件已删除"
    if document.template.is_signed:
        return "还没有完成签字盖章"
    return "已发布"


_MOVES = {
    SealState.SUSPENDED: {SealState.ACTIVE},
    SealState.ACTIVE: {SealState.SUSPENDED},
    SealState.REVOKED: {SealState.READY, SealState.ACTIVE, SealState.SUSPENDED},
}


def check_seal_move(seal: Seal, to: SealState) -> None:
    """A seal is suspended from use, resumed, or revoked for good. Raises SealStateConflict."""
    if seal.state not in _MOVES[to]:
        raise errors.SealStateConflict()
