"""A storage that often says "not now": every fifth transaction meets a conflict or is throttled before it is sent."""

import json
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from botocore.awsrequest import AWSResponse
from botocore.compat import HTTPHeaders

from mashangban.kernel.dynamodb import client

SHARE = 0.2


class Faults:
    """Counts what it refused; the same seed refuses the same share in whatever order threads come."""

    def __init__(self, seed: int) -> None:
        self.refused = 0
        self._chance, self._lock = random.Random(seed), threading.Lock()

    def answer(self, params: dict[str, Any], **_: object) -> tuple[AWSResponse, dict[str, Any]] | None:
        """What DynamoDB answers to contention, or None to let the call through."""
        with self._lock:
            drawn = self._chance.random()
            if drawn >= SHARE:
                return None
            self.refused += 1
        http = AWSResponse("http://127.0.0.1", 400, HTTPHeaders(), None)
        if drawn < SHARE / 2:
            throttled = (
                "ThrottlingException" if drawn < SHARE / 4 else "ProvisionedThroughputExceededException"
            )
            return http, {"Error": {"Code": throttled, "Message": "slow down"}}
        writes = len(json.loads(params["body"])["TransactItems"])
        reasons = [{"Code": "TransactionConflict"}, *({"Code": "None"} for _ in range(writes - 1))]
        error = {"Code": "TransactionCanceledException", "Message": "conflict"}
        return http, {"Error": error, "CancellationReasons": reasons}


@contextmanager
def faulty(seed: int = 1) -> Iterator[Faults]:
    faults, hooks = Faults(seed), client().meta.events
    name = "before-call.dynamodb.TransactWriteItems"
    hooks.register(name, faults.answer)
    try:
        yield faults
    finally:
        hooks.unregister(name, faults.answer)
