"""The documents table's stream: orders from other rooms are printed and sealed, answers are relayed back; the file of a
paper that was removed is cleared.

Environment: DOCUMENTS_TABLE, OBJECTS_BUCKET, FONTS_DIR, and the tables of the rooms that order.
"""

from typing import Any

from mashangban.documents import listeners
from mashangban.documents.models import TABLE
from mashangban.kernel import streams


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch, at least once."""
    return streams.consume(event, TABLE, on_event=listeners.on_event, on_message=listeners.on_message)
