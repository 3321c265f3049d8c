"""A record's life from its event chain, and the role its next event is recorded under."""

from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.permissions import Permission, Place, Role
from mashangban.registry import events
from mashangban.registry.models import TABLE
from mashangban.registry.schemas.outputs import HistoryEntry


def entries(subject: Subject) -> list[HistoryEntry]:
    """Newest first."""
    return [_entry(event) for event in reversed(history.of(TABLE, subject))]


def role_of(act: Act, permission: Permission, place: Place) -> str:
    """The role an act is recorded under; the system's own acts are the system's."""
    if act.actor.person_id.startswith("system:"):
        return Role.SYSTEM.value
    return act.actor.role_for(permission, place).value


def _entry(event: Event) -> HistoryEntry:
    fields = event.data.get("fields", [])
    return HistoryEntry(
        at=event.at,
        label=events.LABELS.get(event.type, event.type),
        role=Role(event.role).label,
        fields=[str(name) for name in fields],
        hash=event.hash,
    )
