"""The guides table's stream: events are relayed, files are written on, messages arrive.

Environment: GUIDES_TABLE, and the tables of the rooms it writes to (template.yaml).
"""

from typing import Any

from mashangban.domains.guides import listeners
from mashangban.domains.guides.models import TABLE
from mashangban.kernel import streams


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch, at least once."""
    return streams.consume(event, TABLE, on_event=listeners.on_event, on_message=listeners.on_message)
