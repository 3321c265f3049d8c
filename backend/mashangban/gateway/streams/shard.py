"""One shard of one consumer: records in order, batch by batch, on a thread of its own."""

import random
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from mashangban.gateway.streams.delivery import Delivery
from mashangban.gateway.streams.records import Record

# One call to Lambda carries at most 6 MB; a record of the stream at most two images of 400 KB.
_LARGEST_BATCH = 1000
_AGAIN_S = 0.1
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pace:
    """How a shard gathers batches, and which share of them it deliberately delivers twice."""

    batch_size: int
    window_s: float
    duplicates: float


class Shard:
    """Holds what waits; `save` is called with the last number of each batch that is done."""

    def __init__(
        self, delivery: Delivery, pace: Pace, done: int, save: Callable[[int], None], name: str
    ) -> None:
        self._delivery, self._pace, self._save = delivery, pace, save
        self._waiting: deque[Record] = deque()
        self._changed = threading.Condition()
        self._busy = 0
        self._newest = done
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def offer(self, record: Record) -> None:
        """Takes a record; one that was taken before is passed over."""
        with self._changed:
            if record.sequence > self._newest:
                self._newest = record.sequence
                self._waiting.append(record)
                self._changed.notify()

    def pending(self) -> int:
        """Records not done yet."""
        with self._changed:
            return len(self._waiting) + self._busy

    def oldest(self) -> float | None:
        """When the oldest record that is not done was written."""
        with self._changed:
            return self._waiting[0].written_at if self._waiting else None

    def _work(self) -> None:
        while True:
            batch = self._next_batch()
            _until_room(self._deliver, batch)
            _until_room(self._save, batch[-1].sequence)
            with self._changed:
                self._busy = 0

    def _deliver(self, batch: Sequence[Record]) -> None:
        self._delivery.deliver(batch)
        if random.random() < self._pace.duplicates:  # noqa: S311 (guards nothing)
            # "At least once" is rare enough on AWS to be forgotten; here it happens every day.
            self._delivery.deliver(batch)

    def _next_batch(self) -> Sequence[Record]:
        size = min(self._pace.batch_size, _LARGEST_BATCH)
        with self._changed:
            while not self._waiting:
                self._changed.wait()
            closes = time.monotonic() + self._pace.window_s
            while len(self._waiting) < size and (left := closes - time.monotonic()) > 0:
                self._changed.wait(left)
            batch = [self._waiting.popleft() for _ in range(min(size, len(self._waiting)))]
            self._busy = len(batch)
        return batch


def _until_room(act: Callable[[T], None], what: T) -> None:
    """On a full disk again and again: progress and dead letters wait for room, and nothing overtakes them."""
    while True:
        try:
            return act(what)
        except (OSError, sqlite3.Error):
            time.sleep(_AGAIN_S)
