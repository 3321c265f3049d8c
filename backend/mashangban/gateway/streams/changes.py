"""Noticing that the engine wrote something, at the price of a look at its file instead of a call for each table."""

import time
from collections.abc import Sequence
from pathlib import Path

# The clock of file times ticks every 4 to 10 ms: two writes within a tick look the same.
_TICK_S = 0.02
_ASK_ANYWAY_S = 0.5
_ASK_BLINDLY_S = 0.03


class Changes:
    """Says when it is worth asking the engine. Without a file to look at, it always is, every 30 ms."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files
        self._seen: list[tuple[int, int]] = []
        self._asked = 0.0
        self._pause = _ASK_ANYWAY_S if files else _ASK_BLINDLY_S

    def worth_asking(self) -> bool:
        """Whether something was written since the last yes, or enough time went by to ask in any case."""
        now, seen = time.monotonic(), [_look(file) for file in self._files]
        newest = max((written for written, _ in seen), default=0) / 1e9
        fresh = seen != self._seen or time.time() - newest < _TICK_S
        if not fresh and now - self._asked < self._pause:
            return False
        self._seen, self._asked = seen, now
        return True


def _look(file: Path) -> tuple[int, int]:
    try:
        status = file.stat()
    except FileNotFoundError:
        return 0, 0
    return status.st_mtime_ns, status.st_size
