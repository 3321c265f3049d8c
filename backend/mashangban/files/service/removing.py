"""Removing what a person sent and no record points to any more (个人信息保护法 Art. 47; ADR 29).

The item goes in one act, and its event stays to tell of it. The objects go by the stream, after everything that was
drawn of the file before; while the store is away the stream asks again.
"""

from collections.abc import Iterable, Mapping

from mashangban.files import events
from mashangban.files.repository import items, objects
from mashangban.files.rules import uploads
from mashangban.files.service import chain
from mashangban.kernel.acts import Act


def remove(act: Act, owner: str, file_ids: Iterable[str], told: Mapping[str, str]) -> None:
    """Remove those of the files that may go; `told` says which `room` let them go, and `why`.

    Told twice, it changes nothing more. Raises Stale while one is being prepared: the stream asks again.
    """
    left = told["why"] == events.OWNER_LEFT
    for file_id in file_ids:
        file = items.find(file_id)
        if file is None or not uploads.removable(file, owner, told["room"], left):
            continue
        items.save_removed(act, file, chain.event(act, file, events.REMOVED, **told))


def clear(file_id: str) -> None:
    """Take everything that was kept of a removed file out of the store; what is gone already is left."""
    for key in objects.kept(file_id):
        objects.delete(key)
