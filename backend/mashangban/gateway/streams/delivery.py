"""One batch to one function, until it is done or given up (Lambda developer guide, "Using Lambda with DynamoDB",
"Configuring partial batch response", "Retain discarded records")."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from mashangban.gateway.functions import FunctionError
from mashangban.gateway.streams.records import Record
from mashangban.gateway.template import StreamSource

Invoke = Callable[[dict[str, Any]], Any]
GiveUp = Callable[[str, int, dict[str, Any]], None]
Wait = Callable[[float], None]

_FIRST_WAIT_S = 0.05
_LONGEST_WAIT_S = 5.0


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a consumer's batches are delivered."""

    source: StreamSource
    invoke: Invoke
    give_up: GiveUp
    wait: Wait

    def deliver(self, records: Sequence[Record]) -> None:
        """Returns when every record is handled or given up. Order is kept: a failing record holds back the rest."""
        batches = [list(records)]
        while batches:
            batches = [*self._settle(batches[0]), *batches[1:]]

    def _settle(self, batch: list[Record]) -> list[list[Record]]:
        """Tries a batch until it is done or given up; returns what must be tried next, smaller or later."""
        attempts = 0
        while True:
            failed_from, error = self._attempt(batch)
            if failed_from == len(batch):
                return []
            attempts += 1
            self._back_off(attempts)
            if failed_from > 0:
                return self._halves(batch[failed_from:])
            if len(batch) > 1 and self.source.bisect:
                return self._halves(batch)
            if self._exhausted(batch, attempts):
                self.give_up(error, attempts, {"Records": [record.event for record in batch]})
                return []

    def _halves(self, batch: list[Record]) -> list[list[Record]]:
        """A failed batch in two where the template says so; splitting does not count as a retry."""
        if not self.source.bisect or len(batch) == 1:
            return [batch]
        middle = len(batch) // 2
        return [batch[:middle], batch[middle:]]

    def _attempt(self, batch: list[Record]) -> tuple[int, str]:
        """Calls the function once; returns where the first failure is (the batch's length when there is none)."""
        try:
            answer = self.invoke({"Records": [record.event for record in batch]})
        except FunctionError as error:
            return 0, str(error)
        if not self.source.partial_failures:
            return len(batch), ""
        return first_failure(batch, answer), "batchItemFailures"

    def _exhausted(self, batch: list[Record], attempts: int) -> bool:
        too_often = self.source.retries is not None and attempts > self.source.retries
        age = time.time() - batch[0].written_at
        return too_often or (self.source.max_age_s is not None and age > self.source.max_age_s)

    def _back_off(self, attempts: int) -> None:
        longest: float = min(_LONGEST_WAIT_S, _FIRST_WAIT_S * 2.0 ** min(attempts, 10))
        self.wait(random.uniform(longest / 2, longest))  # noqa: S311 (spreads load, guards nothing)


def first_failure(batch: Sequence[Record], answer: Any) -> int:
    """The place of the lowest failed record in a partial-failure answer; a malformed answer fails the whole batch."""
    failures = (answer or {}).get("batchItemFailures") or []
    numbers = {record.event["dynamodb"]["SequenceNumber"]: place for place, record in enumerate(batch)}
    places = [numbers.get(failure.get("itemIdentifier"), 0) for failure in failures]
    return min(places, default=len(batch))
