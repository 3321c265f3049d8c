"""The files table's stream: events are relayed, files that arrived are prepared,
those that a room lets go are removed.

Environment: FILES_TABLE, OBJECTS_BUCKET, the tables messages go to; VIRUS_SCANNER_URL where there is a scanner.
"""

from typing import Any

from mashangban.files import listeners
from mashangban.files.models import TABLE
from mashangban.kernel import streams


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch of the stream, at least once."""
    return streams.consume(event, TABLE, on_event=listeners.on_event, on_message=listeners.on_message)
