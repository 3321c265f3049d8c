"""Batches: claimed with all their reports at once, answered with all of them at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from mashangban.domains.reporting.models import TABLE, BatchRecord
from mashangban.domains.reporting.repository import reports
from mashangban.domains.reporting.rules.batch import Batch
from mashangban.domains.reporting.rules.report import Report
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.transaction import Transaction

SK = "REPORTBATCH"
_STORED = tuple(name for name in Batch.__dataclass_fields__ if name not in {"id", "version", "chain"})
Step = tuple[Report, Report, Event]


def find(batch_id: str) -> Batch | None:
    """A batch (a consistent read), or None."""
    try:
        return _to_batch(BatchRecord.get(f"REPORTBATCH#{batch_id}", SK, consistent_read=True))
    except BatchRecord.DoesNotExist:
        return None


def to_ask(platform: str, at: datetime, most: int) -> list[Batch]:
    """The batches whose results, or whose fate, are to be asked for now."""
    key: Any = BatchRecord.GSI2SK
    found = BatchRecord.query(
        f"ASK#{platform}", key <= clock.to_text(at) + "~", index_name="GSI2", limit=most
    )
    return [_to_batch(record) for record in found]


def claim(act: Act, batch: Batch, event: Event, steps: Sequence[Step]) -> None:
    """Take reports out of the outbox into a batch, all or none. Raises Stale when one of them changed meanwhile."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record_of(batch), event)
        _amend(tx, steps)


def move(act: Act, before: Batch, after: Batch, event: Event, steps: Sequence[Step] = ()) -> None:
    """One step of a batch with what it means for its reports. Raises Stale."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record_of(before), event, _changes(before, after))
        _amend(tx, steps)


def note(act: Act, before: Batch, after: Batch) -> None:
    """Another vain question: no event, nobody's matter changed. Raises Stale."""
    unmoved: Any = BatchRecord.version == before.version
    with Transaction(act, TABLE) as tx:
        tx.update(_record_of(before), _changes(before, after), condition=unmoved)


def _amend(tx: Transaction, steps: Sequence[Step]) -> None:
    for before, after, event in steps:
        tx.amend(reports.record_of(before), event, reports.changes(before, after))


def _to_batch(record: BatchRecord) -> Batch:
    values = {name: getattr(record, name) for name in (*_STORED, "version", "chain")}
    numbers = {"asks": int(record.asks), "version": int(record.version)}
    identity = str(record.PK).removeprefix("REPORTBATCH#")
    return Batch(id=identity, **{**values, **numbers, "ticket": record.ticket or ""})


def _record_of(batch: Batch) -> BatchRecord:
    return BatchRecord(batch.subject.pk, SK, **_stored(batch))


def _stored(batch: Batch) -> dict[str, Any]:
    values = {name: getattr(batch, name) for name in _STORED} | {"ticket": batch.ticket or None}
    return values | {
        "GSI2PK": f"ASK#{batch.platform}" if batch.next_at else None,
        "GSI2SK": f"{clock.to_text(batch.next_at)}#{batch.id}" if batch.next_at else None,
    }


def _changes(before: Batch, after: Batch) -> list[Any]:
    old, new = _stored(before), _stored(after)
    attributes: dict[str, Any] = {name: getattr(BatchRecord, name) for name in new if old[name] != new[name]}
    return [one.remove() if new[name] is None else one.set(new[name]) for name, one in attributes.items()]
