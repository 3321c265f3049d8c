"""Reading documents within reach."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mashangban.documents import errors, permissions
from mashangban.documents.repository import documents, objects
from mashangban.documents.rules.records import Document, Revision
from mashangban.documents.schemas.views import DocumentView, FileLink
from mashangban.documents.service import views
from mashangban.kernel.permissions import Principal


@dataclass(frozen=True, slots=True)
class _Chosen:
    document: Document
    revision: Revision


def view_document(actor: Principal, document_id: str) -> DocumentView:
    """State, revisions and hashes of a document. Raises NotFound beyond reach."""
    return views.of_document(documents.get(document_id, actor.reach(permissions.READ_DOCUMENT)))


def open_file(actor: Principal, document_id: str, revision: int | None, at: datetime) -> FileLink:
    """A five-minute address of the newest (or the named) stored revision. Raises NotFound, NotReady."""
    chosen = _chosen(actor, document_id, revision)
    sha256 = chosen.revision.sha256
    return FileLink(
        url=objects.link(sha256, chosen.document.filename),
        expires_at=at + timedelta(seconds=objects.LINK_SECONDS),
        sha256=sha256,
        filename=chosen.document.filename,
    )


def _chosen(actor: Principal, document_id: str, revision: int | None) -> _Chosen:
    document = documents.get(document_id, actor.reach(permissions.READ_DOCUMENT))
    if not document.revisions:
        raise errors.NotReady()
    wanted = len(document.revisions) - 1 if revision is None else revision
    if wanted >= len(document.revisions) or not document.revisions[wanted].stored:
        raise errors.NotReady()
    return _Chosen(document, document.revisions[wanted])
