"""The assistance table's stream: the two who look at a form hear that it moved; messages of other rooms arrive.

Environment: ASSISTANCE_TABLE, LIVE_TABLE, LIVE_API_URL.
"""

from typing import Any

from mashangban.domains.assistance import listeners
from mashangban.domains.assistance.models import TABLE
from mashangban.kernel import streams


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch, at least once."""
    return streams.consume(
        event,
        TABLE,
        on_event=listeners.on_event,
        on_message=listeners.on_message,
        on_item=listeners.on_item,
    )
