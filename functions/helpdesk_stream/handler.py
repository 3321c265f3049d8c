"""The helpdesk table's stream: events are relayed and counted, who listens hears of lines,
messages of other rooms arrive.

Environment: HELPDESK_TABLE, and the tables of the rooms it writes to (template.yaml).
"""

from typing import Any

from mashangban.domains.helpdesk import listeners
from mashangban.domains.helpdesk.models import TABLE
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
