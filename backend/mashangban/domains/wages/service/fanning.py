"""What one act on a table means for each of its lines, chunk by chunk.

Each step is set off by the event of the one before, so that a stopped process goes on where it was; a line that was
reached already is left as it is. A table may have a thousand chunks.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from mashangban.domains.wages import events
from mashangban.domains.wages.repository import known, uploads
from mashangban.domains.wages.repository import lines as line_items
from mashangban.domains.wages.repository import tables as repository
from mashangban.domains.wages.rules import line as rules
from mashangban.domains.wages.rules import table as table_rules
from mashangban.domains.wages.rules.line import Line, line_id
from mashangban.domains.wages.rules.table import Row, Table
from mashangban.domains.wages.service import telling
from mashangban.domains.wages.terms import JobKind, LineState
from mashangban.employment.rules import Employment
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import Busy, Stale
from mashangban.kernel.events import Event, Message, following
from mashangban.kernel.permissions import Role

_ABREAST = 4
_RUNS = 6
_STARTS = frozenset(
    {
        events.TABLE_SHOWN,
        events.TABLE_REMINDED,
        events.TABLE_APPROVED,
        events.TABLE_ADVANCED,
        events.RUN_ORDERED,
    }
)


def go_on(event: Event) -> None:
    """The next chunk after an event of a table. Any event but the newest was already followed."""
    if event.type in (events.ROWS_REPLACED, events.TABLE_DISCARDED) and event.data.get("dropped"):
        uploads.drop_rows(event.data["dropped"], event.data["dropped_chunks"])
    if event.type not in _STARTS:
        return
    table = repository.table(event.subject.id)
    if table.version != event.version or table.job is None:
        return
    act = system_act("wages_stream")
    try:
        _advance(act, table, _STEPS[table.job.kind](act, table, table.job.chunk))
    except Stale:
        return  # the same event came twice at once, and the other one was faster


def _advance(act: Act, before: Table, reached: list[Line]) -> None:
    after = table_rules.advance(before, len(reached), sum(one.content.amount_fen for one in reached))
    ordered = bool(after.job and before.job and after.job.kind is not before.job.kind)
    kind = events.RUN_ORDERED if ordered else events.TABLE_ADVANCED
    told: dict[str, object] = {"job": before.job.kind.value if before.job else ""}
    messages: tuple[Message, ...] = ()
    if ordered and after.job:
        told |= {"run": after.run_id, "lines": after.job.lines, "fen": after.job.fen}
        messages = (telling.run(after, after.run_id, after.job.lines, after.job.fen),)
    event = following(act, kind, before, Role.SYSTEM, told, messages)
    repository.move(act, before, after, event)


def _show(act: Act, table: Table, number: int) -> list[Line]:
    rows, _ = repository.chunk(table.rows, number)
    people = known.employments_of([row.contract_id for row in rows])
    new = [_line(act, table, row, people[row.contract_id]) for row in rows if row.contract_id in people]
    _abreast(lambda one: _create(act, one), new)
    return new


def _line(act: Act, table: Table, row: Row, employment: Employment) -> Line:
    return Line(
        id=line_id(row.contract_id, table.month),
        table_id=table.id,
        month=table.month,
        employment=employment,
        content=row.content,
        state=LineState.SHOWN,
        asked_at=act.at,
        previous_fen=row.previous_fen,
        previous_halves=row.previous_halves,
        findings=row.findings,
    )


def _create(act: Act, new: Line) -> None:
    told = {"state": new.state.value, "fen": new.content.amount_fen, "table": new.table_id}
    messages = (telling.line(new), telling.worker(new, "wages.line.to-confirm"))
    line_items.create(act, new, following(act, events.LINE_SHOWN, new, Role.SYSTEM, told, messages))


@dataclass(frozen=True, slots=True)
class _Step:
    """What becomes of one line: how it stands then, what the log says, who is told."""

    after: Line
    kind: str
    told: dict[str, object]
    messages: tuple[Message, ...]


def _remind(act: Act, table: Table, number: int) -> list[Line]:
    def decide(one: Line) -> _Step | None:
        if one.state is not LineState.SHOWN:
            return None
        return _Step(one, events.LINE_REMINDED, {}, (telling.worker(one, "wages.line.to-confirm"),))

    return _each(act, table, number, decide)


def _approve(act: Act, table: Table, number: int) -> list[Line]:
    def decide(one: Line) -> _Step | None:
        if not rules.payable(one, act.at):
            return None
        after = rules.approve(one, table.run_id, act.at)
        told = {"run": table.run_id, "fen": one.content.amount_fen, "confirmed": not one.unconfirmed}
        return _Step(after, events.LINE_APPROVED, told, (telling.line(after),))

    _each(act, table, number, decide)
    now = _lines(table, number)
    return [one for one in now if one.state is LineState.APPROVED and one.run == table.run_id]


def _order(act: Act, table: Table, number: int) -> list[Line]:
    def decide(one: Line) -> _Step | None:
        if one.state is not LineState.APPROVED or one.run != table.run_id:
            return None
        after = rules.order(one)
        told = {"run": after.run, "attempt": after.attempt, "fen": after.content.amount_fen}
        return _Step(after, events.LINE_ORDERED, told, (telling.transfer(after), telling.line(after)))

    _each(act, table, number, decide)
    return []


def _each(act: Act, table: Table, number: int, decide: Callable[[Line], _Step | None]) -> list[Line]:
    lines = _lines(table, number)
    _abreast(lambda one: _carry(act, one, decide), lines)
    return lines


def _carry(act: Act, one: Line, decide: Callable[[Line], _Step | None]) -> None:
    """Decide and write; who touched the line at the same moment goes first, and it is decided again."""
    for _ in range(_RUNS):
        step = decide(one)
        if step is None:
            return
        event = following(act, step.kind, one, Role.SYSTEM, step.told, step.messages)
        try:
            line_items.move(act, one, step.after, event)
        except Stale:
            one = line_items.line(one.id)
        else:
            return
    raise Busy()


def _lines(table: Table, number: int) -> list[Line]:
    rows, _ = repository.chunk(table.rows, number)
    return list(line_items.many(line_id(row.contract_id, table.month) for row in rows).values())


def _abreast(step: Callable[[Line], None], lines: list[Line]) -> None:
    with ThreadPoolExecutor(_ABREAST) as threads:
        for written in [threads.submit(step, one) for one in lines]:
            written.result()


_STEPS: dict[JobKind, Callable[[Act, Table, int], list[Line]]] = {
    JobKind.SHOW: _show,
    JobKind.REMIND: _remind,
    JobKind.APPROVE: _approve,
    JobKind.ORDER: _order,
}
