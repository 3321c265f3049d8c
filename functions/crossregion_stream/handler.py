"""The crossregion table's stream: events are relayed and counted, lists and files are written out, messages arrive.

Environment: CROSSREGION_TABLE, IDENTITY_TABLE (whom a list concerns), and the tables of the rooms it writes to
(template.yaml).
"""

from typing import Any

from mashangban.domains.crossregion import listeners
from mashangban.domains.crossregion.models import TABLE
from mashangban.kernel import streams


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch, at least once."""
    return streams.consume(event, TABLE, on_event=listeners.on_event, on_message=listeners.on_message)
