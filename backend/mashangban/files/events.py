"""What happens to a file; and what a room says that forgets the record it belonged to."""

from collections.abc import Iterable

from mashangban.kernel.events import Message

ARRIVED = "files.file.arrived"
BLURRED = "files.file.blurred"
PREPARED = "files.file.prepared"
REFUSED = "files.file.refused"
REMOVED = "files.file.removed"

LET_GO = "files.let-go"
"""A message: the person left for good, and no record of the sender points to these files of theirs any more."""


def let_go(person_id: str, file_ids: Iterable[str]) -> tuple[Message, ...]:
    """For a room, in the very act that forgets a record: the files that it pointed to; nothing where there are none.

    Only what the person themselves sent is removed, so what an office added to the record may be among them.
    """
    named = list(dict.fromkeys(one for one in file_ids if one))
    return (Message("files", LET_GO, {"person_id": person_id, "files": named}),) if named else ()
