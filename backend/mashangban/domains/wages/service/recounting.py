"""Boards counted anew from the lines themselves, while listeners go on counting: tables, their project, the regions."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from mashangban.domains.wages.repository import boards as repository
from mashangban.domains.wages.repository import lines, tables
from mashangban.domains.wages.rules import board
from mashangban.domains.wages.rules.line import line_id
from mashangban.domains.wages.rules.table import Table
from mashangban.kernel import pagination
from mashangban.kernel.boards import Counters
from mashangban.registry import divisions

_COUNTY = 6


def rebuild_table(table_id: str) -> dict[str, int]:
    """A table's board from its lines; one that a listener missed is counted on the way. Raises Busy."""
    table = tables.table(table_id)
    for ids in _chunks(table):
        for one in lines.many(ids).values():
            repository.count(one)
    return repository.replace(board.table(table_id), partial(_of_table, table))


def rebuild_project(project_id: str, month: str) -> dict[str, int]:
    """A project's board of a month from its tables. Raises Busy."""
    found = [one for one in _tables(project_id) if one.month == month]
    for one in found:
        rebuild_table(one.id)
    parts = [(one.employer.id, board.table(one.id)) for one in found]
    return repository.replace(
        board.name(month, project_id), lambda: board.summed(_counted(parts), board.with_employer)
    )


def rebuild_region(region: str, month: str) -> dict[str, int]:
    """The board of a county, city or province and every board below it. Raises Busy."""
    if len(region) == _COUNTY:
        parts = sorted({one.project.id for one in _tables(region, county=True) if one.month == month})
        below: Callable[[str, str], object] = rebuild_project
    else:
        parts = [one.code for one in divisions.below(region)]
        below = rebuild_region
    for part in parts:
        below(part, month)
    names = [(part, board.name(month, part)) for part in parts]
    return repository.replace(board.name(month, region), lambda: board.summed(_counted(names)))


def _of_table(table: Table) -> dict[str, int]:
    total: Counter[str] = Counter()
    for ids in _chunks(table):
        for counted in repository.rows(ids).values():
            total.update(counted)
    return dict(total)


def _counted(parts: list[tuple[str, str]]) -> Iterator[tuple[str, Counters]]:
    return ((part, repository.counters(name, consistent=True)) for part, name in parts)


def _chunks(table: Table) -> Iterator[list[str]]:
    for number in range(table.chunks):
        rows, _ = tables.chunk(table.rows, number)
        yield [line_id(row.contract_id, table.month) for row in rows]


def _tables(place: str, *, county: bool = False) -> Iterator[Table]:
    read = tables.of_region if county else tables.of_project
    return pagination.every(lambda page: read(place, page))
