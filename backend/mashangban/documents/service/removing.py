"""Removing a paper that came to nothing once its person has left for good (个人信息保护法 Art. 47; ADR 29).

Its number, hash and events stay. The file goes by the stream; while the store is away the stream asks again.
"""

from dataclasses import replace

from mashangban.documents import events
from mashangban.documents.repository import documents, objects
from mashangban.documents.rules import decisions
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role


def remove(act: Act, document_id: str, sender: str) -> None:
    """Keep of a paper that nobody signed no more than its hash. Told twice, or of any other paper, nothing happens."""
    document = documents.find(document_id)
    if document is None or not decisions.removable(document, sender):
        return
    bare = tuple(replace(one, stored=False) for one in document.revisions)
    event = following(act, events.DOCUMENT_REMOVED, document, Role.SYSTEM)
    documents.save(act, document, replace(document, revisions=bare, parties=()), event)


def clear(document_id: str) -> None:
    """Take the file of a removed paper out of the store; what is gone already is left."""
    document = documents.find(document_id)
    for one in document.revisions if document else ():
        objects.delete(one.sha256)
