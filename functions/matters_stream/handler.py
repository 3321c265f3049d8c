"""The matters table's stream: events are relayed and counted, papers that were printed and other messages arrive.

Environment: MATTERS_TABLE, and the tables of the rooms it writes to (template.yaml).
"""

from typing import Any

from mashangban.domains.matters import listeners
from mashangban.domains.matters.models import TABLE
from mashangban.kernel import streams


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch, at least once."""
    return streams.consume(event, TABLE, on_event=listeners.on_event, on_message=listeners.on_message)
