"""The next link of a subject's chain."""

from collections.abc import Mapping
from typing import Any, Protocol

from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Message, Subject, happened


class Chained(Protocol):
    """A value with a chain of its own."""

    @property
    def subject(self) -> Subject: ...

    @property
    def version(self) -> int: ...

    @property
    def chain(self) -> str: ...


def following(
    act: Act,
    kind: str,
    one: Chained,
    role: str,
    data: Mapping[str, Any] | None = None,
    messages: tuple[Message, ...] = (),
) -> Event:
    """The event that follows what `one` has behind it."""
    return happened(
        act,
        kind,
        one.subject,
        data,
        messages=messages,
        role=role,
        version=one.version + 1,
        previous=one.chain,
    )
