"""A labour contract and every way its state may change. Pure: the time is an argument."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from mashangban.domains.workers import errors
from mashangban.domains.workers.terms import LEFT, ContractState, PeriodKind, Trade
from mashangban.employment.rules import Named, Pay
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Period:
    kind: PeriodKind
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Certificate:
    """A special-operation certificate as the worker states it and the employer checks it before countersigning;
    `registered` names the one of the worker's own list that it was taken from."""

    number: str
    valid_until: date
    registered: str | None = None


@dataclass(frozen=True, slots=True)
class Trained:
    """The recorded training that opened the gate."""

    training_id: str
    held_on: date


@dataclass(frozen=True, slots=True)
class Site:
    """The project a contract is for, as it stood when the contract was offered. `region` is the county code."""

    id: str
    name: str
    region: str
    county_name: str
    address: str


@dataclass(frozen=True, slots=True)
class Worker:
    """The worker as others may see them; the full name travels only in sealed messages."""

    person_id: str
    name_masked: str
    id_number_masked: str
    age: int


@dataclass(frozen=True, slots=True)
class Milestones:
    """When each step happened (UTC); None means not yet."""

    opened_at: datetime
    rendered_at: datetime | None = None
    signed_at: datetime | None = None
    countersigned_at: datetime | None = None
    sealed_at: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Contract:
    """One labour contract. `version` and `chain` are the head of its event chain."""

    id: str
    number: str
    state: ContractState
    project: Site
    employer: Named
    team: Named
    worker: Worker
    trade: Trade
    period: Period
    pay: Pay
    insurance: tuple[str, ...]
    certificate: Certificate | None
    notes: tuple[str, ...]
    document_id: str
    milestones: Milestones
    document_sha256: str | None = None
    sealed_sha256: str | None = None
    verify_code: str | None = None
    reason: str | None = None
    open_amendment: str | None = None
    training: Trained | None = None
    version: int = 0
    chain: str = ""

    @property
    def subject(self) -> Subject:
        return Subject("contract", self.id)

    @property
    def place(self) -> Place:
        """Where it stands, for every question of who may see it."""
        orgs, persons = frozenset({self.employer.id}), frozenset({self.worker.person_id})
        return Place(self.project.region, orgs, self.project.id, persons)


def render(contract: Contract, sha256: str, at: datetime) -> Contract:
    """The typeset offer arrived; a later arrival of the same changes nothing."""
    milestones = replace(contract.milestones, rendered_at=contract.milestones.rendered_at or at)
    return replace(contract, document_sha256=sha256, milestones=milestones)


def sign(contract: Contract, person_id: str, sha256: str, at: datetime) -> Contract:
    """The worker signs exactly the document they saw.

    Raises NotTheSigner, WrongState, DocumentNotReady, WrongDocument.
    """
    if contract.worker.person_id != person_id:
        raise errors.NotTheSigner()
    _require(contract, ContractState.OFFERED)
    if contract.document_sha256 is None:
        raise errors.DocumentNotReady()
    if contract.document_sha256 != sha256:
        raise errors.WrongDocument()
    return _step(contract, ContractState.WORKER_SIGNED, signed_at=at)


def countersign(contract: Contract, at: datetime) -> Contract:
    """The employer's authorised operator agrees; the seal follows by itself."""
    _require(contract, ContractState.WORKER_SIGNED)
    return _step(contract, ContractState.COUNTERSIGNED, countersigned_at=at)


def seal(contract: Contract, sha256: str, at: datetime) -> Contract:
    """The sealed file arrived: the contract is in force. Never without both sides' word."""
    _require(contract, ContractState.COUNTERSIGNED, ContractState.FAILED)
    if contract.milestones.countersigned_at is None:
        raise errors.WrongState("单位还没有确认，不能生效")
    return replace(_step(contract, ContractState.SEALED, sealed_at=at), sealed_sha256=sha256, reason=None)


def fail(contract: Contract, reason: str) -> Contract:
    """Typesetting or sealing failed; what was signed stays signed, and it may be tried again."""
    _require(contract, ContractState.OFFERED, ContractState.COUNTERSIGNED, ContractState.FAILED)
    return replace(contract, state=ContractState.FAILED, reason=reason)


def retry(contract: Contract) -> Contract:
    """Try the failed step again: typesetting before the worker signed, sealing after."""
    _require(contract, ContractState.FAILED)
    signed = contract.milestones.countersigned_at is not None
    state = ContractState.COUNTERSIGNED if signed else ContractState.OFFERED
    return replace(contract, state=state, reason=None)


def refuse(contract: Contract, reason: str, at: datetime) -> Contract:
    """The employer does not agree, and says why."""
    _require(contract, ContractState.OFFERED, ContractState.WORKER_SIGNED)
    return replace(_step(contract, ContractState.REFUSED, closed_at=at), reason=reason)


def withdraw(contract: Contract, person_id: str, at: datetime) -> Contract:
    """The worker takes the application back, any time before the employer agreed."""
    if contract.worker.person_id != person_id:
        raise errors.NotTheSigner()
    _require(contract, ContractState.OFFERED, ContractState.WORKER_SIGNED, ContractState.FAILED)
    if contract.milestones.countersigned_at is not None:
        raise errors.WrongState("单位已经确认，不能撤回")
    return _step(contract, ContractState.WITHDRAWN, closed_at=at)


def lapse(contract: Contract, at: datetime) -> Contract:
    """Nobody signed in time: the place is free again."""
    _require(contract, ContractState.OFFERED, ContractState.FAILED)
    if contract.milestones.countersigned_at is not None:
        raise errors.WrongState("双方已经确认，不会逾期作废")
    return _step(contract, ContractState.LAPSED, closed_at=at)


def forget(contract: Contract, at: datetime) -> Contract:
    """Its worker left for good before the employer agreed: it is withdrawn, and says no more who it was.

    Raises WrongState once both sides agreed: labour law keeps that (劳动合同法 Art. 50).
    """
    if contract.milestones.countersigned_at is not None:
        raise errors.WrongState("双方已经确认，合同依法保存")
    left = withdraw(contract, contract.worker.person_id, at) if contract.state.open else contract
    nobody = replace(contract.worker, name_masked=LEFT, id_number_masked="")
    return replace(left, worker=nobody, certificate=None, notes=(), reason=None)


def end(contract: Contract, at: datetime) -> Contract:
    """Both sides agreed to end it (劳动合同法 Art. 36)."""
    _require(contract, ContractState.SEALED)
    return _step(contract, ContractState.ENDED, closed_at=at)


def expire(contract: Contract, at: datetime) -> Contract:
    """Its fixed period is over (劳动合同法 Art. 44)."""
    _require(contract, ContractState.SEALED)
    return _step(contract, ContractState.EXPIRED, closed_at=at)


def _require(contract: Contract, *states: ContractState) -> None:
    if contract.state not in states:
        raise errors.WrongState(f"合同现在是“{contract.state.label}”")


def _step(contract: Contract, state: ContractState, **times: datetime) -> Contract:
    return replace(contract, state=state, milestones=replace(contract.milestones, **times))
