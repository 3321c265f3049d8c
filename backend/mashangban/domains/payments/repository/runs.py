"""Runs, their sums and the orders made of them."""

import zlib
from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from typing import Any

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.update import Action

from mashangban.domains.payments.models import TABLE, BatchRecord, RunRecord, TallyRecord
from mashangban.domains.payments.rules.run import Batch, Run, Tally
from mashangban.domains.payments.terms import BatchState, RunState
from mashangban.kernel import clock, pagination, queues
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

SHARDS = 4
TALLIES = 8
_PLAIN = (
    "id", "project", "region", "employer_id", "contractor_id", "month", "lines", "total_fen", "state", "tries", "at",
)  # fmt: skip
_BATCH = ("number", "transfers", "total_fen", "state", "tries", "asked_at")
_REFUSED = "ConditionalCheckFailedException"


def find(run_id: str) -> Run | None:
    """A run, or None while it was not announced."""
    try:
        return _to_run(RunRecord.get(f"PAYRUN#{run_id}", "PAYRUN", consistent_read=True))
    except RunRecord.DoesNotExist:
        return None


def run(run_id: str, reach: Reach | None = None) -> Run:
    """A run. Raises NotFound when there is none within reach."""
    found = find(run_id)
    if found is None:
        raise NotFound()
    if reach is not None:
        reach.require(found.place)
    return found


def of_project(project_id: str, page: PageRequest) -> Page[Run]:
    """A project's runs, newest first."""
    found = pagination.query(RunRecord, f"RUNS#{project_id}", page, index="GSI1", newest_first=True)
    return found.map(_to_run)


def of_county(region: str, state: RunState | None, page: PageRequest) -> Page[Run]:
    """A county's runs by state, newest first within it."""
    key: Any = RunRecord.GSI2SK
    where = key.startswith(f"{state.value}#") if state else None
    pk = f"COUNTY-RUNS#{region}"
    return pagination.query(RunRecord, pk, page, index="GSI2", where=where, newest_first=True).map(_to_run)


def projects_of_county(region: str) -> set[str]:
    """The projects that ever had a run in a county (every page of its list)."""
    return {record.project.id for record in RunRecord.query(f"COUNTY-RUNS#{region}", index_name="GSI2")}


def all_of_project(project_id: str) -> Iterator[Run]:
    """Every run of a project."""
    return (_to_run(record) for record in RunRecord.query(f"RUNS#{project_id}", index_name="GSI1"))


def announce(act: Act, new: Run, event: Event, look_at: datetime) -> None:
    """Write a run that was announced; the clock looks at it then. Stale when it is known already."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new, look_at), event)


def move(
    act: Act, before: Run, after: Run, event: Event, look_at: datetime | None, answer: Schema | None = None
) -> None:
    """Write one step of a run; `look_at` is when the clock has to come back (None: never)."""
    with Transaction(act, TABLE) as tx:
        actions = changes(RunRecord, _stored(before), _stored(after))
        tx.amend(_record(before, None), event, [*actions, *_work(after.id, look_at)])
        tx.answer(answer)


def look_again(run_id: str, at: datetime, tries: int) -> None:
    """Let the clock come back, without an event: nothing happened."""
    actions: list[Action] = [*_work(run_id, at), RunRecord.tries.set(tries)]
    RunRecord(f"PAYRUN#{run_id}", "PAYRUN").update(actions=actions)


def rest(run_id: str) -> None:
    """Nothing is left for the clock to do."""
    RunRecord(f"PAYRUN#{run_id}", "PAYRUN").update(actions=_work(run_id, None))


def wake(act: Act, run_id: str, answer: Schema) -> None:
    """Let the clock come back now, at somebody's word."""
    with Transaction(act, TABLE) as tx:
        actions: list[Action] = [*_work(run_id, act.at), RunRecord.tries.set(0)]
        tx.update(RunRecord(f"PAYRUN#{run_id}", "PAYRUN"), actions)
        tx.answer(answer)


def due(shard: int, until: datetime, most: int) -> list[str]:
    """The runs of one shard that the clock shall look at, the longest waiting first."""
    return [record.id for record in queues.due(RunRecord, f"WORK#{shard}", until, most)]


