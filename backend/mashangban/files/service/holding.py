"""Taking hold of a file: the only way in which a room's record may come to point to one (ADR 32)."""

from collections.abc import Iterable

from mashangban.files.repository import items
from mashangban.files.rules import uploads
from mashangban.files.rules.uploads import File
from mashangban.files.service.reading import found
from mashangban.files.terms import Purpose
from mashangban.kernel.acts import Act


def hold(act: Act, room: str, file_id: str, purpose: Purpose | Iterable[Purpose]) -> File:
    """For a room, just before the act that makes its record point to a file of the actor's: it has come, it is theirs,
    it is for this; from now on it stays until the room lets it go (`files.events.let_go`).

    Written beside the act, not with it: where the act then fails, the file merely stays. Told twice, it is held once.
    Raises NotFound, OtherPurpose, NotArrived, UnusedTooLong or TakenOut.
    """
    purposes = frozenset({purpose} if isinstance(purpose, Purpose) else purpose)
    file = found(act.actor, file_id)
    uploads.require_takeable(file, act.actor.person_id, purposes, act.at)
    if file.held is not None:
        items.save_held(file, room, act.at)
    return file
