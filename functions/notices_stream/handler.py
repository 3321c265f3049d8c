"""The notices table's stream: requests of other rooms become notices, and are sent at once where that can be.

Environment: NOTICES_TABLE, IDENTITY_TABLE, WECHAT_API_URL, SMS_API_URL.
"""

from typing import Any

from mashangban.kernel import clock, streams
from mashangban.notices import listeners
from mashangban.notices.models import TABLE

# What slow partners may cost the stream; the rest waits for the schedule.
_SECONDS = 10


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """One batch, at least once; the first failure is reported."""
    batch = listeners.Batch(clock.now(), _SECONDS)
    return streams.consume(event, TABLE, on_message=batch.on_message)
