"""Supplement, change and end of a contract, agreed by both sides and signed like the contract itself."""

from dataclasses import replace
from datetime import date

from mashangban.domains.workers import errors, events, permissions
from mashangban.domains.workers.repository import amendments as repository
from mashangban.domains.workers.repository import contracts
from mashangban.domains.workers.rules import amending, joining
from mashangban.domains.workers.rules.amending import Amendment, Changes
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.schemas import Acceptance, AmendmentProposal, ContractDone, Reason
from mashangban.domains.workers.service import evidence, notifying, orders, presenting, signing
from mashangban.domains.workers.terms import CONSENT_VERSION, AmendmentState
from mashangban.employment.rules import Pay
from mashangban.identity import service as identity
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import RealNameRequired
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Role


def propose(act: Act, contract_id: str, proposal: AmendmentProposal) -> ContractDone:
    """Ask for an amendment (the worker) or put one forward (the employer); the other side answers.

    Raises WrongState, AmendmentOpen, PeriodWrong, TradeNotOffered, TooYoungOrOld.
    """
    contract = contracts.contract(contract_id, act.actor.reach(permissions.AMEND))
    amending.check_open(contract)
    role = act.actor.role_for(permissions.AMEND, contract.place)
    amendment = _amendment(act, contract, proposal)
    after = replace(contract, open_amendment=amendment.id)
    kind = events.AMENDMENT_REQUESTED if amendment.by_worker else events.AMENDMENT_PROPOSED
    if amendment.by_worker:
        proposer = contract.worker.name_masked
        messages = notifying.office(contract, "workers.contract.change-proposed", proposer=proposer)
    else:
        messages = (_text_order(act, contract, amendment),)
    event = signing.next_event(act, kind, contract, role, {"amendment": amendment.id}, messages)
    answer = presenting.done(after)
    repository.save(act, contract, after, amendment, event, answer)
    return answer


def accept(act: Act, contract_id: str, amendment_id: str, given: Acceptance) -> ContractDone:
    """The employer takes up a worker's request (its text is then typeset), or the worker signs the text by hand.

    Raises WrongState, WrongDocument, ConsentOutdated, SignatureTooPlain.
    """
    contract = contracts.contract(contract_id, act.actor.reach(permissions.AMEND))
    amendment = repository.amendment(contract_id, amendment_id)
    by_worker = act.actor.person_id == contract.worker.person_id
    amending.answerable(amendment, by_worker)
    if by_worker:
        return _accept_by_hand(act, contract, amendment, given)
    return _take_up(act, contract, amendment)


def refuse(act: Act, contract_id: str, amendment_id: str, given: Reason) -> ContractDone:
    """The other side does not agree; the contract stays as it was."""
    contract = contracts.contract(contract_id, act.actor.reach(permissions.AMEND))
    amendment = repository.amendment(contract_id, amendment_id)
    by_worker = act.actor.person_id == contract.worker.person_id
    amending.answerable(amendment, by_worker)
    role = act.actor.role_for(permissions.AMEND, contract.place)
    after = replace(contract, open_amendment=None)
    kind = "workers.contract.change-refused"
    messages = notifying.office(contract, kind) if by_worker else (notifying.worker(contract, kind),)
    event = signing.next_event(
        act, events.AMENDMENT_REFUSED, contract, role, {"amendment": amendment.id}, messages
    )
    answer = presenting.done(after)
    repository.save(act, contract, after, replace(amendment, state=AmendmentState.REFUSED), event, answer)
    return answer


def _amendment(act: Act, contract: Contract, proposal: AmendmentProposal) -> Amendment:
    wanted = proposal.changes
    pay = Pay(**wanted.pay.model_dump()) if wanted.pay else None
    changes = Changes(pay, wanted.period_end, wanted.trade_code, wanted.text)
    days = amending.Days(proposal.effective_on, clock.local_date(act.at))
    _check_age(contract, changes, days.today)
    by_worker = act.actor.person_id == contract.worker.person_id
    return Amendment(
        id=ids.new_id(act.at),
        contract_id=contract.id,
        number=ids.public_number("BG", act.at),
        kind=proposal.kind,
        state=AmendmentState.REQUESTED if by_worker else AmendmentState.PROPOSED,
        by_worker=by_worker,
        reason=proposal.reason,
        effective_on=proposal.effective_on,
        changes=changes,
        differences=amending.differences(contract, proposal.kind, changes, days),
        document_id=ids.new_id(act.at),
        at=act.at,
    )


def _check_age(contract: Contract, changes: Changes, today: date) -> None:
    """Another trade passes the same gate of age as a new contract. Raises TooYoungOrOld."""
    trade = amending.new_trade(changes)
    if trade is None:
        return
    person = identity.real_name(contract.worker.person_id)
    if person is None:
        raise RealNameRequired()
    applicant = joining.Applicant(person.birth_date, person.sex.value)
    joining.age_notes(applicant, trade, contract.project.region, today)


def _take_up(act: Act, contract: Contract, amendment: Amendment) -> ContractDone:
    proposed = replace(amendment, state=AmendmentState.PROPOSED)
    order = _text_order(act, contract, proposed)
    role = act.actor.role_for(permissions.AMEND, contract.place)
    event = signing.next_event(
        act, events.AMENDMENT_PROPOSED, contract, role, {"amendment": amendment.id}, (order,)
    )
    answer = presenting.done(contract)
    repository.save(act, contract, contract, proposed, event, answer)
    return answer


def _accept_by_hand(act: Act, contract: Contract, amendment: Amendment, given: Acceptance) -> ContractDone:
    if amendment.document_sha256 is None:
        raise errors.DocumentNotReady()
    if given.document_sha256 != amendment.document_sha256:
        raise errors.WrongDocument()
    if given.consent_version != CONSENT_VERSION:
        raise errors.ConsentOutdated()
    proof = evidence.of_hand(act, given)
    order = _signatures(act, contract, amendment, proof)
    event = signing.next_event(
        act, events.AMENDMENT_ACCEPTED, contract, Role.PERSON, {"amendment": amendment.id}, (order,)
    )
    answer = presenting.done(contract)
    accepted = replace(amendment, state=AmendmentState.ACCEPTED)
    repository.save(act, contract, contract, accepted, event, answer, evidence=proof)
    return answer


def _signatures(act: Act, contract: Contract, amendment: Amendment, proof: str) -> Message:
    person = identity.real_name(contract.worker.person_id)
    if person is None:
        raise RealNameRequired()
    seal = orders.SealUse(contract.employer.id, contract.employer.name, "single", amendment.id)
    return orders.signatures(amendment.document_id, amendment.document_sha256 or "", person, proof, seal)


def _text_order(act: Act, contract: Contract, amendment: Amendment) -> Message:
    person = identity.real_name(contract.worker.person_id)
    if person is None:
        raise RealNameRequired()
    return orders.amendment_text(act, contract, amendment, person)
