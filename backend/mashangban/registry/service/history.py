"""A record's life from its event chain, and the frame of its next event."""

from collections.abc import Mapping
from typing import Any, Protocol

from mashangban.kernel import events as chain
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Message, Subject
from mashangban.kernel.permissions import Permission, Place, Role
from mashangban.registry import events
from mashangban.registry.models import TABLE
from mashangban.registry.schemas.outputs import HistoryEntry


class Chained(Protocol):
    """Anything with its own event chain."""

    @property
    def subject(self) -> Subject: ...

    @property
    def version(self) -> int: ...

    @property
    def chain(self) -> str: ...


def entries(subject: Subject) -> list[HistoryEntry]:
    """Newest first."""
    return [_entry(event) for event in reversed(history.of(TABLE, subject))]


def following(
    act: Act,
    kind: str,
    record: Chained,
    data: Mapping[str, Any],
    *,
    role: str,
    messages: tuple[Message, ...] = (),
) -> Event:
    """The next event of a record; the first one of a record that has none."""
    return chain.happened(
        act,
        kind,
        record.subject,
        data,
        role=role,
        version=record.version + 1,
        previous=record.chain,
        messages=messages,
    )


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
