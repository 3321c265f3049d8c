"""What comes back from other rooms: typeset and sealed files, and failures."""

from dataclasses import asdict, replace
from typing import Any

from mashangban.domains.workers import errors, events
from mashangban.domains.workers.repository import amendments, authorisations, contracts
from mashangban.domains.workers.rules import amending, authorisation
from mashangban.domains.workers.rules import contract as rules
from mashangban.domains.workers.rules.amending import Amendment
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.service import employing, holding, notifying, signing
from mashangban.domains.workers.terms import AmendmentState, ContractState
from mashangban.identity import service as identity
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Role
from mashangban.registry.events import PERSON_SEEN
from mashangban.registry.service.persons import Sighting


def rendered(act: Act, contract_id: str, body: dict[str, Any]) -> None:
    """A text was typeset: the contract's own or an amendment's. A second arrival changes nothing."""
    contract = contracts.contract(contract_id)
    if body["document_id"] != contract.document_id:
        _amendment_rendered(act, contract, body)
        return
    if contract.document_sha256 == body["sha256"] or contract.state is not ContractState.OFFERED:
        return
    after = replace(rules.render(contract, body["sha256"], act.at), verify_code=_code(body))
    event = signing.next_event(act, events.RENDERED, contract, Role.SYSTEM, {"sha256": body["sha256"]})
    contracts.move(act, contract, after, event)


def sealed(act: Act, contract_id: str, body: dict[str, Any]) -> None:
    """A file carries both signatures now. A second arrival changes nothing."""
    contract = contracts.contract(contract_id)
    if body["document_id"] != contract.document_id:
        _amendment_sealed(act, contract, body)
        return
    if contract.sealed_sha256 == body["sha256"]:
        return
    after = rules.seal(contract, body["sha256"], act.at)
    told = notifying.worker(after, "workers.contract.sealed")
    messages = (told, _sighting(after), holding.hold(after), employing.tell(after))
    data = {"sha256": body["sha256"]}
    event = signing.next_event(act, events.SEALED, contract, Role.SYSTEM, data, messages)
    contracts.move(act, contract, after, event)


def failed(act: Act, contract_id: str, body: dict[str, Any]) -> None:
    """Typesetting or sealing failed; the office sees why and may try again."""
    contract = contracts.contract(contract_id)
    if body["document_id"] != contract.document_id:
        _amendment_failed(act, contract, body)
        return
    if contract.state not in (ContractState.OFFERED, ContractState.COUNTERSIGNED):
        return
    after = rules.fail(contract, body["reason"])
    data = {"code": body["code"], "stage": body["stage"]}
    event = signing.next_event(act, events.FAILED, contract, Role.SYSTEM, data)
    contracts.move(act, contract, after, event)


def countersign_by_authorisation(act: Act, contract_id: str) -> bool:
    """After the worker signed: use a standing authorisation of the employer if one is live. False when none is."""
    contract = contracts.contract(contract_id)
    if contract.state is not ContractState.WORKER_SIGNED:
        return False
    candidates = authorisations.of_employer_at(contract.employer.id, contract.project.id)
    chosen = authorisation.pick(candidates, clock.local_date(act.at))
    if chosen is None:
        return False
    operator = identity.person(chosen.operator_id)
    agreed = rules.countersign(contract, act.at)
    order = signing.sealing_order(agreed, operator, "standing", chosen.id)
    data = {"authorisation": chosen.id}
    event = signing.next_event(act, events.COUNTERSIGNED, contract, Role.SYSTEM, data, (order,))
    contracts.move(act, contract, agreed, event, spends=chosen)
    return True


def _sighting(contract: Contract) -> Message:
    """Tell the persons' register who works where (named in full, encrypted on the way)."""
    person = identity.real_name(contract.worker.person_id)
    if person is None:
        raise errors.WrongState("工人的实名信息已撤回")
    seen = Sighting(
        person_id=person.person_id,
        name=person.name,
        id_number=person.id_number,
        county=contract.project.region,
        employer_id=contract.employer.id,
        employer_name=contract.employer.name,
        project_id=contract.project.id,
        project_name=contract.project.name,
        trade=contract.trade.name,
    )
    return Message("registry", PERSON_SEEN, asdict(seen))


def _amendment_rendered(act: Act, contract: Contract, body: dict[str, Any]) -> None:
    amendment = _amendment_of(contract, body["document_id"])
    if amendment is None or amendment.document_sha256 == body["sha256"]:
        return
    typeset = replace(amendment, document_sha256=body["sha256"])
    proposer = contract.employer.name
    messages = (notifying.worker(contract, "workers.contract.change-proposed", proposer=proposer),)
    data = {"amendment": amendment.id, "sha256": body["sha256"]}
    event = signing.next_event(act, events.AMENDMENT_RENDERED, contract, Role.SYSTEM, data, messages)
    amendments.save(act, contract, contract, typeset, event)


def _amendment_sealed(act: Act, contract: Contract, body: dict[str, Any]) -> None:
    amendment = _amendment_of(contract, body["document_id"])
    if amendment is None or amendment.state is not AmendmentState.ACCEPTED:
        return
    after = amending.apply(contract, amendment, act.at, clock.local_date(act.at))
    kind = (
        "workers.contract.ended" if after.state is ContractState.ENDED else "workers.contract.change-accepted"
    )
    words = {"day": clock.spoken(act.at)} if after.state is ContractState.ENDED else {}
    told = notifying.worker(contract, kind, **words)
    messages: tuple[Message, ...] = (told, employing.tell(after))
    if after.state is ContractState.ENDED:
        messages += (holding.hold(after, act.at),)
    data = {"amendment": amendment.id, "sha256": body["sha256"]}
    event = signing.next_event(act, events.AMENDMENT_SEALED, contract, Role.SYSTEM, data, messages)
    amendments.save(act, contract, after, replace(amendment, state=AmendmentState.SEALED), event)


def _amendment_failed(act: Act, contract: Contract, body: dict[str, Any]) -> None:
    """A text that could not be made stands in nobody's way: the contract is as before, either side may try anew."""
    amendment = _amendment_of(contract, body["document_id"])
    if amendment is None or amendment.id != contract.open_amendment:
        return
    after = replace(contract, open_amendment=None)
    data = {"amendment": amendment.id, "code": body["code"], "stage": body["stage"]}
    event = signing.next_event(act, events.AMENDMENT_FAILED, contract, Role.SYSTEM, data)
    amendments.save(act, contract, after, replace(amendment, state=AmendmentState.FAILED), event)


def _amendment_of(contract: Contract, document_id: str) -> Amendment | None:
    found = amendments.of_contract(contract.id)
    return next((one for one in found if one.document_id == document_id), None)


def _code(body: dict[str, Any]) -> str:
    return str(body["verify_url"]).rpartition("/")[2]
