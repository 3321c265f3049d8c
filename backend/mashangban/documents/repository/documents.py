"""Documents: one item each, found by id, by the code on the paper, by the hash of any revision."""

from collections.abc import Sequence
from typing import Any

from pynamodb.expressions.update import Action

from mashangban.documents.models import TABLE, DocumentRecord, HashRecord
from mashangban.documents.repository import uses
from mashangban.documents.rules.records import Document, Failure, SealUsed
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction


def find(document_id: str) -> Document | None:
    """One document (consistent), or None."""
    try:
        return _document(DocumentRecord.get(f"DOCUMENT#{document_id}", "DOCUMENT", consistent_read=True))
    except DocumentRecord.DoesNotExist:
        return None


def get(document_id: str, reach: Reach) -> Document:
    """One document within reach. Raises NotFound."""
    document = find(document_id)
    if document is None:
        raise NotFound()
    reach.require(document.place)
    return document


def find_by_code(body: str) -> Document | None:
    """The document whose paper carries this code (one index query)."""
    found = DocumentRecord.gsi1.query(f"CODE#{body}", limit=1)
    record = next(iter(found), None)
    return _document(record) if record is not None else None


def find_by_hash(sha256: str) -> Document | None:
    """The document that a file is a revision of (two reads), or None for a stranger."""
    try:
        known = HashRecord.get(f"HASH#{sha256}", "HASH", consistent_read=True)
    except HashRecord.DoesNotExist:
        return None
    return find(known.document_id)


def create(act: Act, document: Document, event: Event) -> None:
    """The first state of a document with its first event."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(document), event)
        _index_hashes(tx, document, [one.sha256 for one in document.revisions])


def save(act: Act, before: Document, after: Document, event: Event, used: SealUsed | None = None) -> None:
    """The next state, with the use of a seal that made it; refused as Stale when someone was faster."""
    kind = DocumentRecord
    actions: list[Action] = [
        kind.state.set(after.state),
        kind.revisions.set(after.revisions),
        kind.parties.set(after.parties),
        kind.pages.set(after.pages),
        kind.boxes.set(after.boxes),
        _failure(after.failure),
    ]
    known = {one.sha256 for one in before.revisions}
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, actions)
        _index_hashes(tx, after, [one.sha256 for one in after.revisions if one.sha256 not in known])
        if used is not None:
            uses.note(tx, used)


def record(act: Act, event: Event) -> None:
    """Writes an event that changes no document (someone opened it)."""
    with Transaction(act, TABLE) as tx:
        tx.publish(event)


def _failure(failure: Failure | None) -> Action:
    attribute: Any = DocumentRecord.failure
    action: Action = attribute.set(failure) if failure else attribute.remove()
    return action


def _index_hashes(tx: Transaction, document: Document, hashes: Sequence[str]) -> None:
    for sha256 in hashes:
        tx.put(HashRecord(f"HASH#{sha256}", "HASH", document_id=document.id))


def _record(one: Document) -> DocumentRecord:
    return DocumentRecord(
        f"DOCUMENT#{one.id}",
        "DOCUMENT",
        GSI1PK=f"CODE#{one.code}",
        GSI1SK="DOCUMENT",
        template=one.template,
        number=one.number,
        state=one.state,
        origin=one.origin,
        place=one.place,
        code=one.code,
        parties=one.parties,
        made_at=one.made_at,
        revisions=one.revisions,
        pages=one.pages,
        boxes=one.boxes,
        failure=one.failure,
        version=one.version,
        chain=one.chain,
    )


def _document(record: DocumentRecord) -> Document:
    return Document(
        id=record.PK.partition("#")[2],
        template=record.template,
        number=record.number,
        state=record.state,
        origin=record.origin,
        place=record.place,
        code=record.code,
        parties=record.parties,
        made_at=record.made_at,
        revisions=record.revisions,
        pages=int(record.pages),
        boxes=record.boxes,
        failure=record.failure,
        version=int(record.version),
        chain=record.chain,
    )
