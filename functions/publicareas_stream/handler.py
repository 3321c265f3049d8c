"""The publicareas table's stream: events are relayed, messages of other rooms arrive.

Environment: PUBLICAREAS_TABLE, and the tables of the rooms it writes to or reads (template.yaml).
"""

from typing import Any

from mashangban.domains.publicareas import listeners
from mashangban.domains.publicareas.models import TABLE
from mashangban.kernel import streams


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch, at least once."""
    return streams.consume(event, TABLE, on_message=listeners.on_message)
