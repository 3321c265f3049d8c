"""The claims table's stream: events are relayed, what the rules have said yes to is approved, lists of those who need
not apply go on (processes/claiming).

Environment: CLAIMS_TABLE, IDENTITY_TABLE, REGISTRY_TABLE, POLICIES_TABLE, and the tables of the rooms it writes to
(template.yaml).
"""

from typing import Any

from mashangban.domains.claims import listeners
from mashangban.domains.claims.models import TABLE
from mashangban.kernel import streams
from mashangban.kernel.events import Event
from mashangban.processes.claiming import listeners as claiming


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch, at least once."""
    return streams.consume(event, TABLE, on_event=hear, on_message=listeners.on_message)


def hear(event: Event) -> None:
    """What an event of the table sets in motion."""
    listeners.on_event(event)
    claiming.on_event(event)
