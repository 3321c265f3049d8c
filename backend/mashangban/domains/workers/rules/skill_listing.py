"""A certificate as a project's and a county's lists show it."""

from dataclasses import dataclass
from datetime import date

from mashangban.domains.workers.rules.certificate import Licence
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.terms.skills import CertificateState, Standing
from mashangban.employment.rules import Named
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class ListedLicence:
    """One certificate at one project where its holder works now."""

    certificate_id: str
    contract_id: str
    project: Named
    region: str
    employer: Named
    name_masked: str
    title: str
    number: str
    valid_until: date | None
    state: CertificateState
    standing: Standing

    @property
    def place(self) -> Place:
        """Where it stands, for the office's reach."""
        return Place(self.region, frozenset({self.employer.id}), self.project.id)


def listed(licence: Licence, contract: Contract) -> ListedLicence:
    """The row of a certificate at the project of a contract in force."""
    return ListedLicence(
        certificate_id=licence.id,
        contract_id=contract.id,
        project=Named(contract.project.id, contract.project.name),
        region=contract.project.region,
        employer=contract.employer,
        name_masked=licence.name_masked,
        title=licence.title,
        number=licence.number_masked,
        valid_until=licence.valid_until,
        state=licence.state,
        standing=licence.standing,
    )
