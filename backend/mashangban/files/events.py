"""What happens to a file; and what a room says whose record points to it no more."""

from collections.abc import Iterable

from mashangban.kernel.events import Message

ARRIVED = "files.file.arrived"
BLURRED = "files.file.blurred"
PREPARED = "files.file.prepared"
REFUSED = "files.file.refused"
REMOVED = "files.file.removed"

LET_GO = "files.let-go"
"""A message: no record of the sender points to these files of this person any more."""
OWNER_LEFT = "owner-left"
TAKEN_BACK = "taken-back"
UNUSED = "unused"
"""Why: they left the platform for good; they took the record back (and were told that what they sent is deleted), or
put another file in its place; no record took it in time."""


def let_go(person_id: str, file_ids: Iterable[str], why: str = OWNER_LEFT) -> tuple[Message, ...]:
    """For a room, in the very act that forgets a record: the files that it pointed to and no other of the room's does;
    nothing where there are none.

    Only what the person themselves sent is removed, so what an office added to the record may be among them.
    """
    named = list(dict.fromkeys(one for one in file_ids if one))
    return (Message("files", LET_GO, {"person_id": person_id, "files": named, "why": why}),) if named else ()
