"""The next link of a subject's chain."""

from typing import Any

from mashangban.kernel.acts import Act
from mashangban.kernel.events import Chained, Event, Message, following
from mashangban.kernel.permissions import Role


def next_event(
    act: Act,
    kind: str,
    one: Chained,
    data: dict[str, Any] | None = None,
    messages: tuple[Message, ...] = (),
    role: Role = Role.SYSTEM,
) -> Event:
    """The event that follows a subject's last: mostly the platform's own doing here."""
    return following(act, kind, one, role.value, data, messages)
