"""Boards: what worker-days count for, kept by listeners, read in one query."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from mashangban.domains.attendance.models import TABLE, CountedRecord
from mashangban.domains.attendance.rules import board
from mashangban.domains.attendance.rules.workday import Workday
from mashangban.kernel import boards
from mashangban.kernel.boards import Counters

_CHUNK = 40


def counters(name: str, *, consistent: bool = False) -> Counters:
    """All counters of a board; empty for one that nothing counted on yet."""
    return boards.counters(TABLE, name, consistent=consistent)


def replace(name: str, recount: Callable[[], Counters]) -> Counters:
    """Put a board's counters as `recount` finds them. Raises Busy."""
    return boards.replace(TABLE, name, recount)


def count(workdays: Sequence[Workday]) -> None:
    """Let days of one team and month count as they stand, a whole team's day in one transaction: its project, county,
    city and province are each written once, not once a person."""
    for start in range(0, len(workdays), _CHUNK):
        chunk = workdays[start : start + _CHUNK]
        while not _count(chunk):  # another delivery counted one of them meanwhile: look again
            continue


def _count(workdays: Sequence[Workday]) -> bool:
    known = _known(workdays)
    newer = [one for one in workdays if one.id not in known or int(known[one.id].version) < one.version]
    if not newer:
        return True
    moves: dict[str, Counters] = defaultdict(dict)
    for one in newer:
        _add(moves, one, known[one.id].counted if one.id in known else {})
    puts = [_put(one, known.get(one.id)) for one in newer]
    adds = [
        write
        for name, steps in moves.items()
        if any(steps.values())
        for write in boards.additions(TABLE, name, steps)
    ]
    return boards.write([*puts, *adds])


def _add(moves: dict[str, Counters], one: Workday, before: Counters) -> None:
    own = boards.difference(before, board.contribution(one))
    for name, part in board.boards_of(one):
        for key, step in board.with_part(own, part).items():
            moves[name][key] = moves[name].get(key, 0) + step


def _known(workdays: Sequence[Workday]) -> dict[str, CountedRecord]:
    keys = [(f"WORKDAY#{one.id}", "COUNTED") for one in workdays]
    found = CountedRecord.batch_get(keys, consistent_read=True)
    return {record.PK.removeprefix("WORKDAY#"): record for record in found}


def _put(one: Workday, before: CountedRecord | None) -> dict[str, Any]:
    record = CountedRecord(
        f"WORKDAY#{one.id}", "COUNTED", version=one.version, counted=board.contribution(one)
    )
    version: Any = CountedRecord.version
    unseen = CountedRecord.PK.does_not_exist()
    condition = unseen if before is None else version == int(before.version)
    return {"Put": record.get_save_kwargs_from_instance(condition=condition)}
