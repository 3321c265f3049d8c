"""Reading a subject's chain back, checking that no link was bent, and emptying the letters of one that is forgotten."""

from collections.abc import Iterator
from typing import Any

from mashangban.kernel import events
from mashangban.kernel.dynamodb import client
from mashangban.kernel.events import EVENT_PREFIX, GENESIS, Event, Subject
from mashangban.kernel.settings import Table


def of(table: Table, subject: Subject) -> list[Event]:
    """All events of a subject, oldest first (one query a megabyte)."""
    return [events.from_item(item) for item in _items(table, subject)]


def items_of(table: Table, subject: Subject) -> list[dict[str, Any]]:
    """The stored items, for those who must compare the stored hash with the computed one."""
    return list(_items(table, subject))


def is_unbroken(chain: list[Event]) -> bool:
    """Whether each event names its predecessor's hash and counts on from it."""
    previous = GENESIS
    for number, event in enumerate(chain, start=1):
        if event.previous != previous or event.version != number:
            return False
        previous = event.hash
    return True


def drop_letters(table: Table, subject: Subject) -> None:
    """Empty what the acts of a subject asked of other rooms: it was carried over, and it names people (PIPL Art. 47).

    No hash covers it, so the chain stays whole. Call it before the act that forgets, which can be repeated.
    """
    for item in _items(table, subject):
        if events.letters(item):
            client().update_item(
                TableName=table.physical,
                Key={"PK": item["PK"], "SK": item["SK"]},
                UpdateExpression="SET messages = :none",
                ExpressionAttributeValues={":none": {"S": "[]"}},
            )


def _items(table: Table, subject: Subject) -> Iterator[dict[str, Any]]:
    pages = (
        client()
        .get_paginator("query")
        .paginate(
            TableName=table.physical,
            KeyConditionExpression="PK = :pk AND begins_with(SK, :prefix)",
            ExpressionAttributeValues={":pk": {"S": subject.pk}, ":prefix": {"S": EVENT_PREFIX}},
            ConsistentRead=True,
        )
    )
    for page in pages:
        yield from page["Items"]
