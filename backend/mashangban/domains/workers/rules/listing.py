"""A contract as lists show it: kept by a listener, so that acts need not pay for two indexes."""

from dataclasses import dataclass
from datetime import datetime

from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.terms import ContractState, Trade
from mashangban.employment.rules import Named
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of a project's, county's or team's list, as of the contract's `version`."""

    contract_id: str
    version: int
    number: str
    state: ContractState
    project: Named
    region: str
    employer: Named
    team: Named
    worker_name_masked: str
    trade: Trade
    opened_at: datetime

    @property
    def place(self) -> Place:
        """Where it stands, for the office's reach."""
        return Place(self.region, frozenset({self.employer.id}), self.project.id)


def listed(contract: Contract) -> Listed:
    """The row of a contract as it stands."""
    return Listed(
        contract_id=contract.id,
        version=contract.version,
        number=contract.number,
        state=contract.state,
        project=Named(contract.project.id, contract.project.name),
        region=contract.project.region,
        employer=contract.employer,
        team=contract.team,
        worker_name_masked=contract.worker.name_masked,
        trade=contract.trade,
        opened_at=contract.milestones.opened_at,
    )
