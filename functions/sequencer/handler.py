"""Every table's stream -> the Merkle log. Environment: AUDIT_TABLE."""

from typing import Any

from mashangban.audit import listeners


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch of events, at least once."""
    return listeners.sequence(event)
