"""The sequencer's ear: events of every table's stream go into the log."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mashangban.audit import service
from mashangban.audit.errors import AlteredEvent
from mashangban.kernel import acts, events
from mashangban.kernel.events import EVENT_PREFIX, Event

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Arrival:
    """An event with the number under which Lambda retries it."""

    event: Event
    sequence_number: str


def sequence(batch: Mapping[str, Any]) -> dict[str, Any]:
    """Take one batch of a stream into the log; returns the partial-failure answer.

    What comes before the first bad event is in the log, the rest is retried from there.
    """
    arrivals: list[Arrival] = []
    for record in batch["Records"]:
        number = record["dynamodb"]["SequenceNumber"]
        try:
            arrivals += _arrival(record, number)
        except (AlteredEvent, ValueError, KeyError):
            log.exception("event %s can't be read", record["eventID"])
            return _failed_at(_append(arrivals) or number)
    return _failed_at(_append(arrivals))


def _arrival(record: Mapping[str, Any], number: str) -> list[Arrival]:
    image = record["dynamodb"].get("NewImage")
    if record["eventName"] != "INSERT" or image is None or not image["SK"]["S"].startswith(EVENT_PREFIX):
        return []
    event = events.from_item(image)
    if event.hash != image["hash"]["S"]:
        raise AlteredEvent(event.id)
    return [Arrival(event, number)]


def _append(arrivals: Sequence[Arrival]) -> str | None:
    """Append in portions; returns the sequence number of the first event that would not go in."""
    size = service.MOST_AT_ONCE
    for start in range(0, len(arrivals), size):
        failed = _append_portion(arrivals[start : start + size])
        if failed is not None:
            return failed
    return None


def _append_portion(portion: Sequence[Arrival]) -> str | None:
    if not portion:
        return None
    try:
        service.append(acts.system_act("sequencer"), [arrival.event for arrival in portion])
    except AlteredEvent as altered:
        log.exception("the log refuses event %s", altered.event_id)
        place = next(n for n, arrival in enumerate(portion) if arrival.event.id == altered.event_id)
        return _append_portion(portion[:place]) or portion[place].sequence_number
    except Exception:
        log.exception("%d events from %s on were not taken in", len(portion), portion[0].sequence_number)
        return portion[0].sequence_number
    return None


def _failed_at(number: str | None) -> dict[str, Any]:
    return {"batchItemFailures": [{"itemIdentifier": number}] if number else []}
