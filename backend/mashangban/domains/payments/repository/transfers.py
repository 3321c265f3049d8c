"""Transfers: one a line and attempt, and a guard that lets no line be paid twice."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from pynamodb.expressions.update import Action

from mashangban.domains.payments import errors
from mashangban.domains.payments.models import TABLE, LineRecord, TransferRecord
from mashangban.domains.payments.repository import runs
from mashangban.domains.payments.rules.run import Batch, Transfer
from mashangban.domains.payments.terms import TransferState
from mashangban.kernel import clock, crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.events import Event
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_PLAIN = (
    "id", "run_id", "line", "attempt", "contract_id", "person_id", "name_masked", "amount_fen", "month", "state", "at",
    "bank", "batch", "settled_at",
)  # fmt: skip


def find(transfer_id: str) -> Transfer | None:
    """A transfer by its id."""
    try:
        return _to_transfer(TransferRecord.get(f"TRANSFER#{transfer_id}", "TRANSFER", consistent_read=True))
    except TransferRecord.DoesNotExist:
        return None


def many(transfer_ids: Sequence[str]) -> list[Transfer]:
    """Several transfers, in the order asked for (consistent reads)."""
    keys = [(f"TRANSFER#{one}", "TRANSFER") for one in transfer_ids]
    found = {record.id: record for record in TransferRecord.batch_get(keys, consistent_read=True)}
    return [_to_transfer(found[one]) for one in transfer_ids]


def of_run(run_id: str) -> Iterator[Transfer]:
    """Every transfer of a run. The index may lag: compare the number with the run's."""
    return (_to_transfer(record) for record in TransferRecord.query(f"RUN#{run_id}", index_name="GSI1"))


def page_of_run(run_id: str, page: PageRequest) -> Page[Transfer]:
    """A run's transfers by line."""
    return pagination.query(TransferRecord, f"RUN#{run_id}", page, index="GSI1").map(_to_transfer)


def of_person(person_id: str, page: PageRequest) -> Page[Transfer]:
    """What was paid to a person, newest first."""
    found = pagination.query(TransferRecord, f"PAID-TO#{person_id}", page, index="GSI2", newest_first=True)
    return found.map(_to_transfer)


def order(act: Act, new: Transfer, event: Event) -> None:
    """Write a transfer that was ordered and count it as arrived. Raises LineBusy; Stale for one known already."""
    steps = {"arrived": 1, "arrived_fen": new.amount_fen}
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        if new.state is TransferState.FAILED:
            steps |= {"failed": 1, "failed_fen": new.amount_fen}
        else:
            _take_line(tx, new)
        runs.add_to_tally(tx, new.run_id, new.id, steps)


def hand_over(act: Act, batch: Batch, moves: list[tuple[Transfer, Transfer, Event]]) -> None:
    """Cut an order and mark its transfers as handed to the bank, in one transaction."""
    with Transaction(act, TABLE) as tx:
        runs.create_batch(tx, batch)
        for before, after, event in moves:
            tx.amend(_record(before), event, _changed(before, after))


def settle(act: Act, before: Transfer, after: Transfer, event: Event) -> None:
    """Write a transfer's outcome with what it moves: the run's sums, and the line's guard."""
    steps = _counted(after, 1)
    if before.state.final:
        steps |= _counted(before, -1)
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, _changed(before, after))
        runs.add_to_tally(tx, after.run_id, after.id, steps)
        if after.state is not TransferState.PAID:
            _free_line(tx, after)


def _changed(before: Transfer, after: Transfer) -> list[Action]:
    old, new = _stored(before), _stored(after)
    if before.holder == after.holder:
        old["holder"] = new["holder"]  # sealed anew each time, though it says the same
    return changes(TransferRecord, old, new)


def _counted(one: Transfer, sign: int) -> dict[str, int]:
    return {one.state.value: sign, f"{one.state.value}_fen": sign * one.amount_fen}


def _take_line(tx: Transaction, new: Transfer) -> None:
    attempt: Any = LineRecord.attempt
    free: Any = LineRecord.free
    allowed = LineRecord.PK.does_not_exist() | ((free == True) & (attempt < new.attempt))  # noqa: E712 - a condition
    record = LineRecord(f"LINE#{new.line}", "LINE", attempt=new.attempt, free=False)
    tx.put(record, condition=allowed, otherwise=errors.LineBusy())


def _free_line(tx: Transaction, one: Transfer) -> None:
    attempt: Any = LineRecord.attempt
    record = LineRecord(f"LINE#{one.line}", "LINE")
    tx.update(record, [LineRecord.free.set(True)], condition=attempt == one.attempt)


def _context(transfer_id: str, field: str) -> str:
    return f"payments|{transfer_id}|{field}"


def _seal(one: Transfer, field: str) -> str | None:
    plain = getattr(one, field)
    return crypto.seal(plain, _context(one.id, field)) if plain else None


def _unseal(record: TransferRecord, field: str) -> str:
    sealed = getattr(record, field)
    return crypto.unseal(sealed, _context(record.id, field)) if sealed else ""


def _stored(one: Transfer) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(one, name) for name in _PLAIN}
    return values | {
        "holder": _seal(one, "holder"),
        "reason": one.reason or None,
        "bank_reference": one.bank_reference or None,
        "GSI1PK": f"RUN#{one.run_id}",
        "GSI1SK": one.id,
        "GSI2PK": f"PAID-TO#{one.person_id}",
        "GSI2SK": _place(one.at, one.id),
    }


def _place(at: datetime, transfer_id: str) -> str:
    return f"{clock.to_text(at)}#{transfer_id}"


def _record(one: Transfer) -> TransferRecord:
    return TransferRecord(one.subject.pk, "TRANSFER", card=_seal(one, "card"), **_stored(one))


def _to_transfer(record: TransferRecord) -> Transfer:
    values: dict[str, Any] = {name: getattr(record, name) for name in _PLAIN}
    whole = {name: int(values[name]) for name in ("attempt", "amount_fen", "batch")}
    texts = {name: getattr(record, name) or "" for name in ("reason", "bank_reference")}
    sealed = {name: _unseal(record, name) for name in ("card", "holder")}
    head = {"version": int(record.version), "chain": record.chain}
    return Transfer(**(values | whole | texts | sealed | head))
