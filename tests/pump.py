"""A table's stream, read by hand: what the stream function would do, when a test says so."""

from collections.abc import Callable, Mapping
from typing import Any

from mashangban.kernel import streams
from mashangban.kernel.events import Event
from mashangban.kernel.settings import Table
from mashangban.kernel.streams import Delivery
from tests import engine as engines


class Pump:
    """Runs a table's stream from where it began until nothing new comes."""

    def __init__(
        self,
        url: str,
        table: Table,
        on_event: Callable[[Event], None],
        on_message: Callable[[Delivery], None],
        on_item: Callable[[Mapping[str, Any]], None] | None = None,
    ) -> None:
        self._table, self._on_event, self._on_message = table, on_event, on_message
        self._on_item = on_item
        self._client = engines.client(url, "dynamodbstreams")
        arn = engines.client(url).describe_table(TableName=table.physical)["Table"]["LatestStreamArn"]
        shards = self._client.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]
        asked = [
            {"StreamArn": arn, "ShardId": one["ShardId"], "ShardIteratorType": "LATEST"} for one in shards
        ]
        self._places = [str(self._client.get_shard_iterator(**one)["ShardIterator"]) for one in asked]

    def run(self) -> None:
        """Every new event and message, as the room's own listeners hear them."""
        self.hear(on_event=self._on_event, on_message=self._on_message, on_item=self._on_item)

    def hear(self, **listeners: Any) -> None:
        """The same with listeners of one's own."""
        while records := self._new():
            assert streams.consume({"Records": records}, self._table, **listeners) == {
                "batchItemFailures": []
            }

    def _new(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for number, place in enumerate(self._places):
            page = self._client.get_records(ShardIterator=place)
            found += page["Records"]
            self._places[number] = page.get("NextShardIterator") or place
        return found