def tally(run_id: str) -> Tally:
    """A run's sums over all shards (one consistent query)."""
    names = [one.name for one in fields(Tally)]
    sums = dict.fromkeys(names, 0)
    key: Any = TallyRecord.SK
    for record in TallyRecord.query(f"PAYRUN#{run_id}", key.startswith("TALLY#"), consistent_read=True):
        for name in names:
            sums[name] += int(getattr(record, name) or 0)
    return Tally(**sums)


def add_to_tally(tx: Transaction, run_id: str, transfer_id: str, steps: dict[str, int]) -> None:
    """Move a run's sums within the act that moves the transfer."""
    shard = zlib.crc32(transfer_id.encode()) % TALLIES
    actions = [getattr(TallyRecord, name).add(step) for name, step in steps.items()]
    kind: Any = TallyRecord.kind
    tx.update(TallyRecord(f"PAYRUN#{run_id}", f"TALLY#{shard}"), [*actions, kind.set(TallyRecord)])


def batches(run_id: str) -> list[Batch]:
    """A run's orders in their order (one consistent query)."""
    key: Any = BatchRecord.SK
    found = BatchRecord.query(f"PAYRUN#{run_id}", key.startswith("BATCH#"), consistent_read=True)
    return [_to_batch(run_id, record) for record in found]


def batch(run_id: str, number: int) -> Batch | None:
    """One order by its number."""
    try:
        record = BatchRecord.get(f"PAYRUN#{run_id}", f"BATCH#{number:04d}", consistent_read=True)
    except BatchRecord.DoesNotExist:
        return None
    return _to_batch(run_id, record)


def create_batch(tx: Transaction, new: Batch) -> None:
    """Cut an order, in the act that hands its transfers over; Stale when another run of the clock was faster."""
    values = {name: getattr(new, name) for name in _BATCH}
    tx.create(BatchRecord(f"PAYRUN#{new.run_id}", f"BATCH#{new.number:04d}", **values))


def change_batch(before: Batch, state: BatchState, *, tries: int, asked_at: datetime | None) -> bool:
    """Note where an order stands; False when somebody else noted something meanwhile."""
    record = BatchRecord(f"PAYRUN#{before.run_id}", f"BATCH#{before.number:04d}")
    old_state: Any = BatchRecord.state
    old_tries: Any = BatchRecord.tries
    actions: list[Action] = [BatchRecord.state.set(state), BatchRecord.tries.set(tries)]
    if asked_at is not None:
        actions.append(BatchRecord.asked_at.set(asked_at))
    try:
        record.update(actions=actions, condition=(old_state == before.state) & (old_tries == before.tries))
    except UpdateError as refused:
        if refused.cause_response_code == _REFUSED:
            return False
        raise
    return True


def _to_batch(run_id: str, record: BatchRecord) -> Batch:
    values: dict[str, Any] = {name: getattr(record, name) for name in _BATCH}
    whole = {name: int(values[name]) for name in ("number", "total_fen", "tries")}
    return Batch(run_id=run_id, **(values | whole))


def _work(run_id: str, at: datetime | None) -> list[Action]:
    if at is None:
        return [RunRecord.GSI3PK.remove(), RunRecord.GSI3SK.remove()]
    return [RunRecord.GSI3PK.set(_shard(run_id)), RunRecord.GSI3SK.set(clock.to_text(at))]


def _shard(run_id: str) -> str:
    return f"WORK#{zlib.crc32(run_id.encode()) % SHARDS}"


def _stored(one: Run) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(one, name) for name in _PLAIN}
    return values | {
        "table_id": one.table,
        "note": one.note or None,
        "GSI1PK": f"RUNS#{one.project.id}",
        "GSI1SK": f"{clock.to_text(one.at)}#{one.id}",
        "GSI2PK": f"COUNTY-RUNS#{one.region}",
        "GSI2SK": f"{one.state.value}#{clock.to_text(one.at)}#{one.id}",
    }


def _record(one: Run, look_at: datetime | None) -> RunRecord:
    work: dict[str, Any] = {"GSI3PK": _shard(one.id), "GSI3SK": clock.to_text(look_at)} if look_at else {}
    return RunRecord(one.subject.pk, "PAYRUN", **_stored(one), **work)


def _to_run(record: RunRecord) -> Run:
    values: dict[str, Any] = {name: getattr(record, name) for name in _PLAIN}
    whole = {name: int(values[name]) for name in ("lines", "total_fen", "tries")}
    head = {"version": int(record.version), "chain": record.chain}
    return Run(table=record.table_id, note=record.note or "", **(values | whole | head))
