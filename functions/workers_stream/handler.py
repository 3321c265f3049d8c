"""The workers table's stream: events are relayed and counted, files that were typeset or sealed arrive.

Environment: WORKERS_TABLE, and the tables of the rooms it writes to (documents, notices, registry) or reads (identity).
"""

from typing import Any

from mashangban.domains.workers import listeners
from mashangban.domains.workers.models import TABLE
from mashangban.kernel import streams


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch, at least once."""
    return streams.consume(event, TABLE, on_event=listeners.on_event, on_message=listeners.on_message)
