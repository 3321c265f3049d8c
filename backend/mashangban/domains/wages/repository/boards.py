"""Lists and boards: what the listener keeps of each line."""

from collections.abc import Callable, Iterator
from typing import Any

from mashangban.domains.wages.models import TABLE, LineRowRecord
from mashangban.domains.wages.rules import board
from mashangban.domains.wages.rules.line import Line
from mashangban.domains.wages.terms import ATTENTION
from mashangban.kernel import boards
from mashangban.kernel.boards import Counters


def counters(name: str, *, consistent: bool = False) -> Counters:
    """All counters of a board; empty for one nothing counted on yet."""
    return boards.counters(TABLE, name, consistent=consistent)


def count(line: Line) -> bool:
    """Replace what a line counted before by what it counts now, everywhere in one transaction; False when the same or
    a later version was counted already."""
    before = row(line.id)
    if before is not None and int(before.version) >= line.version:
        return False
    after = board.contribution(line)
    moves = boards.difference(before.counted if before else {}, after)
    writes = [_put(line, after, before), *_adds(line, moves)]
    return boards.write(writes) or count(line)  # another delivery was faster: look again


def row(line_id: str) -> LineRowRecord | None:
    """The list row of a line (consistent)."""
    try:
        return LineRowRecord.get(f"PAYLINE#{line_id}", "ROW", consistent_read=True)
    except LineRowRecord.DoesNotExist:
        return None


def rows(line_ids: list[str]) -> dict[str, Counters]:
    """What lines count now, by id (consistent)."""
    keys = [(f"PAYLINE#{one}", "ROW") for one in line_ids]
    return {one.line_id: one.counted for one in LineRowRecord.batch_get(keys, consistent_read=True)}


def replace(name: str, recount: Callable[[], Counters]) -> Counters:
    """Put a board's counters as `recount` finds them. Raises Busy."""
    return boards.replace(TABLE, name, recount)


def _adds(line: Line, moves: Counters) -> Iterator[dict[str, Any]]:
    if moves:
        for name, steps in board.moves_on(line, moves).items():
            yield from boards.additions(TABLE, name, steps)


def row_of(line: Line, counted: Counters) -> LineRowRecord:
    """A line on its worker's list, on project's and county's while it asks for somebody's eye, and what it counts."""
    place = f"{line.state.value}#{line.month}#{line.id}"
    one = line.employment
    listed: dict[str, Any] = {
        "GSI1PK": f"LINES#{one.project.id}",
        "GSI1SK": place,
        "GSI3PK": f"LINES-IN#{one.region}",
        "GSI3SK": place,
    }
    return LineRowRecord(
        line.subject.pk,
        "ROW",
        GSI2PK=f"PAID#{line.employment.person_id}",
        GSI2SK=f"{line.month}#{line.id}",
        line_id=line.id,
        state=line.state,
        insisted=bool(line.objection and line.objection.insisted),
        counted=counted,
        version=line.version,
        **(listed if line.state in ATTENTION else {}),
    )


def _put(line: Line, counted: Counters, before: LineRowRecord | None) -> dict[str, Any]:
    version: Any = LineRowRecord.version
    condition = LineRowRecord.PK.does_not_exist() if before is None else version == int(before.version)
    return {"Put": row_of(line, counted).get_save_kwargs_from_instance(condition=condition)}
