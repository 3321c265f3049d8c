"""Keeping lists and boards of certificates and training in step with who works where."""

from mashangban.domains.workers.repository import certificates, contracts, trainings
from mashangban.domains.workers.repository import skills as repository
from mashangban.domains.workers.rules import training as training_rules
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.terms import ContractState
from mashangban.kernel import clock

_LASTING = (ContractState.SEALED, ContractState.ENDED, ContractState.EXPIRED)


def follow_contract(contract_id: str) -> None:
    """After a contract came into force or ended: its worker's certificates and training count there, or no more."""
    contract = contracts.contract(contract_id)
    if contract.state not in _LASTING:
        return
    for licence in certificates.of_person(contract.worker.person_id):
        _place_licence(licence.id, contract)
    _place_trained(contract)


def follow_certificate(certificate_id: str) -> None:
    """After a certificate changed: wherever its holder works it is listed and counted as it stands now."""
    licence = certificates.licence(certificate_id)
    for contract in _latest_at_each(licence.person_id):
        _place_licence(certificate_id, contract)


def follow_trainee(training_id: str, person_id: str) -> None:
    """After somebody confirmed a training: they count as trained where it was held, if they work there."""
    project_id = trainings.training(training_id).project.id
    for contract in _latest_at_each(person_id):
        if contract.project.id == project_id:
            _place_trained(contract)


def follow_training(training_id: str) -> None:
    """After a training ran out: whoever has no later one counts as trained no more."""
    for one in trainings.trainees(training_id):
        follow_trainee(training_id, one.person_id)


def _latest_at_each(person_id: str) -> list[Contract]:
    """One contract a project is enough to know the project's boards."""
    found = [one for one in repository.contracts_of(person_id) if one.state in _LASTING]
    return list({one.project.id: one for one in reversed(found)}.values())


def _place_licence(certificate_id: str, known: Contract) -> None:
    repository.place_licence(
        certificate_id,
        lambda: (
            certificates.licence(certificate_id),
            repository.in_force_at(known.project.id, known.worker.person_id),
        ),
        known,
    )


def _place_trained(known: Contract) -> None:
    project_id, person_id = known.project.id, known.worker.person_id

    def trained() -> bool:
        if repository.in_force_at(project_id, person_id) is None:
            return False
        attended = trainings.of_person(person_id)
        return training_rules.counting(attended, project_id, clock.local_date(clock.now())) is not None

    repository.place_trained(trained, known)
