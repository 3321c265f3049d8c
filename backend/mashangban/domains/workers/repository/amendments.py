"""Amendments lie in their contract's partition and lengthen its chain."""

from typing import Any

from mashangban.domains.workers.models import TABLE, AmendmentRecord, OpenContractRecord, SignatureRecord
from mashangban.domains.workers.repository import contracts
from mashangban.domains.workers.rules.amending import Amendment
from mashangban.domains.workers.rules.contract import Contract
from mashangban.kernel import crypto
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(name for name in Amendment.__dataclass_fields__ if name != "kind")


def of_contract(contract_id: str) -> list[Amendment]:
    """A contract's amendments, oldest first (one query)."""
    key: Any = AmendmentRecord.SK
    found = AmendmentRecord.query(
        f"CONTRACT#{contract_id}", key.startswith("AMENDMENT#"), consistent_read=True
    )
    return [to_amendment(record) for record in found]


def amendment(contract_id: str, amendment_id: str) -> Amendment:
    try:
        record = AmendmentRecord.get(
            f"CONTRACT#{contract_id}", f"AMENDMENT#{amendment_id}", consistent_read=True
        )
    except AmendmentRecord.DoesNotExist as missing:
        raise NotFound() from missing
    return to_amendment(record)


def save(
    act: Act,
    before: Contract,
    after: Contract,
    amendment: Amendment,
    event: Event,
    answer: Schema | None = None,
    *,
    evidence: str | None = None,
) -> None:
    """Write an amendment as it now stands together with its contract; `evidence` is the worker's signed act."""
    with Transaction(act, TABLE) as tx:
        tx.amend(contracts.record_of(before), event, contracts.changes(before, after))
        tx.put(_record(amendment))
        if evidence is not None:
            context = f"workers|{before.id}|{amendment.id}|evidence"
            sk = f"SIGNATURE#{amendment.id}"
            tx.put(SignatureRecord(before.subject.pk, sk, evidence=crypto.seal(evidence, context)))
        if before.state.open and not after.state.open:
            tx.delete(OpenContractRecord(contracts.open_pk(after), "OPEN"))
        contracts.shift_deadlines(tx, before, after)
        tx.answer(answer)


def to_amendment(record: AmendmentRecord) -> Amendment:
    values = {name: getattr(record, name) for name in _FIELDS}
    return Amendment(kind=record.amendment_kind, **values)


def _record(amendment: Amendment) -> AmendmentRecord:
    values = {name: getattr(amendment, name) for name in _FIELDS}
    return AmendmentRecord(
        f"CONTRACT#{amendment.contract_id}",
        f"AMENDMENT#{amendment.id}",
        amendment_kind=amendment.kind,
        **values,
    )
