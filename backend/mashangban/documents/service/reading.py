"""Reading documents within reach."""

from dataclasses import dataclass
from datetime import timedelta

from mashangban.documents import errors, events, permissions
from mashangban.documents.repository import documents, objects
from mashangban.documents.rules.records import Document, Revision
from mashangban.documents.schemas.views import DocumentView, FileLink
from mashangban.documents.service import views
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event, Subject, happened
from mashangban.kernel.permissions import Principal
from mashangban.kernel.personal import Copy


@dataclass(frozen=True, slots=True)
class _Chosen:
    document: Document
    revision: Revision


def view_document(actor: Principal, document_id: str) -> DocumentView:
    """State, revisions and hashes of a document. Raises NotFound beyond reach."""
    return views.of_document(documents.get(document_id, actor.reach(permissions.READ_DOCUMENT)))


def open_file(act: Act, document_id: str, revision: int | None) -> FileLink:
    """A five-minute address of the newest (or the named) stored revision. Raises NotFound, NotReady.

    The file shows id numbers in full, so everyone but the parties themselves leaves a trace (个人信息保护法第51条).
    """
    chosen = _chosen(act.actor, document_id, revision)
    document, sha256 = chosen.document, chosen.revision.sha256
    if act.actor.person_id not in document.place.persons:
        documents.record(act, _opened(act, document, sha256))
    return FileLink(
        url=objects.link(sha256, document.filename),
        expires_at=act.at + timedelta(seconds=objects.LINK_SECONDS),
        sha256=sha256,
        filename=document.filename,
    )


def copy(actor: Principal, document_id: str) -> Copy | None:
    """The newest stored revision for a party who takes it along; None unless it is there and they are one."""
    try:
        chosen = _chosen(actor, document_id, None)
    except (NotFound, errors.NotReady):
        return None
    document, revision = chosen.document, chosen.revision
    if actor.person_id not in document.place.persons:
        return None
    return Copy(document.filename, revision.size, lambda: objects.chunks(revision.sha256))


def _opened(act: Act, document: Document, sha256: str) -> Event:
    """A chain of its own for each opening: readers never wait for each other."""
    role = act.actor.role_for(permissions.READ_DOCUMENT, document.place)
    subject = Subject("opening", f"{document.id}.{ids.new_id(act.at)}")
    return happened(
        act, events.DOCUMENT_OPENED, subject, {"document": document.id, "sha256": sha256}, role=role
    )


def _chosen(actor: Principal, document_id: str, revision: int | None) -> _Chosen:
    document = documents.get(document_id, actor.reach(permissions.READ_DOCUMENT))
    if not document.revisions:
        raise errors.NotReady()
    wanted = len(document.revisions) - 1 if revision is None else revision
    if wanted >= len(document.revisions) or not document.revisions[wanted].stored:
        raise errors.NotReady()
    return _Chosen(document, document.revisions[wanted])
