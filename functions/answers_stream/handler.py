"""The answers table's stream: events are relayed, whoever got an answer hears of its end.

Environment: ANSWERS_TABLE, and the tables of the rooms it writes to or reads (template.yaml).
"""

from typing import Any

from mashangban.domains.answers import listeners
from mashangban.domains.answers.models import TABLE
from mashangban.kernel import streams


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch, at least once."""
    return streams.consume(event, TABLE, on_event=listeners.on_event, on_message=listeners.on_message)
