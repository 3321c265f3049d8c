"""Relay and delivery over the table's stream; cursors that fit one list only."""

import json
from typing import Any

import pytest
from pynamodb.attributes import DiscriminatorAttribute, UnicodeAttribute

from mashangban.kernel import events, ids, pagination, streams
from mashangban.kernel.acts import system_act
from mashangban.kernel.dynamodb import Record, client
from mashangban.kernel.events import Message, Subject
from mashangban.kernel.pagination import BadCursor, Page, PageRequest, sifted
from mashangban.kernel.settings import Table
from mashangban.kernel.streams import Delivery

SENDER, RECEIVER = Table("registry"), Table("notices")
pytestmark = pytest.mark.usefixtures("tables")


class Base(Record):
    class Meta:
        table_name = ""

    table = SENDER
    kind = DiscriminatorAttribute()


class LeafRecord(Base, discriminator="leaf"):
    name = UnicodeAttribute()


def record(item: dict[str, Any], name: str = "INSERT") -> dict[str, Any]:
    return {
        "eventID": ids.new_id(),
        "eventName": name,
        "dynamodb": {"NewImage": item, "SequenceNumber": item["SK"]["S"]},
    }


def told(text: str) -> dict[str, Any]:
    """An event item that asks the notices room for something."""
    message = Message("notices", "test.hello", {"text": text})
    subject = Subject("leaf", ids.new_id())
    return events.to_item(events.happened(system_act("test"), "test.leaf.fell", subject, messages=(message,)))


def inbox_of(item: dict[str, Any]) -> dict[str, Any]:
    key = {"PK": {"S": f"INBOX#{item['event_id']['S']}#0"}, "SK": {"S": "INBOX"}}
    found: dict[str, Any] = client().get_item(TableName=RECEIVER.physical, Key=key)["Item"]
    return found


def test_a_message_is_relayed_once_and_delivered_with_its_words() -> None:
    item = told("你好")
    for _ in range(3):
        assert streams.consume({"Records": [record(item)]}, SENDER) == {"batchItemFailures": []}
    heard: list[Delivery] = []
    streams.consume({"Records": [record(inbox_of(item))]}, RECEIVER, on_message=heard.append)
    assert (heard[0].kind, heard[0].body, heard[0].sender) == ("test.hello", {"text": "你好"}, "registry")


def test_a_message_lies_encrypted_in_both_tables() -> None:
    item = told("身份证号")
    streams.consume({"Records": [record(item)]}, SENDER)
    stored = json.dumps([item, inbox_of(item)], ensure_ascii=False)
    assert "身份证号" not in stored


def test_the_first_failing_record_is_named_and_what_follows_waits() -> None:
    items = [told("a"), told("b"), told("c")]
    for number, item in enumerate(items):
        item["SK"] = {"S": f"EVENT#0000000{number}"}
    seen: list[str] = []

    def refuse_the_second(event: events.Event) -> None:
        if len(seen) == 1:
            raise RuntimeError("not now")
        seen.append(event.id)

    answer = streams.consume(
        {"Records": [record(item) for item in items]}, SENDER, on_event=refuse_the_second
    )
    assert answer == {"batchItemFailures": [{"itemIdentifier": "EVENT#00000001"}]}
    assert len(seen) == 1


def test_changed_and_removed_items_set_nothing_in_motion() -> None:
    heard: list[events.Event] = []
    for kind in ("MODIFY", "REMOVE"):
        streams.consume({"Records": [record(told("x"), kind)]}, SENDER, on_event=heard.append)
    assert heard == []


def filled(count: int) -> str:
    pk = f"LEAVES#{ids.new_id()}"
    for number in range(count):
        LeafRecord(pk, f"{number:03d}", name=str(number)).save()
    return pk


def test_pages_join_up_to_the_whole_list() -> None:
    pk = filled(23)
    names: list[str] = []
    cursor: str | None = None
    while True:
        page = pagination.query(LeafRecord, pk, PageRequest(cursor, 5))
        names += [leaf.name for leaf in page.items]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert names == [str(number) for number in range(23)]


def test_a_cursor_of_another_list_or_an_altered_one_is_refused() -> None:
    mine, other = filled(6), filled(6)
    cursor = pagination.query(LeafRecord, mine, PageRequest(None, 3)).next_cursor
    assert cursor is not None
    with pytest.raises(BadCursor):
        pagination.query(LeafRecord, other, PageRequest(cursor, 3))
    for altered in (cursor[:-2] + "AA", "x", "!!", cursor[3:]):
        with pytest.raises(BadCursor):
            pagination.query(LeafRecord, mine, PageRequest(altered, 3))


def test_a_page_of_what_is_wanted_reads_on_until_it_is_full_and_goes_on_where_it_stopped() -> None:
    asked: list[int] = []

    def read(page: PageRequest) -> Page[int]:
        first = int(page.cursor or 0)
        asked.append(page.limit)
        items = list(range(first, min(first + page.limit, 40)))
        return Page(items, str(first + page.limit) if first + page.limit < 40 else None)

    def even(number: int) -> bool:
        return number % 2 == 0

    first = sifted(read, even, PageRequest(limit=5))
    assert (first.items, first.next_cursor) == ([0, 2, 4, 6, 8], "9")
    assert asked == [5, 2, 1, 1]
    rest = sifted(read, even, PageRequest(first.next_cursor, 50))
    assert (rest.items, rest.next_cursor) == (list(range(10, 40, 2)), None)
    nothing = sifted(read, lambda _: False, PageRequest(limit=1), most=3)
    assert (nothing.items, nothing.next_cursor) == ([], "3")
