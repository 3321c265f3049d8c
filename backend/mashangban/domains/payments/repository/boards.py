"""Boards: what each account and run last counted, and the counters they moved."""

from collections.abc import Callable, Iterator
from typing import Any

from mashangban.domains.payments.models import TABLE, AccountRecord, CountedRecord
from mashangban.domains.payments.rules import board
from mashangban.kernel import boards
from mashangban.kernel.boards import Counters
from mashangban.kernel.events import Subject


def counters(name: str, *, consistent: bool = False) -> Counters:
    """All counters of a board."""
    return boards.counters(TABLE, name, consistent=consistent)


def count(subject: Subject, region: str, project_id: str, now: Callable[[], Counters]) -> bool:
    """Replace what a subject counted before by what it counts now, everywhere in one transaction; False when nothing
    changed. `now` is asked again when somebody else counted meanwhile, so the last writer knows the latest."""
    before = _counted(subject)
    after = now()
    moves = boards.difference(before.counted if before else {}, after)
    if not moves:
        return False
    writes = [_put(subject, after, before), *_adds(region, project_id, moves)]
    return boards.write(writes) or count(subject, region, project_id, now)


def counted(subject: Subject) -> Counters:
    """What a subject counts now."""
    found = _counted(subject)
    return found.counted if found else {}


def replace(name: str, recount: Callable[[], Counters]) -> Counters:
    """Put a board's counters as `recount` finds them. Raises Busy."""
    return boards.replace(TABLE, name, recount)


def accounts_of_county(region: str) -> Iterator[str]:
    """The projects of a county that have an account (every page of its list)."""
    return (record.project.id for record in AccountRecord.query(f"ACCOUNTS#{region}", index_name="GSI1"))


def _counted(subject: Subject) -> CountedRecord | None:
    try:
        return CountedRecord.get(subject.pk, "COUNTED", consistent_read=True)
    except CountedRecord.DoesNotExist:
        return None


def _put(subject: Subject, after: Counters, before: CountedRecord | None) -> dict[str, Any]:
    seen = int(before.revision) if before else 0
    record = CountedRecord(subject.pk, "COUNTED", counted=after, revision=seen + 1)
    revision: Any = CountedRecord.revision
    condition = revision == seen if before else CountedRecord.PK.does_not_exist()
    return {"Put": record.get_save_kwargs_from_instance(condition=condition)}


def _adds(region: str, project_id: str, moves: Counters) -> Iterator[dict[str, Any]]:
    for name, part in board.boards_of(region, project_id):
        yield from boards.additions(TABLE, name, board.with_part(moves, part))
