"""Request ids of the bank: each is let in once."""

from datetime import datetime, timedelta

from pynamodb.exceptions import PutError

from mashangban.domains.payments.errors import CallbackReplayed
from mashangban.domains.payments.models import CallbackRecord

KEPT = timedelta(days=1)


def remember(request_id: str, at: datetime) -> None:
    """Let a request in once. Raises CallbackReplayed."""
    record = CallbackRecord(f"CALLBACK#{request_id}", "CALLBACK", expires_at=int((at + KEPT).timestamp()))
    try:
        record.save(condition=CallbackRecord.PK.does_not_exist())
    except PutError as refused:
        if refused.cause_response_code == "ConditionalCheckFailedException":
            raise CallbackReplayed() from refused
        raise
