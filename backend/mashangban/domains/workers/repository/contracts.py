"""Contracts: reading within reach, and one transaction for each step of their life."""

from typing import Any

from pynamodb.expressions.update import Action

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.workers import errors
from mashangban.domains.workers.models import (
    TABLE,
    ContractRecord,
    OpenContractRecord,
    SignatureRecord,
    WorkersDeadlineRecord,
)
from mashangban.domains.workers.repository import authorisations
from mashangban.domains.workers.rules import waiting
from mashangban.domains.workers.rules.authorisation import Authorisation
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.terms import TRADES
from mashangban.kernel import clock, crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound, Stale
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

_PLAIN = tuple(n for n in Contract.__dataclass_fields__ if n not in {"id", "trade", "notes"})


def contract(contract_id: str, reach: Reach | None = None) -> Contract:
    """A contract. Raises NotFound when there is none within reach."""
    try:
        found = to_contract(ContractRecord.get(f"CONTRACT#{contract_id}", "CONTRACT", consistent_read=True))
    except ContractRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if reach is not None:
        reach.require(found.place)
    return found


def contracts_of_worker(person_id: str, page: PageRequest) -> Page[Contract]:
    """A worker's contracts, newest first."""
    found = pagination.query(ContractRecord, f"PERSON#{person_id}", page, index="GSI2", newest_first=True)
    return found.map(to_contract)


def offer(act: Act, new: Contract, event: Event, answer: Schema) -> None:
    """Write a new contract. Raises SecondOpenContract."""
    guard = OpenContractRecord(open_pk(new), "OPEN", contract_id=new.id)
    with Transaction(act, TABLE) as tx:
        tx.create(record_of(new), event)
        tx.create(guard, otherwise=errors.SecondOpenContract())
        shift_deadlines(tx, None, new)
        tx.answer(answer)


def move(
    act: Act,
    before: Contract,
    after: Contract,
    event: Event,
    answer: Schema | None = None,
    *,
    evidence: str | None = None,
    settles: deadlines.Due | None = None,
    spends: Authorisation | None = None,
    forgets: bool = False,
) -> None:
    """Write one step of a contract's life with everything that belongs to it, or nothing.

    `evidence` is the worker's signed act as JSON, stored encrypted; `settles` is the firing that made the platform act;
    `spends` is the standing authorisation it acted under; `forgets` drops the signed act again.
    """
    with Transaction(act, TABLE) as tx:
        tx.amend(record_of(before), event, changes(before, after))
        if evidence is not None:
            tx.put(SignatureRecord(before.subject.pk, "SIGNATURE", evidence=_seal(before.id, evidence)))
        if forgets:
            tx.delete(SignatureRecord(before.subject.pk, "SIGNATURE"))
        if before.state.open and not after.state.open:
            tx.delete(OpenContractRecord(open_pk(after), "OPEN"))
        shift_deadlines(tx, before, after, settles)
        if spends is not None:
            authorisations.spend(tx, spends)
        tx.answer(answer)


def remember(act: Act, answer: Schema) -> None:
    """Keep the answer of a submission whose acts were written one by one."""
    with Transaction(act, TABLE) as tx:
        tx.answer(answer)


def shift_deadlines(
    tx: Transaction, before: Contract | None, after: Contract, settles: deadlines.Due | None = None
) -> None:
    """Close the deadline that no longer runs and begin the one that now does; a firing settles its own."""
    old = waiting.present(before) if before is not None else None
    new = waiting.present(after)
    if settles is not None:
        settles.settle(tx)
    elif old is not None and (new is None or new.kind != old.kind):
        stored = deadline_items.get(WorkersDeadlineRecord, old.subject, old.kind)
        if stored.state is DeadlineState.CLOSED:
            raise Stale()  # another act was faster by a moment: read the contract again
        deadlines.close(tx, WorkersDeadlineRecord, stored)
    if new is not None and (old is None or new.kind != old.kind):
        deadlines.begin(tx, WorkersDeadlineRecord, new)


def evidence_of(contract_id: str) -> str:
    """The worker's signed act as JSON. Raises NotFound before the worker signed."""
    try:
        record = SignatureRecord.get(f"CONTRACT#{contract_id}", "SIGNATURE", consistent_read=True)
    except SignatureRecord.DoesNotExist as missing:
        raise NotFound() from missing
    return crypto.unseal(record.evidence, f"workers|{contract_id}|evidence")


def _seal(contract_id: str, evidence: str) -> str:
    return crypto.seal(evidence, f"workers|{contract_id}|evidence")


def open_pk(contract: Contract) -> str:
    return f"OPEN#{contract.project.id}#{contract.worker.person_id}"


def to_contract(record: ContractRecord) -> Contract:
    """A stored contract as the rules know it."""
    values: dict[str, Any] = {name: getattr(record, name) for name in _PLAIN}
    identity = str(record.PK).removeprefix("CONTRACT#")
    return Contract(id=identity, trade=TRADES[record.trade], notes=record.notes or (), **values)


def _stored(contract: Contract) -> dict[str, Any]:
    values = {name: getattr(contract, name) for name in _PLAIN if name not in {"version", "chain"}}
    return values | {
        "trade": contract.trade.code,
        "notes": contract.notes or None,
        "GSI2PK": f"PERSON#{contract.worker.person_id}",
        "GSI2SK": clock.to_text(contract.milestones.opened_at),
    }


def record_of(contract: Contract) -> ContractRecord:
    return ContractRecord(contract.subject.pk, "CONTRACT", **_stored(contract))


def changes(before: Contract, after: Contract) -> list[Action]:
    """Only what differs is written, so that attributes we don't know of survive."""
    old, new = _stored(before), _stored(after)
    changed = [name for name in new if old[name] != new[name]]
    actions: list[Action] = []
    for name in changed:
        attribute: Any = getattr(ContractRecord, name)
        actions.append(attribute.remove() if new[name] is None else attribute.set(new[name]))
    return actions
