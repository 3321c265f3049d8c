"""pyHanko runs an event loop of its own, which a thread that already runs one can't do."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def beside_any_loop(work: Callable[[], T]) -> T:
    """Does the work here, or in a thread of its own when this one is inside an event loop."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return work()
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()
