"""All event source mappings of the template, in one process."""

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Collection, Mapping
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from mashangban.gateway.dead_letters import keep_dead_letter
from mashangban.gateway.engine_file import trim_stream_records
from mashangban.gateway.functions import Functions
from mashangban.gateway.health import write_heartbeat
from mashangban.gateway.settings import LocalSettings
from mashangban.gateway.streams.changes import Changes
from mashangban.gateway.streams.checkpoints import Checkpoints
from mashangban.gateway.streams.delivery import Delivery
from mashangban.gateway.streams.patterns import admitted
from mashangban.gateway.streams.reader import StreamReader
from mashangban.gateway.streams.records import Record
from mashangban.gateway.streams.shard import Pace, Shard
from mashangban.gateway.tables import client
from mashangban.gateway.template import Function, StreamSource, Template

SHARDS = 4
"""Shards of each stream: order holds within one only, as on AWS."""
_HEARTBEAT_S = 0.25
_TRIM_S = 60.0
_MOST_WAITING = 20_000
_WHOLE = -1
"""The checkpoint's shard that stands for all shards together."""


class Consumer:
    """One function reading one table's stream."""

    def __init__(
        self,
        name: str,
        source: StreamSource,
        stream: str,
        checkpoints: Checkpoints,
        make: Callable[..., Shard],
    ) -> None:
        self._name, self._source, self._stream = name, source, stream
        self._checkpoints = checkpoints
        whole = checkpoints.load(name, stream, _WHOLE)
        starts = [max(whole, checkpoints.load(name, stream, number)) for number in range(SHARDS)]
        self._whole = whole
        self.start = min(starts)
        self._shards = [make(self, number, done) for number, done in enumerate(starts)]

    def offer(self, record: Record) -> None:
        """Takes a record that the mapping's filter admits."""
        if admitted(self._source.patterns, record.event):
            self._shards[record.partition % SHARDS].offer(record)

    def save(self, shard: int, sequence: int) -> None:
        """Keeps how far a shard is."""
        self._checkpoints.save(self._name, self._stream, shard, sequence)

    def save_whole(self, position: int) -> None:
        """Keeps that everything up to a position is done, when it is: a restart then reads only what is new."""
        if position > self._whole and self.pending() == 0:
            self._checkpoints.save(self._name, self._stream, _WHOLE, position)
            self._whole = position

    def pending(self) -> int:
        """Records that are not done."""
        return sum(shard.pending() for shard in self._shards)

    def oldest(self) -> float | None:
        """When the oldest record that is not done was written."""
        return min((moment for shard in self._shards if (moment := shard.oldest()) is not None), default=None)


class TableStream:
    """One table's stream and its consumers."""

    def __init__(self, name: str, reader: StreamReader, consumers: list[Consumer]) -> None:
        self.name = name
        self._reader, self._consumers = reader, consumers
        reader.position = min(consumer.start for consumer in consumers)

    def read(self) -> int:
        """Hands out what is new; returns how many records that was."""
        count = 0
        for count, record in enumerate(self._reader.read(), start=1):  # noqa: B007 (the count is the result)
            for consumer in self._consumers:
                consumer.offer(record)
        return count

    def pending(self) -> int:
        """Records that some consumer has not done."""
        return sum(consumer.pending() for consumer in self._consumers)

    def state(self) -> dict[str, Any]:
        """Pending records and the age of the oldest in milliseconds; keeps the consumers' progress."""
        position = self._reader.position
        for consumer in self._consumers:
            consumer.save_whole(position)
        oldest = min(
            (o for consumer in self._consumers if (o := consumer.oldest()) is not None), default=None
        )
        lag = 0 if oldest is None else max(0, int((time.time() - oldest) * 1000))
        return {"pending": self.pending(), "lag_ms": lag}


