"""Looking at contracts: one's own, a project's, a county's, and the log of a matter."""

from mashangban.audit import service as audit
from mashangban.audit.schemas import ReceiptView
from mashangban.domains.workers import events, permissions
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.repository import amendments, boards
from mashangban.domains.workers.repository import contracts as repository
from mashangban.domains.workers.repository import teams as team_repository
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.rules.team import Team
from mashangban.domains.workers.schemas import ContractListQuery, ContractRow, ContractView, LogEntry
from mashangban.domains.workers.schemas.teams import MemberRow
from mashangban.domains.workers.service import presenting
from mashangban.kernel import history
from mashangban.kernel.events import Event
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal, Role
from mashangban.registry import service as registry


def show_contract(actor: Principal, contract_id: str) -> ContractView:
    """A contract whole, for its parties and those who oversee them. Raises NotFound beyond reach."""
    contract = repository.contract(contract_id, actor.reach(permissions.VIEW))
    return presenting.contract_view(contract, amendments.of_contract(contract_id), actor)


def my_contracts(actor: Principal, page: PageRequest) -> Page[ContractRow]:
    """The caller's own contracts, newest first."""
    return repository.contracts_of_worker(actor.person_id, page).map(presenting.row)


def contracts_of_project(
    actor: Principal, project_id: str, query: ContractListQuery, team: str = "", employer: str = ""
) -> Page[ContractRow]:
    """A project's contracts by state, all or of one team or employer. An employer's office sees its own people, the
    site's office all."""
    project = registry.project(project_id)
    reach = actor.reach(permissions.LIST)
    reach.require(project.place)
    if team:
        found = boards.of_team(team, query.page)
    else:
        found = boards.of_project(project_id, query.state, query.page)
    visible = [one for one in found.items if reach.covers(one.place) and one.project.id == project_id]
    asked = [one for one in visible if employer in ("", one.employer.id) and query.state in (None, one.state)]
    return Page(asked, found.next_cursor).map(presenting.listed_row)


def teams_at(project_id: str) -> list[Team]:
    """The teams of a project with their employers, for whoever has been found entitled to the project (one query)."""
    return team_repository.teams_of_project(project_id)


def contracts_of_county(actor: Principal, region: str, query: ContractListQuery) -> Page[ContractRow]:
    """A county's contracts by state, for those who oversee it."""
    actor.reach(permissions.LIST).require(Place(region=region))
    return boards.of_county(region, query.state, query.page).map(presenting.listed_row)


def contracts_at(actor: Principal, place: str, query: ContractListQuery) -> Page[ContractRow]:
    """The contracts of a county (six digits) or of a project (its id)."""
    if len(place) == 6 and place.isdecimal():
        return contracts_of_county(actor, place, query)
    return contracts_of_project(actor, place, query)


def members_of_team(actor: Principal, team_id: str, page: PageRequest) -> Page[MemberRow]:
    """Who joined a team and how far each is: no pay, no ID number, so that a foreman may see it."""
    team = team_repository.team(team_id, actor.reach(permissions.VIEW_TEAM))
    return boards.of_team(team.id, page).map(presenting.member_row)


def log_of(actor: Principal, contract_id: str) -> list[LogEntry]:
    """Everything that happened to a contract, in plain words, newest last."""
    contract = repository.contract(contract_id, actor.reach(permissions.VIEW))
    return [_entry(event, contract) for event in history.of(TABLE, contract.subject)]


def receipt_of(actor: Principal, contract_id: str) -> ReceiptView:
    """The receipt of a contract's whole chain, for offline checking. Raises NotSequenced while the log lags."""
    contract = repository.contract(contract_id, actor.reach(permissions.VIEW))
    return audit.receipt_of(contract.subject, contract.version)


def _entry(event: Event, contract: Contract) -> LogEntry:
    return LogEntry(
        at=event.at,
        label=events.LABELS.get(event.type, event.type),
        by_label=_by(event, contract),
        event_id=event.id,
        hash=event.hash,
    )


def _by(event: Event, contract: Contract) -> str:
    if event.actor == contract.worker.person_id:
        return contract.worker.name_masked
    role = Role(event.role)
    return role.label if role is Role.SYSTEM else f"{contract.employer.name}（{role.label}）"
