"""The registry table's stream: messages from other rooms, and imports that go on step by step.

Environment: REGISTRY_TABLE, and the tables its events address.
"""

from typing import Any

from mashangban.kernel import streams
from mashangban.registry import listeners
from mashangban.registry.models import TABLE


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch, at least once."""
    return streams.consume(event, TABLE, on_event=listeners.on_event, on_message=listeners.on_message)
