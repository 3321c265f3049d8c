"""Deposits and guarantees, with the deadline that belongs to each state."""

from typing import Any

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.payments import errors
from mashangban.domains.payments.models import TABLE, DepositRecord, PaymentsDeadlineRecord
from mashangban.domains.payments.rules import deposit as rules
from mashangban.domains.payments.rules.deposit import Deposit
from mashangban.domains.payments.terms import DepositKind, DepositState
from mashangban.kernel import clock, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.errors import NotFound, Stale
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

_PLAIN = (
    "project", "region", "contractor", "state", "price_fen", "permit_on", "factor", "required_fen", "source", "at",
    "storage",
)  # fmt: skip


def deposit(deposit_id: str, reach: Reach | None = None) -> Deposit:
    """A deposit. Raises NotFound when there is none within reach."""
    try:
        found = _to_deposit(DepositRecord.get(f"DEPOSIT#{deposit_id}", "DEPOSIT", consistent_read=True))
    except DepositRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if reach is not None:
        reach.require(found.place)
    return found


def of_project(project_id: str) -> list[Deposit]:
    """What a project gave as security, one a kind at most."""
    keys = [(f"DEPOSIT#{project_id}.{kind.value}", "DEPOSIT") for kind in DepositKind]
    return [_to_deposit(record) for record in DepositRecord.batch_get(keys, consistent_read=True)]


def of_county(region: str, state: DepositState | None, page: PageRequest) -> Page[Deposit]:
    """A county's deposits by state, oldest first within it."""
    key: Any = DepositRecord.GSI1SK
    where = key.startswith(f"{state.value}#") if state else None
    found = pagination.query(DepositRecord, f"DEPOSITS#{region}", page, index="GSI1", where=where)
    return found.map(_to_deposit)


def of_contractor(enterprise_id: str, page: PageRequest) -> Page[Deposit]:
    """A general contractor's deposits by project."""
    pk = f"CONTRACTOR-DEPOSITS#{enterprise_id}"
    return pagination.query(DepositRecord, pk, page, index="GSI2").map(_to_deposit)


def require(act: Act, new: Deposit, event: Event, answer: Schema) -> None:
    """Write what a project owes, with its deadline. Raises DepositExists."""
    with Transaction(act, TABLE) as tx:
        enter(tx, new, event)
        tx.answer(answer)


def enter(tx: Transaction, new: Deposit, event: Event) -> None:
    """A new deposit's own writes, within a transaction that may write others too."""
    deadline = rules.present(new)
    tx.create(_record(new), event, otherwise=errors.DepositExists())
    if deadline is not None:
        deadlines.begin(tx, PaymentsDeadlineRecord, deadline)


def move(
    act: Act,
    before: Deposit,
    after: Deposit,
    event: Event,
    answer: Schema | None = None,
    settles: deadlines.Due | None = None,
) -> None:
    """Write one step of a deposit's life; the deadline of the old state ends, that of the new begins."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, changes(DepositRecord, _stored(before), _stored(after)))
        _shift(tx, before, after, settles)
        tx.answer(answer)


def _shift(tx: Transaction, before: Deposit, after: Deposit, settles: deadlines.Due | None) -> None:
    old, new = rules.present(before), rules.present(after)
    if settles is not None:
        settles.settle(tx)
    elif old is not None and (new is None or new.kind != old.kind):
        stored = deadline_items.get(PaymentsDeadlineRecord, old.subject, old.kind)
        if stored.state is DeadlineState.CLOSED:
            raise Stale()
        deadlines.close(tx, PaymentsDeadlineRecord, stored)
    if new is not None and (old is None or new.kind != old.kind):
        deadlines.begin(tx, PaymentsDeadlineRecord, new)


def _stored(one: Deposit) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(one, name) for name in _PLAIN}
    return values | {
        "deposit_kind": one.kind,
        "GSI1PK": f"DEPOSITS#{one.region}",
        "GSI1SK": f"{one.state.value}#{clock.to_text(one.at)}#{one.id}",
        "GSI2PK": f"CONTRACTOR-DEPOSITS#{one.contractor.id}",
        "GSI2SK": one.id,
    }


def _record(one: Deposit) -> DepositRecord:
    return DepositRecord(one.subject.pk, "DEPOSIT", **_stored(one))


def _to_deposit(record: DepositRecord) -> Deposit:
    values: dict[str, Any] = {name: getattr(record, name) for name in _PLAIN}
    whole = {name: int(values[name]) for name in ("price_fen", "required_fen")}
    head = {"kind": record.deposit_kind, "version": int(record.version), "chain": record.chain}
    return Deposit(**(values | whole | head))
