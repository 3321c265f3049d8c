"""What a table's stream sets in motion: events are relayed to the rooms they address, messages are delivered.

At least once and in order per partition only (DynamoDB Streams); whoever listens is idempotent. The first record that
fails is reported, so that Lambda retries from there (ReportBatchItemFailures).
"""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from botocore.exceptions import ClientError

from mashangban.kernel import clock, crypto, events
from mashangban.kernel.dynamodb import client
from mashangban.kernel.events import EVENT_PREFIX, Event, Subject
from mashangban.kernel.settings import Table

INBOX_PREFIX = "INBOX#"
KEPT = timedelta(days=30)
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message as it arrives: `id` is the same however often it comes."""

    id: str
    kind: str
    body: Mapping[str, Any]
    sender: str
    subject: Subject
    version: int
    at: datetime


def consume(
    batch: Mapping[str, Any],
    table: Table,
    *,
    on_event: Callable[[Event], None] | None = None,
    on_message: Callable[[Delivery], None] | None = None,
    on_item: Callable[[Mapping[str, Any]], None] | None = None,
) -> dict[str, Any]:
    """Handle one batch of a table's stream; returns the partial-failure answer.

    `on_item` gets every other new item that the function's filter lets through, as its image.
    """
    for record in batch["Records"]:
        try:
            _handle(record, table, on_event, on_message, on_item)
        except Exception:
            log.exception("stream record %s of %s failed", record["eventID"], table.name)
            return {"batchItemFailures": [{"itemIdentifier": record["dynamodb"]["SequenceNumber"]}]}
    return {"batchItemFailures": []}


def _handle(
    record: Mapping[str, Any],
    table: Table,
    on_event: Callable[[Event], None] | None,
    on_message: Callable[[Delivery], None] | None,
    on_item: Callable[[Mapping[str, Any]], None] | None,
) -> None:
    image = record["dynamodb"].get("NewImage")
    if record["eventName"] != "INSERT" or image is None:
        return
    if image["SK"]["S"].startswith(EVENT_PREFIX):
        _relay(image, table)
        if on_event is not None:
            on_event(events.from_item(image))
    elif image["PK"]["S"].startswith(INBOX_PREFIX):
        if on_message is not None:
            on_message(_delivery(image))
    elif on_item is not None:
        on_item(image)


def _relay(image: Mapping[str, Any], sender: Table) -> None:
    """Put each message into its addressees' tables, once."""
    for number, letter in enumerate(events.letters(image)):
        item = _inbox_item(image, sender, number, letter)
        for to in (letter["to"], *letter.get("also", ())):
            _put_once(Table(to), item)


def _put_once(target: Table, item: Mapping[str, Any]) -> None:
    try:
        client().put_item(
            TableName=target.physical, Item=item, ConditionExpression="attribute_not_exists(PK)"
        )
    except ClientError as refused:
        if refused.response["Error"]["Code"] != "ConditionalCheckFailedException":
            raise


def _inbox_item(
    image: Mapping[str, Any], sender: Table, number: int, letter: Mapping[str, Any]
) -> dict[str, Any]:
    expires = clock.from_text(image["at"]["S"]) + KEPT
    return {
        "PK": {"S": f"{INBOX_PREFIX}{image['event_id']['S']}#{number}"},
        "SK": {"S": "INBOX"},
        "kind": {"S": "inbox"},
        "sender": {"S": sender.name},
        "message_kind": {"S": letter["kind"]},
        "body": {"S": letter["body"]},
        "context": {"S": letter["context"]},
        "expires_at": {"N": str(int(max(expires, clock.now() + KEPT).timestamp()))},
        **{name: image[name] for name in ("subject", "version", "at")},
    }


def _delivery(image: Mapping[str, Any]) -> Delivery:
    kind, _, identity = image["subject"]["S"].partition(":")
    return Delivery(
        id=image["PK"]["S"].removeprefix(INBOX_PREFIX),
        kind=image["message_kind"]["S"],
        body=json.loads(crypto.unseal(image["body"]["S"], image["context"]["S"])),
        sender=image["sender"]["S"],
        subject=Subject(kind, identity),
        version=int(image["version"]["N"]),
        at=clock.from_text(image["at"]["S"]),
    )
