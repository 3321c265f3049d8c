"""The next link of a table's, a line's or an upload's chain."""

from collections.abc import Mapping
from typing import Any

from mashangban.domains.wages.rules.line import Line
from mashangban.domains.wages.rules.table import Table
from mashangban.domains.wages.rules.uploads import Upload
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Message, happened
from mashangban.kernel.permissions import Role


def following(
    act: Act,
    kind: str,
    of: Table | Line | Upload,
    role: Role,
    data: Mapping[str, Any] | None = None,
    messages: tuple[Message, ...] = (),
) -> Event:
    """The event that follows on what is known of a subject."""
    return happened(
        act,
        kind,
        of.subject,
        data,
        role=role,
        version=of.version + 1,
        previous=of.chain,
        messages=messages,
    )
