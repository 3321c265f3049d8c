"""Conflicts between sources: kept open until a person decides."""

from mashangban.kernel import crypto
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Event
from mashangban.kernel.http import Schema
from mashangban.kernel.pagination import Page, PageRequest, query
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction
from mashangban.registry import errors
from mashangban.registry.models import TABLE, ConflictRecord
from mashangban.registry.rules.imports import Conflict
from mashangban.registry.terms import ConflictState


def conflict_id(record_id: str, field: str, source: str, offered: str) -> str:
    """The same disagreement has the same id, however often it is offered; the value can't be guessed from it."""
    return crypto.keyed_hash("conflict", f"{record_id}|{field}|{source}|{offered}")


def get(identity: str, reach: Reach | None = None) -> Conflict:
    """One conflict. Raises NoSuchRecord."""
    try:
        found = _conflict(ConflictRecord.get(f"CONFLICT#{identity}", "CONFLICT", consistent_read=True))
    except ConflictRecord.DoesNotExist as missing:
        raise errors.NoSuchRecord() from missing
    if reach is not None:
        reach.require(found.place)
    return found


def page_open(region: str, page: PageRequest) -> Page[Conflict]:
    """Open conflicts within a province, city or county. One query."""
    where = ConflictRecord.GSI1SK.startswith(region) if len(region) > 2 else None
    return query(ConflictRecord, f"CONFLICT#{region[:2]}", page, index="GSI1", where=where).map(_conflict)


def create(act: Act, conflict: Conflict, event: Event) -> bool:
    """Queue a conflict; one that was queued before stays as it is. Returns whether it is new."""
    try:
        with Transaction(act, TABLE) as tx:
            tx.create(_record(conflict), event)
    except Stale:
        return False
    return True


def settle(
    act: Act, before: Conflict, state: ConflictState, reason: str, event: Event, answer: Schema | None
) -> None:
    """Close a conflict with the reason given. Raises ConflictSettled when someone else did."""
    kind = ConflictRecord
    sealed = crypto.seal(reason, f"registry|{before.subject.pk}|reason")
    with Transaction(act, TABLE) as tx:
        tx.amend(
            _record(before),
            event,
            [kind.state.set(state), kind.reason.set(sealed), kind.GSI1PK.remove(), kind.GSI1SK.remove()],
            otherwise=errors.ConflictSettled(),
        )
        tx.answer(answer)


def _record(one: Conflict) -> ConflictRecord:
    pk = one.subject.pk
    return ConflictRecord(
        pk,
        "CONFLICT",
        GSI1PK=f"CONFLICT#{one.county[:2]}",
        GSI1SK=f"{one.county}#{one.at.isoformat()}#{one.id}",
        register=one.register,
        record_id=one.record_id,
        record_name=one.record_name,
        county=one.county,
        field=one.field,
        held=crypto.seal(one.held, f"registry|{pk}|held"),
        held_source=one.held_source,
        offered=crypto.seal(one.offered, f"registry|{pk}|offered"),
        offered_source=one.offered_source,
        state=one.state,
        at=one.at,
        version=one.version,
        chain=one.chain,
    )


def _conflict(record: ConflictRecord) -> Conflict:
    return Conflict(
        id=record.PK.partition("#")[2],
        register=record.register,
        record_id=record.record_id,
        record_name=record.record_name,
        county=record.county,
        field=record.field,
        held=crypto.unseal(record.held, f"registry|{record.PK}|held"),
        held_source=record.held_source,
        offered=crypto.unseal(record.offered, f"registry|{record.PK}|offered"),
        offered_source=record.offered_source,
        state=record.state,
        at=record.at,
        version=int(record.version),
        chain=record.chain,
    )
