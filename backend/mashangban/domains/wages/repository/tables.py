"""Pay tables: reading within reach, one transaction for each step, and the packed rows they are made of."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from pynamodb.expressions.update import Action

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.wages import errors
from mashangban.domains.wages.models import (
    TABLE,
    MonthRecord,
    RowsRecord,
    TableRecord,
    WagesDeadlineRecord,
    dump_findings,
    load_findings,
)
from mashangban.domains.wages.rules import pay
from mashangban.domains.wages.rules.table import Row, Table
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Reach
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(name for name in Table.__dataclass_fields__ if name not in {"id", "version", "chain"})
_EMPTY_IS_ABSENT = {"rows", "submitted_by", "approved_by", "reason"}


def table(table_id: str, reach: Reach | None = None, where: str = "place") -> Table:
    """A pay table; `where` names whose side is asked (`place`, `employer_place`, `contractor_place`). Raises NotFound
    when there is none within reach."""
    try:
        found = _to_table(TableRecord.get(f"PAYTABLE#{table_id}", "PAYTABLE", consistent_read=True))
    except TableRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if reach is not None:
        place: Place = getattr(found, where)
        reach.require(place)
    return found


def of_project(project_id: str, page: PageRequest) -> Page[Table]:
    """A project's tables, the newest month first."""
    found = pagination.query(TableRecord, f"TABLES#{project_id}", page, index="GSI1", newest_first=True)
    return found.map(_to_table)


def of_region(region: str, page: PageRequest) -> Page[Table]:
    """A county's tables, the newest month first."""
    found = pagination.query(TableRecord, f"TABLES-IN#{region}", page, index="GSI3", newest_first=True)
    return found.map(_to_table)


def create(act: Act, new: Table, event: Event, answer: Schema | None) -> None:
    """Begin a month's table. Raises MonthTwice."""
    key = _month_key(new.project.id, new.employer.id, new.month)
    guard = MonthRecord(key, "MONTH", table_id=new.id)
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.create(guard, otherwise=errors.MonthTwice())
        tx.answer(answer)


def discard(
    act: Act,
    before: Table,
    after: Table,
    event: Event,
    answer: Schema | None,
    drops: Callable[[Transaction], None],
) -> None:
    """Give a draft up: its month is free for another table, and `drops` frees what else it held. Raises Stale."""
    key = _month_key(before.project.id, before.employer.id, before.month)
    with Transaction(act, TABLE) as tx:
        amend(tx, before, after, event)
        tx.delete(MonthRecord(key, "MONTH", table_id=before.id), condition=MonthRecord.table_id == before.id)
        drops(tx)
        tx.answer(answer)


def table_of_month(project_id: str, employer_id: str, month: str) -> str | None:
    """The table that a project's employer has for a month already."""
    try:
        key = _month_key(project_id, employer_id, month)
        found = MonthRecord.get(key, "MONTH", consistent_read=True)
    except MonthRecord.DoesNotExist:
        return None
    return str(found.table_id)


def _month_key(project_id: str, employer_id: str, month: str) -> str:
    return f"MONTH#{project_id}#{employer_id}#{month}"


def move(
    act: Act,
    before: Table,
    after: Table,
    event: Event,
    answer: Schema | None = None,
    *,
    begins: Deadline | None = None,
    ends: str | None = None,
    settles: deadlines.Due | None = None,
    row: tuple[int, Sequence[Row], int] | None = None,
) -> None:
    """Write one step of a table's life; `row` replaces a chunk (number, rows, the revision it was read at)."""
    with Transaction(act, TABLE) as tx:
        amend(tx, before, after, event)
        if row is not None:
            number, rows, revision = row
            record = _chunk(after.rows, number, rows, revision + 1)
            tx.put(record, condition=RowsRecord.revision == revision)
        if begins is not None:
            deadlines.begin(tx, WagesDeadlineRecord, begins)
        if ends is not None:
            _close(tx, before, ends)
        if settles is not None:
            settles.settle(tx)
        tx.answer(answer)


def amend(tx: Transaction, before: Table, after: Table, event: Event) -> None:
    """The table's own write, within a transaction that also writes something else."""
    tx.amend(_record(before), event, _changes(before, after))


def deadline(table: Table, kind: str) -> Deadline | None:
    """The table's deadline of a kind, None before it began."""
    found = {one.kind: one for one in deadline_items.of_subject(WagesDeadlineRecord, table.subject)}
    return found.get(kind)


def _close(tx: Transaction, table: Table, kind: str) -> None:
    stored = deadline_items.get(WagesDeadlineRecord, table.subject, kind)
    if stored.state is not DeadlineState.CLOSED:
        deadlines.close(tx, WagesDeadlineRecord, stored)


def stage(version: str, number: int, rows: Sequence[Row]) -> None:
    """Lay a chunk of rows down; every chunk is its own partition, so that writing spreads."""
    _chunk(version, number, rows, 1).save()


def chunk(version: str, number: int) -> tuple[list[Row], int]:
    """A chunk's rows and the revision they stand at. Raises NotFound."""
    try:
        record = RowsRecord.get(f"ROWS#{version}#{number:04d}", "ROWS", consistent_read=True)
    except RowsRecord.DoesNotExist as missing:
        raise NotFound() from missing
    return [_load_row(raw) for raw in json.loads(record.body)], int(record.revision)


def _chunk(version: str, number: int, rows: Sequence[Row], revision: int) -> RowsRecord:
    body = json.dumps([_dump_row(row) for row in rows], ensure_ascii=False, separators=(",", ":"))
    pk = f"ROWS#{version}#{number:04d}"
    return RowsRecord(pk, "ROWS", body=body, revision=revision)


def _dump_row(row: Row) -> list[Any]:
    return [
        row.contract_id,
        row.number,
        row.name_masked,
        row.team,
        row.trade,
        pay.dump(row.content),
        dump_findings(row.findings),
        row.previous_fen,
        row.previous_halves,
    ]


def _load_row(raw: list[Any]) -> Row:
    contract_id, number, name, team, trade, content, findings, previous_fen, previous_halves = raw
    found = load_findings(findings)
    return Row(
        contract_id, number, name, team, trade, pay.load(content), found, previous_fen, previous_halves
    )


def _stored(table: Table) -> dict[str, Any]:
    values = {name: getattr(table, name) for name in _FIELDS}
    absent = {name: None for name in _EMPTY_IS_ABSENT if not values[name]}
    place = f"{table.month}#{table.id}"
    keys = {"GSI1PK": f"TABLES#{table.project.id}", "GSI3PK": f"TABLES-IN#{table.region}"}
    return values | absent | keys | {"GSI1SK": place, "GSI3SK": place}


def _record(table: Table) -> TableRecord:
    return TableRecord(table.subject.pk, "PAYTABLE", **_stored(table))


def _changes(before: Table, after: Table) -> list[Action]:
    """Only what differs is written, so that attributes we don't know of survive."""
    old, new = _stored(before), _stored(after)
    actions: list[Action] = []
    for name in (name for name in new if old[name] != new[name]):
        attribute: Any = getattr(TableRecord, name)
        actions.append(attribute.remove() if new[name] is None else attribute.set(new[name]))
    return actions


_NUMBERS = {"chunks", "lines", "total_fen", "blocked", "runs"}


def _to_table(record: TableRecord) -> Table:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: int(values[name]) for name in _NUMBERS}
    values |= {name: values[name] or "" for name in _EMPTY_IS_ABSENT}
    identity = str(record.PK).removeprefix("PAYTABLE#")
    return Table(id=identity, version=int(record.version), chain=record.chain, **values)
