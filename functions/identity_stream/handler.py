"""The stream of the identity table: events go out, messages come in."""

from typing import Any

from mashangban.identity import listeners
from mashangban.kernel import streams
from mashangban.kernel.sessions import IDENTITY


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch of stream records; answers which one failed first."""
    return streams.consume(event, IDENTITY, on_message=listeners.on_message)