class Runner:
    """Reads all streams in turn and tells how far it is."""

    def __init__(self, settings: LocalSettings, template: Template) -> None:
        self._settings, self._template = settings, template
        # On AWS calls beside each other have processes of their own; threads would share what those do not.
        self._functions = Functions(template, at_once=1)
        self._functions.load({function.name for function in template.functions if function.streams})
        self._checkpoints = Checkpoints(settings.run / "checkpoints.sqlite")
        self._database = settings.data / "dynamodb.sqlite"
        self._tables = self._table_streams()
        names = [table.name for table in self._tables]
        self._changes = Changes(names, self._database if settings.engine == "dynoxide" else None)
        self._idle_at = 0.0
        self._beat = self._trimmed = 0.0

    def _table_streams(self) -> list[TableStream]:
        dynamodb = client()
        streams = boto3.client("dynamodbstreams", config=Config(connect_timeout=2, read_timeout=10))
        region = os.environ["AWS_REGION"]
        found = []
        for table in self._template.tables:
            mappings = [
                (f, s) for f in self._template.functions for s in f.streams if s.table == table.logical
            ]
            if mappings:
                reader = StreamReader(dynamodb, streams, table.name, region)
                consumers = [self._consumer(function, source, reader.label) for function, source in mappings]
                found.append(TableStream(table.name, reader, consumers))
        return found

    def _consumer(self, function: Function, source: StreamSource, label: str) -> Consumer:
        def give_up(error: str, attempts: int, event: dict[str, Any]) -> None:
            if source.on_failure:
                keep_dead_letter(self._settings.dead_letters, function.name, error, attempts, event)
            print(f"{function.name}: gave up {len(event['Records'])} records: {error}", flush=True)

        delivery = Delivery(
            source, lambda event: self._functions.invoke(function.name, event), give_up, time.sleep
        )
        pace = Pace(source.batch_size, source.window_s, self._settings.duplicates)

        def shard(consumer: Consumer, number: int, done: int) -> Shard:
            def save(sequence: int) -> None:
                consumer.save(number, sequence)

            return Shard(delivery, pace, done, save, f"{function.name}-{source.table}-{number}")

        return Consumer(f"{function.name}:{source.table}", source, label, self._checkpoints, shard)

    def run(self, stopping: Callable[[], bool]) -> None:
        """Runs until told to stop. An engine that is away is waited for."""
        while not stopping():
            with contextlib.suppress(OSError, sqlite3.Error):  # on a full disk the next round tries again
                idle = self._round()
                self._tell()
                if idle:
                    self._trim()
            time.sleep(self._changes.pause_s)
        self._tell(now=True)
        self._changes.close()
        self._checkpoints.close()

    def _round(self) -> bool:
        """Reads every stream that has something new; tells whether all is done, which is asked only when it will be
        told.
        """
        began = time.time()
        busy = not self._beat_due() or any(table.pending() for table in self._tables)
        try:
            found = self._read(self._changes.unread())
        except (BotoCoreError, ClientError, sqlite3.Error) as error:
            print(f"engine: {error}", flush=True)
            time.sleep(0.1)
            return False
        if busy or found:
            return False
        self._idle_at = began
        return True

    def _read(self, unread: Collection[str]) -> int:
        """Reads these streams to their ends, but for those whose listeners are far behind; returns how many records."""
        found = 0
        for table in self._tables:
            if table.name in unread and table.pending() <= _MOST_WAITING:
                found += table.read()
                self._changes.read(table.name)
        return found

    def _beat_due(self) -> bool:
        return time.monotonic() - self._beat > _HEARTBEAT_S

    def _tell(self, now: bool = False) -> None:
        if now or self._beat_due():
            self._beat = time.monotonic()
            tables: Mapping[str, Any] = {table.name: table.state() for table in self._tables}
            write_heartbeat(self._settings.run / "streams.json", {"idle_at": self._idle_at, "tables": tables})

    def _trim(self) -> None:
        """Now and then, when all that is known of is done."""
        if self._settings.engine == "dynoxide" and time.monotonic() - self._trimmed > _TRIM_S:
            self._trimmed = time.monotonic()
            with contextlib.suppress(Exception):  # the next minute tries again
                trim_stream_records(self._database, self._changes.newest)
