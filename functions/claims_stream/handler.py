"""The claims table's stream: events are relayed, what the rules have said yes to is approved.

Environment: CLAIMS_TABLE, IDENTITY_TABLE, REGISTRY_TABLE, and the tables of the rooms it writes to (template.yaml).
"""

from typing import Any

from mashangban.domains.claims import listeners
from mashangban.domains.claims.models import TABLE
from mashangban.kernel import streams


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch, at least once."""
    return streams.consume(event, TABLE, on_event=listeners.on_event, on_message=listeners.on_message)
