"""Events of a file."""

from mashangban.files.rules.uploads import File
from mashangban.kernel import events
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event


def event(act: Act, file: File, kind: str, **data: object) -> Event:
    """The next link of its chain."""
    role = "system" if act.actor.person_id.startswith("system:") else "person"
    return events.following(act, kind, file, role, data)
