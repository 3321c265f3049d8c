"""From documents and seals to what the API shows."""

from mashangban.documents.rules import decisions
from mashangban.documents.rules.records import Document, Seal
from mashangban.documents.schemas.views import (
    DocumentFailure,
    DocumentParty,
    DocumentRevision,
    DocumentView,
    SealView,
    VerifiedDocument,
)
from mashangban.documents.terms import DocumentState, RevisionKind
from mashangban.kernel import codes
from mashangban.kernel.settings import settings

CODE_PURPOSE = "verify"


def verify_url(document: Document) -> str:
    """The short link printed on the paper; it tells nothing without our MAC and can't be guessed."""
    return f"{settings().public_url}/verify/{codes.issue(CODE_PURPOSE, document.code)}"


def of_document(document: Document) -> DocumentView:
    """A document for those within reach of it."""
    latest = document.latest
    return DocumentView(
        id=document.id,
        template=document.template.value,
        template_label=document.template.label,
        number=document.number,
        state=document.state.value,
        state_label=document.state.label,
        sha256=latest.sha256 if latest else None,
        pages=document.pages,
        revisions=[
            DocumentRevision(
                number=number,
                kind=one.kind.value,
                label=one.kind.label,
                sha256=one.sha256,
                size=one.size,
                at=one.at,
            )
            for number, one in enumerate(document.revisions)
        ],
        verify_url=verify_url(document),
        failure=DocumentFailure(
            stage=document.failure.stage.value, code=document.failure.code, reason=document.failure.reason
        )
        if document.failure
        else None,
        made_at=document.made_at,
        version=document.version,
    )


def for_anyone(document: Document) -> VerifiedDocument:
    """A document for whoever holds its paper: people masked."""
    latest = document.latest
    sealed = next((one.at for one in document.revisions if one.kind is RevisionKind.SEALED), None)
    return VerifiedDocument(
        template=document.template.value,
        template_label=document.template.label,
        number=document.number,
        state=DocumentState.RENDERED.value
        if document.state is DocumentState.FAILED
        else document.state.value,
        state_label=decisions.public_state(document),
        made_at=document.made_at,
        sealed_at=sealed,
        parties=[
            DocumentParty(role=one.role, name=one.name, signed_at=one.signed_at) for one in document.parties
        ],
        sha256=latest.sha256 if latest else None,
    )


def of_seal(seal: Seal) -> SealView:
    """A seal without its key."""
    return SealView(
        enterprise_id=seal.enterprise_id,
        name=seal.name,
        uscc=seal.uscc,
        purpose=seal.purpose,
        serial=seal.serial,
        specimen=seal.specimen,
        state=seal.state.value,
        state_label=seal.state.label,
        certificate_serial=seal.certificate_serial,
        issued_at=seal.issued_at,
        valid_to=seal.valid_to,
        reason=seal.reason,
        version=seal.version,
    )
