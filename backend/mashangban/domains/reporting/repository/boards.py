"""Counting reports on boards, each event once."""

from collections.abc import Callable
from typing import Any

from mashangban.domains.reporting.models import TABLE, CountedRecord
from mashangban.domains.reporting.rules import board
from mashangban.kernel import boards
from mashangban.kernel.boards import Counters
from mashangban.kernel.events import Event


def count(event: Event) -> bool:
    """Let an event of a report count; False when it, or a later one, was counted already."""
    before = _counted(event)
    if before is not None and int(before.version) >= event.version:
        return False
    after = board.contribution(event)
    moves = boards.difference(before.counted if before else {}, after)
    month, steps = board.flow(event)
    writes = [_put(event, after, before)]
    if moves:
        for name, part in board.boards_of(event.data["region"]):
            writes += boards.additions(TABLE, name, board.with_part(moves, part))
    writes += boards.additions(TABLE, month, steps) if steps else []
    return boards.write(writes) or count(event)


def counters(name: str, *, consistent: bool = False) -> Counters:
    """All counters of a board."""
    return boards.counters(TABLE, name, consistent=consistent)


def replace(name: str, recount: Callable[[], Counters]) -> Counters:
    """Put a board's counters as `recount` finds them. Raises Busy while others go on counting."""
    return boards.replace(TABLE, name, recount)


def _counted(event: Event) -> CountedRecord | None:
    try:
        return CountedRecord.get(event.subject.pk, "COUNTED", consistent_read=True)
    except CountedRecord.DoesNotExist:
        return None


def _put(event: Event, counted: Counters, before: CountedRecord | None) -> dict[str, Any]:
    record = CountedRecord(event.subject.pk, "COUNTED", counted=counted, version=event.version)
    version: Any = CountedRecord.version
    unseen = CountedRecord.PK.does_not_exist() if before is None else version == int(before.version)
    return {"Put": record.get_save_kwargs_from_instance(condition=unseen)}
