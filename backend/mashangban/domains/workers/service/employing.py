"""Telling the domains that count days and money who works where, once a contract is in force, changes or ends."""

from dataclasses import replace

from mashangban.domains.workers.repository import teams
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.terms import ContractState
from mashangban.employment import service as employment
from mashangban.employment.rules import Employment, Named
from mashangban.kernel import clock
from mashangban.kernel.events import Message


def tell(contract: Contract) -> Message:
    """The contract as it stands after the event that carries this message."""
    team = teams.team(contract.team.id)
    facts = Employment(
        contract_id=contract.id,
        number=contract.number,
        person_id=contract.worker.person_id,
        name_masked=contract.worker.name_masked,
        project=Named(contract.project.id, contract.project.name),
        region=contract.project.region,
        employer=contract.employer,
        general_contractor=team.general_contractor,
        team=contract.team,
        foreman_id=team.foreman_id,
        trade=Named(contract.trade.code, contract.trade.name),
        pay=contract.pay,
        starts_on=contract.period.start,
        ends_on=contract.period.end,
        in_force=contract.state is ContractState.SEALED,
        version=contract.version + 1,
    )
    closed_at = contract.milestones.closed_at
    return employment.told(replace(facts, ends_on=clock.local_date(closed_at)) if closed_at else facts)
