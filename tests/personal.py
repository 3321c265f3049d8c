"""What somebody would take along of a room, and what it lets go once they left."""

import json
from typing import Any

from mashangban.files.events import LET_GO
from mashangban.kernel import clock, crypto, events, history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal
from mashangban.kernel.personal import Holding
from mashangban.kernel.settings import Table


def taken(holding: Holding, person_id: str) -> dict[str, list[dict[str, Any]]]:
    """The records of each part, as they are written into a package: read by the person alone, without any role."""
    act = Act(Principal(person_id, ""), clock.now())
    return {part.name: [one.model_dump(mode="json") for one in part.read(act)] for part in holding.parts}


def let_go(table: Table, subject: Subject) -> list[tuple[str, list[str]]]:
    """What the events of a record told the files room: whose files, and which."""
    letters = [one for item in history.items_of(table, subject) for one in events.letters(item)]
    bodies = [
        json.loads(crypto.unseal(one["body"], one["context"])) for one in letters if one["kind"] == LET_GO
    ]
    return [(one["person_id"], one["files"]) for one in bodies]


def letters_left(table: Table, subject: Subject) -> list[str]:
    """What stands in the events of a forgotten record of all that its acts once told other rooms: its last act's own
    words to the files room, and nothing else."""
    return [one["kind"] for item in history.items_of(table, subject) for one in events.letters(item)]
