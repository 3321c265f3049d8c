"""The policies table's stream: events are relayed, public lists and matches follow.

Environment: POLICIES_TABLE, and the tables of the rooms it writes to or reads (template.yaml).
"""

from typing import Any

from mashangban.domains.policies import listeners
from mashangban.domains.policies.models import TABLE
from mashangban.kernel import streams


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch, at least once."""
    return streams.consume(event, TABLE, on_event=listeners.on_event, on_message=listeners.on_message)
