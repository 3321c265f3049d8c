"""The WebSocket API's routes: $connect, $default, $disconnect.

Environment: LIVE_TABLE, LIVE_API_URL (template.yaml).
"""

from typing import Any

from mashangban.live import listeners


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One step in a connection's life."""
    return listeners.on_socket(event)
