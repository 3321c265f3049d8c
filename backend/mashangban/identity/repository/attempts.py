"""Counting attempts: before the attempt is judged, so that a thousand at once count as a thousand."""

from datetime import datetime

from pynamodb.exceptions import UpdateError

from mashangban.identity.errors import TooMany
from mashangban.identity.models import CounterRecord
from mashangban.identity.terms import Limit
from mashangban.kernel import crypto


def count(limit: Limit, whose: str, at: datetime, error: type[TooMany] = TooMany) -> None:
    """Use up one attempt. Raises `error` with the seconds to wait when none is left."""
    record, ends = _record(limit, whose, at)
    try:
        record.update(
            [CounterRecord.attempts.add(1), CounterRecord.expires_at.set(ends)],
            condition=CounterRecord.attempts.does_not_exist() | (CounterRecord.attempts < limit.times),
        )
    except UpdateError as full:
        if full.cause_response_code != "ConditionalCheckFailedException":
            raise
        raise error(max(1, ends - int(at.timestamp()))) from full


def give_back(limit: Limit, whose: str, at: datetime) -> None:
    """Return one attempt that came to no judgement (the partner was silent)."""
    record, _ = _record(limit, whose, at)
    record.update([CounterRecord.attempts.add(-1)])


def forget(limit: Limit, whose: str, at: datetime) -> None:
    """Clear the count after a success."""
    record, _ = _record(limit, whose, at)
    record.delete()


def _record(limit: Limit, whose: str, at: datetime) -> tuple[CounterRecord, int]:
    length = int(limit.window.total_seconds())
    window = int(at.timestamp()) // length
    key = crypto.keyed_hash(f"limit-{limit.name}", whose)
    return CounterRecord(f"LIMIT#{limit.name}#{key}#{window}", "LIMIT"), (window + 1) * length
