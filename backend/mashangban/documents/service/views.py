"""From documents and seals to what the API shows."""

from mashangban.documents import events
from mashangban.documents.rules import decisions
from mashangban.documents.rules.applications import SealApplication, SealStep
from mashangban.documents.rules.records import Document, Seal
from mashangban.documents.schemas.seals import SealApplicationView, SealStepView, SealView
from mashangban.documents.schemas.views import (
    DocumentFailure,
    DocumentParty,
    DocumentRevision,
    DocumentView,
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
        kind_label=seal.kind_label,
        matters=[one.label for one in seal.matters],
        custodian=seal.custodian,
        serial=seal.serial,
        specimen=seal.specimen,
        state=seal.state.value,
        state_label=seal.state.label,
        stopped_by_office=seal.stopped_by_office,
        certificate_serial=seal.certificate_serial,
        issued_at=seal.issued_at,
        valid_to=seal.valid_to,
        reason=seal.reason,
        version=seal.version,
    )


def of_application(one: SealApplication) -> SealApplicationView:
    """An application without the ids of people."""
    return SealApplicationView(
        id=one.id,
        enterprise_id=one.enterprise_id,
        enterprise_name=one.enterprise_name,
        uscc=one.uscc,
        kind=one.kind,
        kind_label=one.kind.label,
        matters=[matter.label for matter in one.matters],
        purpose=one.purpose,
        custodian=one.custodian,
        applicant=one.applicant,
        applied_at=one.applied_at,
        state=one.state,
        state_label=one.state.label,
        decided_at=one.decided_at,
        decided_by=one.decided_by,
        refusal=one.refusal,
    )


def of_step(one: SealStep) -> SealStepView:
    """One line of a seal's timeline."""
    return SealStepView(
        at=one.at, label=events.LABELS[one.kind], text=one.reason, by_label=one.by, hash=one.hash
    )
