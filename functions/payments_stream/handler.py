"""The payments table's stream: events are relayed and counted, a complete run goes to the bank, wages' orders arrive.

Environment: PAYMENTS_TABLE, BANK_API_URL, and the tables of the rooms it writes to or reads (template.yaml).
"""

from typing import Any

from mashangban.domains.payments import listeners
from mashangban.domains.payments.models import TABLE
from mashangban.kernel import streams


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch, at least once."""
    return streams.consume(event, TABLE, on_event=listeners.on_event, on_message=listeners.on_message)
