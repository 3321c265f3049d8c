"""What the service hears, what it publishes, and how a domain orders a document of it.

Events carry no personal data: ids, hashes, states. What a form prints travels in the encrypted messages.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from mashangban.documents.terms import Template
from mashangban.kernel.events import Message

TABLE_NAME = "documents"

# Messages to this service.
RENDER = "documents.render"
SIGN = "documents.sign"
SEAL = "documents.seal"
LET_GO = "documents.let-go"
# Messages back to the room that ordered.
RENDERED = "documents.rendered"
SEALED = "documents.sealed"
FAILED = "documents.failed"

# Events of a document and of a seal.
DOCUMENT_RENDERED = "documents.document.rendered"
DOCUMENT_SEALED = "documents.document.sealed"
DOCUMENT_FAILED = "documents.document.failed"
DOCUMENT_OPENED = "documents.document.opened"
DOCUMENT_REMOVED = "documents.document.removed"
APPLICATION_SUBMITTED = "documents.application.submitted"
APPLICATION_APPROVED = "documents.application.approved"
APPLICATION_REFUSED = "documents.application.refused"
SEAL_ISSUED = "documents.seal.issued"
SEAL_ENABLED = "documents.seal.enabled"
SEAL_SUSPENDED = "documents.seal.suspended"
SEAL_RESUMED = "documents.seal.resumed"
SEAL_REVOKED = "documents.seal.revoked"

LABELS = {
    DOCUMENT_RENDERED: "生成文件",
    DOCUMENT_SEALED: "签字盖章完成",
    DOCUMENT_FAILED: "文件没有办成",
    DOCUMENT_OPENED: "查看文件原文",
    DOCUMENT_REMOVED: "没有签成，本人已注销，文件删除",
    APPLICATION_SUBMITTED: "申请电子印章",
    APPLICATION_APPROVED: "批准，印章制好了",
    APPLICATION_REFUSED: "没有批准印章",
    SEAL_ISSUED: "制发电子印章",
    SEAL_ENABLED: "启用电子印章",
    SEAL_SUSPENDED: "停用电子印章",
    SEAL_RESUMED: "恢复电子印章",
    SEAL_REVOKED: "注销电子印章",
}


def order_print(
    document_id: str,
    template: Template,
    number: str,
    data: Mapping[str, Any],
    *,
    service: str,
    subject: str,
    region: str,
    orgs: Sequence[str] = (),
    project: str | None = None,
    persons: Sequence[str] = (),
) -> Message:
    """The message that orders revision 0 of a form (`schemas/forms.py` says what `data` holds).

    `service` and `subject` say where the answer goes; region, orgs, project and persons who may read the file later.
    """
    body = {
        "document_id": document_id,
        "template": template.value,
        "number": number,
        "data": data,
        "origin": {"service": service, "subject": subject},
        "access": {"region": region, "orgs": list(orgs), "project": project, "persons": list(persons)},
    }
    return Message(TABLE_NAME, RENDER, body)


def order_signatures(
    document_id: str,
    sha256: str,
    *,
    worker: Mapping[str, Any],
    seal: Mapping[str, Any],
) -> Message:
    """The message that orders the worker's signature and the employer's seal on revision 0 of that hash.

    `worker`: name, handwriting (base64 of `signing.handwriting.pack`), signed_at, consent_version, read_aloud,
    real_name_reference. `seal`: enterprise_id, operator_name, authorisation, countersigned_at. Instants in ISO 8601.
    """
    body = {"document_id": document_id, "sha256": sha256, "worker": worker, "seal": seal}
    return Message(TABLE_NAME, SIGN, body)


def order_seal(document_id: str, sha256: str, *, seal: Mapping[str, Any]) -> Message:
    """The message that orders an enterprise's seal, and nothing else, on revision 0 of that hash."""
    return Message(TABLE_NAME, SEAL, {"document_id": document_id, "sha256": sha256, "seal": seal})


def let_go(document_id: str) -> Message:
    """The message that no record of the sender needs this paper any more: it is removed unless somebody sealed it."""
    return Message(TABLE_NAME, LET_GO, {"document_id": document_id})
