"""The steps of a contract's life that people take."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from mashangban.domains.workers import errors, events, permissions
from mashangban.domains.workers.repository import contracts as repository
from mashangban.domains.workers.rules import contract as rules
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.schemas import Bulk, BulkResult, ContractDone, Reason, Signature
from mashangban.domains.workers.schemas.contracts import BulkLine
from mashangban.domains.workers.service import evidence, notifying, orders, presenting
from mashangban.domains.workers.terms import CONSENT_VERSION, COUNTERSIGN_WORKING_DAYS, ContractState
from mashangban.identity import service as identity
from mashangban.identity.rules.people import Person
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import AppError
from mashangban.kernel.events import Event, Message, happened
from mashangban.kernel.permissions import Permission, Role

_WITHIN = f"{COUNTERSIGN_WORKING_DAYS}个工作日内"


def next_event(
    act: Act,
    kind: str,
    contract: Contract,
    role: Role,
    data: dict[str, Any] | None = None,
    messages: tuple[Message, ...] = (),
) -> Event:
    """The next link of a contract's chain."""
    return happened(
        act,
        kind,
        contract.subject,
        data,
        role=role,
        version=contract.version + 1,
        previous=contract.chain,
        messages=messages,
    )


def sign(act: Act, contract_id: str, signature: Signature) -> ContractDone:
    """The worker signs by hand exactly the document they saw (电子签名法 Art. 13: sole control, later change shows).

    Raises NotTheSigner, WrongState, DocumentNotReady, WrongDocument, ConsentOutdated.
    """
    if signature.consent_version != CONSENT_VERSION:
        raise errors.ConsentOutdated()
    contract = repository.contract(contract_id, act.actor.reach(permissions.SIGN))
    signed = rules.sign(contract, act.actor.person_id, signature.document_sha256, act.at)
    proof = evidence.of_hand(act, signature)
    event = next_event(
        act,
        events.SIGNED,
        contract,
        Role.PERSON,
        {
            "document": signature.document_sha256,
            "consent": signature.consent_version,
            "read": signature.read_aloud,
        },
        notifying.office(contract, "workers.contract.to-countersign", due=_WITHIN),
    )
    answer = presenting.done(signed)
    repository.move(act, contract, signed, event, answer, evidence=proof)
    return answer


def countersign(act: Act, contract_id: str) -> ContractDone:
    """The employer's authorised operator agrees; the enterprise's seal follows by itself. Raises WrongState."""
    contract = repository.contract(contract_id, act.actor.reach(permissions.COUNTERSIGN))
    agreed = rules.countersign(contract, act.at)
    order = sealing_order(agreed, identity.person(act.actor.person_id), "single")
    event = next_event(act, events.COUNTERSIGNED, contract, Role.OPERATOR, messages=(order,))
    answer = presenting.done(agreed)
    repository.move(act, contract, agreed, event, answer)
    return answer


def sealing_order(
    contract: Contract, operator: Person, authorisation: str, reference: str | None = None
) -> Message:
    """The order to put the worker's signature and the employer's seal on the contract's text."""
    proof = repository.evidence_of(contract.id)
    worker = identity.real_name(contract.worker.person_id)
    if worker is None:
        raise errors.WrongState("工人的实名信息已撤回")
    seal = orders.SealUse(contract.employer.id, operator.name or operator.label, authorisation, reference)
    return orders.signatures(contract.document_id, contract.document_sha256 or "", worker, proof, seal)


def countersign_many(act: Act, bulk: Bulk) -> BulkResult:
    """Agree to several contracts; each is its own act, and each line says how it went."""
    result = BulkResult(results=[_line(act, one) for one in dict.fromkeys(bulk.contract_ids)])
    repository.remember(act, result)
    return result


def _line(act: Act, contract_id: str) -> BulkLine:
    """One contract of many; what was agreed before (a list sent twice) is no fault."""
    try:
        countersign(replace(act, submission=None), contract_id)
    except errors.WrongState as refused:
        state = repository.contract(contract_id).state
        if state not in (ContractState.COUNTERSIGNED, ContractState.SEALED):
            return BulkLine(contract_id=contract_id, ok=False, code=refused.code, title=refused.title)
    except AppError as refused:
        return BulkLine(contract_id=contract_id, ok=False, code=refused.code, title=refused.title)
    return BulkLine(contract_id=contract_id, ok=True)


def refuse(act: Act, contract_id: str, given: Reason) -> ContractDone:
    """The employer does not agree and says why; the worker is told and may join again."""
    move = _Move(permissions.REFUSE, events.REFUSED, lambda c: rules.refuse(c, given.reason, act.at))
    kind, reason = "workers.contract.refused", given.reason
    return _step(act, contract_id, move, lambda c: (notifying.worker(c, kind, reason=reason),))


def withdraw(act: Act, contract_id: str) -> ContractDone:
    """The worker takes the application back before the employer agreed."""
    move = _Move(permissions.SIGN, events.WITHDRAWN, lambda c: rules.withdraw(c, act.actor.person_id, act.at))
    return _step(act, contract_id, move)


def retry(act: Act, contract_id: str) -> ContractDone:
    """Try a failed step again: typesetting before the worker signed, sealing after."""
    move = _Move(permissions.REFUSE, events.RETRIED, rules.retry)
    return _step(act, contract_id, move, lambda c: (reorder(act, c),))


def reorder(act: Act, contract: Contract) -> Message:
    """The order that the contract's present state waits for, once more."""
    if contract.milestones.countersigned_at is None:
        person = identity.real_name(contract.worker.person_id)
        if person is None:
            raise errors.WrongState("工人的实名信息已撤回")
        return orders.contract_text(act, contract, person, orders.employer_of(contract))
    return sealing_order(contract, identity.person(act.actor.person_id), "single")


@dataclass(frozen=True, slots=True)
class _Move:
    """A step: who may take it, what it is called, what it does."""

    permission: Permission
    event: str
    change: Callable[[Contract], Contract]


def _step(
    act: Act,
    contract_id: str,
    move: _Move,
    messages: Callable[[Contract], tuple[Message, ...]] = lambda contract: (),
) -> ContractDone:
    contract = repository.contract(contract_id, act.actor.reach(move.permission))
    after = move.change(contract)
    role = act.actor.role_for(move.permission, contract.place)
    event = next_event(act, move.event, contract, role, messages=messages(after))
    answer = presenting.done(after)
    repository.move(act, contract, after, event, answer)
    return answer
