"""Fulfils an order to print: revision 0, its hash, and the answer to the room that ordered. What its parties signed
before it was printed is closed by the platform's witness.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mashangban.documents import events
from mashangban.documents.rendering import typesetting
from mashangban.documents.repository import documents, objects
from mashangban.documents.rules import decisions
from mashangban.documents.rules.records import Document, Failure, Origin, Party, Revision
from mashangban.documents.schemas.orders import RenderOrder, checked_form
from mashangban.documents.service import seals, views
from mashangban.documents.signing import pades
from mashangban.documents.terms import DocumentState, RevisionKind, Stage, Template
from mashangban.identity.identifiers.masking import mask_name
from mashangban.kernel import crypto, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import AppError
from mashangban.kernel.events import Message, happened
from mashangban.kernel.permissions import Place, Role

# What was settled before an attested form was printed.
_SETTLED = {
    Template.HOME_INSPECTION: "各方已在线签字，平台见证封存",
    Template.MATTER_PAPER: "办理单位已作出，平台见证封存",
}


def print_document(act: Act, order: RenderOrder) -> None:
    """Prints and stores the form once, and tells the room that ordered; a refusal is told, not raised.

    The same order twice gives the same single file. After a failure a new order tries again.
    """
    before = documents.find(order.document_id)
    if decisions.is_printed(before):
        return
    blank = before or _blank(act, order)
    try:
        form = checked_form(order)
        printed = _typeset(blank, form)
        pdf = _attested(act, blank.template, printed.pdf) if blank.template.is_attested else printed.pdf
    except AppError as refused:
        _keep(act, before, _failed(blank, refused), _answer_failed(blank, refused))
        return
    sha256 = objects.put(pdf, "application/pdf")
    revision = Revision(RevisionKind.PRINTED, sha256, len(pdf), blank.made_at)
    after = replace(
        blank,
        state=DocumentState.RENDERED,
        parties=_parties(blank.template, form),
        revisions=(revision,),
        pages=printed.pages,
        boxes=printed.boxes,
        failure=None,
    )
    _keep(act, before, after, _answer_printed(after, revision))


def _typeset(document: Document, form: Mapping[str, Any]) -> typesetting.Printed:
    imprint = typesetting.Imprint(document.number, views.verify_url(document), document.made_at)
    return typesetting.typeset(document.template, form, imprint)


def _attested(act: Act, template: Template, pdf: bytes) -> bytes:
    trust = seals.authority(act)
    witness = pades.Signatory(trust.witness, (trust.issuer.certificate, trust.root))
    return pades.attest(pdf, witness, _SETTLED[template], "中国")


def _keep(act: Act, before: Document | None, after: Document, answer: Message) -> None:
    latest = after.latest
    kind = events.DOCUMENT_RENDERED if latest else events.DOCUMENT_FAILED
    data = {"sha256": latest.sha256} if latest else {"code": after.failure.code if after.failure else ""}
    event = happened(
        act,
        kind,
        after.subject,
        data,
        role=Role.SYSTEM,
        version=(before.version if before else 0) + 1,
        previous=after.chain,
        messages=(answer,),
    )
    if before is None:
        documents.create(act, after, event)
    else:
        documents.save(act, before, after, event)


def _answer_printed(document: Document, revision: Revision) -> Message:
    body = {
        "document_id": document.id,
        "subject": document.origin.subject,
        "sha256": revision.sha256,
        "pages": document.pages,
        "size": revision.size,
        "verify_url": views.verify_url(document),
    }
    return Message(document.origin.service, events.RENDERED, body)


def _answer_failed(document: Document, refused: AppError) -> Message:
    body = {
        "document_id": document.id,
        "subject": document.origin.subject,
        "stage": Stage.RENDER.value,
        "code": refused.code,
        "reason": refused.detail or refused.title,
        "retryable": True,
    }
    return Message(document.origin.service, events.FAILED, body)


def _failed(document: Document, refused: AppError) -> Document:
    failure = Failure(Stage.RENDER, refused.code, refused.detail or refused.title)
    return replace(document, state=DocumentState.FAILED, failure=failure)


def _blank(act: Act, order: RenderOrder) -> Document:
    access = order.access
    return Document(
        id=order.document_id,
        template=order.template,
        number=order.number,
        state=DocumentState.FAILED,
        origin=Origin(order.origin.service, order.origin.subject),
        place=Place(access.region, frozenset(access.orgs), access.project, frozenset(access.persons)),
        code=_code(order.document_id),
        parties=(),
        made_at=act.at,
    )


def _code(document_id: str) -> str:
    """Ten characters that belong to this document alone: an order that comes twice prints the same code."""
    number = int.from_bytes(crypto.mac("code-key", f"verify-code|{document_id}")[:8])
    return ids.base32(number & (1 << 50) - 1, 10)


def _parties(template: Template, form: Mapping[str, Any]) -> tuple[Party, ...]:
    if template in (Template.SITE_POSTER, Template.ARREARS_EVIDENCE):
        return (Party("工程项目", form["project_name"]), Party("用人单位", form["employer_name"]))
    if template is Template.PAY_SLIP:
        return (Party("用人单位", form["employer_name"]), Party("劳动者", mask_name(form["worker_name"])))
    if template is Template.HOME_INSPECTION:
        return tuple(Party(one["capacity"], one["unit"]) for one in form["signatures"])
    if template is Template.CLAIM_FORM:
        return (Party("申报单位", form["enterprise_name"]),)
    if template is Template.MATTER_PAPER:
        return (Party("办理单位", form["department"]), Party("申请人", mask_name(form["applicant"])))
    if template is Template.PACKAGE_POSTER:
        return (Party("地区", form["region_name"]),)
    if template is Template.DOOR_SHEET:
        return (Party("小区", form["estate_name"]), Party("建设单位", form["builder_name"]))
    return (
        Party("用人单位", form["employer"]["name"]),
        Party("劳动者", mask_name(form["worker"]["name"])),
    )
