"""The next link of a subject's chain."""

from typing import Any, Protocol

from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Message, Subject, happened
from mashangban.kernel.permissions import Role


class Chained(Protocol):
    """Anything with a chain of events."""

    @property
    def subject(self) -> Subject: ...
    @property
    def version(self) -> int: ...
    @property
    def chain(self) -> str: ...


def next_event(
    act: Act,
    kind: str,
    one: Chained,
    data: dict[str, Any] | None = None,
    messages: tuple[Message, ...] = (),
    role: Role = Role.SYSTEM,
) -> Event:
    """The event that follows a subject's last; a new subject has version 0."""
    return happened(
        act,
        kind,
        one.subject,
        data,
        messages=messages,
        role=role.value,
        version=one.version + 1,
        previous=one.chain,
    )
