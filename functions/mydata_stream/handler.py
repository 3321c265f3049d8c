"""The mydata table's stream: what was asked for is packed, its person is told.

Environment: MYDATA_TABLE, OBJECTS_BUCKET, and the tables of every room that keeps something of persons.
"""

from typing import Any

from mashangban.kernel import streams
from mashangban.processes.mydata import listeners
from mashangban.processes.mydata.models import TABLE


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch, at least once."""
    return streams.consume(event, TABLE, on_event=listeners.on_event)
