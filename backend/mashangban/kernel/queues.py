"""Queues that a room's clock works off: items whose GSI3PK names the queue and whose GSI3SK says when it is their turn,
mostly at most an hour after they were last looked at.
"""

from datetime import datetime, timedelta
from typing import TypeVar

from mashangban.kernel import clock
from mashangban.kernel.dynamodb import Gsi3, Record

R = TypeVar("R", bound=Record)

ASTRAY = timedelta(hours=2)
"""Whose turn is further off than this was put off by a clock that was ahead."""


def due(kind: type[R], queue: str, now: datetime, most: int, astray: timedelta = ASTRAY) -> list[R]:
    """Whose turn has come, the longest waiting first, then who went astray: their turn would come when the right clock
    is where the wrong one was, days later perhaps (two queries, 1 RCU while nothing waits).
    """
    turn, far = clock.to_text(now), clock.to_text(now + astray)
    found: list[R] = []
    for where in (turn >= Gsi3.GSI3SK, far < Gsi3.GSI3SK):
        if (room := most - len(found)) > 0:
            found += kind.query(queue, where, index_name="GSI3", limit=room, page_size=room)
    return found
