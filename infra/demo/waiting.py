"""Streams and partners take their time: the demo looks until they have come as far as its next act needs."""

import time
from collections.abc import Callable

PATIENCE_S = 60


def until(ready: Callable[[], bool]) -> None:
    """Returns when it is so; TimeoutError when it does not come."""
    deadline = time.monotonic() + PATIENCE_S
    while not ready():
        if time.monotonic() > deadline:
            raise TimeoutError(f"streams and treasury did not come that far within {PATIENCE_S} s")
        time.sleep(0.05)
