"""Looking at money: one's own arrivals, a project's account and runs, who can be paid."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from mashangban.audit import service as audit
from mashangban.audit.schemas import ReceiptView
from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.domains.payments import events, permissions
from mashangban.domains.payments.models import TABLE, PaymentsDeadlineRecord, PaymentsEmployment
from mashangban.domains.payments.repository import accounts, payees, runs, transfers
from mashangban.domains.payments.rules import account as account_rules
from mashangban.domains.payments.rules.account import Account
from mashangban.domains.payments.rules.payee import Payee
from mashangban.domains.payments.rules.reconciling import Entry
from mashangban.domains.payments.schemas import (
    AccountView,
    Arrival,
    MoneyLogEntry,
    PayeeRow,
    RunQuery,
    RunView,
    TransferRow,
)
from mashangban.domains.payments.service import funding, presenting
from mashangban.domains.payments.terms import AccountState, PayeeState
from mashangban.employment import repository as employments
from mashangban.employment.rules import Employment
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal, Role
from mashangban.registry import service as registry


def my_arrivals(actor: Principal, page: PageRequest) -> Page[Arrival]:
    """What was paid, or should have been paid, to the caller, newest first."""
    name = _project_names()
    return transfers.of_person(actor.person_id, page).map(
        lambda one: presenting.arrival(one, name(one.run_id))
    )


def receipt_of_arrival(actor: Principal, transfer_id: str) -> ReceiptView:
    """The receipt of the caller's own transfer, for offline checking. Raises NotFound for anyone else's, NotSequenced
    while the log lags."""
    one = transfers.find(transfer_id)
    if one is None or one.person_id != actor.person_id:
        raise NotFound()
    return audit.receipt_of(one.subject, one.version)


def my_card_log(actor: Principal) -> list[MoneyLogEntry]:
    """What happened to the caller's card, newest last."""
    return _log(Subject("payee", actor.person_id), "本人")


def show_account(act: Act, project_id: str) -> AccountView:
    """A project's account with forecast and, while it closes, the notice's clock."""
    one = accounts.account(project_id, act.actor.reach(permissions.VIEW_ACCOUNT))
    seen = funding.forecast(one, act.at) if one.usable else None
    notice = None
    if one.state is AccountState.CLOSING:
        kind = account_rules.closing_kind(one)
        notice = deadlines.explain(deadline_items.get(PaymentsDeadlineRecord, one.subject, kind), act.at)
    return presenting.account_view(one, accounts.mirror(project_id), forecast=seen, notice=notice)


def account_log(actor: Principal, project_id: str) -> list[MoneyLogEntry]:
    """What happened to an account."""
    one = accounts.account(project_id, actor.reach(permissions.VIEW_ACCOUNT))
    return _log(one.subject, one.contractor.name)


def accounts_of_county(
    actor: Principal, region: str, state: AccountState | None, page: PageRequest
) -> Page[AccountView]:
    """A county's accounts, for those who oversee it."""
    actor.reach(permissions.VIEW_ACCOUNT).require(Place(region=region))
    return accounts.of_county(region, state, page).map(_with_mirror)


@dataclass(frozen=True, slots=True)
class Served:
    """A project one may look at, with its account where it has one within reach."""

    id: str
    name: str
    county: str
    account: AccountView | None


def show_project(act: Act, project_id: str) -> Served:
    """A project with its account; the account stays out of sight for units that are not its contractor."""
    project = registry.project(project_id)
    reach = act.actor.reach(permissions.VIEW_ACCOUNT)
    reach.require(project.place)
    one = accounts.find(project_id)
    seen = one is not None and reach.covers(one.place)
    return Served(project.id, project.name, project.county, show_account(act, project_id) if seen else None)


def projects_of_office(actor: Principal) -> list[Served]:
    """The projects one works for, with or without an account yet."""
    reach = actor.reach(permissions.VIEW_ACCOUNT)
    found = [one for org in reach.of("org") for one in registry.projects_of(org, PageRequest(limit=50)).items]
    found += registry.projects(reach.of("project"))
    once = {one.id: one for one in found}
    seen = {one.id: one for one in accounts_of_office(actor)}
    return [Served(one.id, one.name, one.county, seen.get(one.id)) for one in once.values()]


def accounts_of_office(actor: Principal) -> list[AccountView]:
    """The accounts of the contractors and projects one works for."""
    reach = actor.reach(permissions.VIEW_ACCOUNT)
    found = [
        one for org in reach.of("org") for one in accounts.of_contractor(org, PageRequest(limit=50)).items
    ]
    found += [one for project in reach.of("project") if (one := accounts.find(project)) is not None]
    once = {one.project.id: one for one in found}
    return [_with_mirror(one) for one in once.values()]


def page_of_entries(actor: Principal, project_id: str, page: PageRequest) -> Page[Entry]:
    """The bank's statement of an account, newest first."""
    accounts.account(project_id, actor.reach(permissions.VIEW_ACCOUNT))
    return accounts.page_of_entries(project_id, page)


def runs_of_project(actor: Principal, project_id: str, page: PageRequest) -> Page[RunView]:
    """A project's runs within reach: a labour unit's office sees its own tables, the contractor's all."""
    reach = actor.reach(permissions.VIEW_ACCOUNT)
    reach.require(registry.project(project_id).place)
    found = runs.of_project(project_id, page)
    return Page([one for one in found.items if reach.covers(one.place)], found.next_cursor).map(
        lambda one: presenting.run_view(one, runs.tally(one.id))
    )


def runs_of_county(actor: Principal, region: str, asked: RunQuery) -> Page[RunView]:
    """A county's runs by state: the shortage list is one of them."""
    actor.reach(permissions.VIEW_ACCOUNT).require(Place(region=region))
    found = runs.of_county(region, asked.state, asked.page)
    return found.map(lambda one: presenting.run_view(one, runs.tally(one.id)))


def show_run(actor: Principal, run_id: str) -> RunView:
    """One run."""
    one = runs.run(run_id, actor.reach(permissions.VIEW_ACCOUNT))
    return presenting.run_view(one, runs.tally(run_id))


def transfers_of_run(actor: Principal, run_id: str, page: PageRequest) -> Page[TransferRow]:
    """A run's transfers."""
    runs.run(run_id, actor.reach(permissions.VIEW_ACCOUNT))
    return transfers.page_of_run(run_id, page).map(presenting.transfer_row)


def run_log(actor: Principal, run_id: str) -> list[MoneyLogEntry]:
    """What happened to a run."""
    one = runs.run(run_id, actor.reach(permissions.VIEW_ACCOUNT))
    return _log(one.subject, "")


def payees_of_project(actor: Principal, project_id: str, page: PageRequest) -> Page[PayeeRow]:
    """Who works at a project and whether wages can reach them."""
    reach = actor.reach(permissions.VIEW_PAYEES)
    reach.require(registry.project(project_id).place)
    found = employments.at_project(PaymentsEmployment, project_id, page)
    seen = [one for one in found.items if one.in_force and reach.covers(one.place)]
    known = payees.payees([one.person_id for one in seen])
    return Page([_payee_row(one, known.get(one.person_id)) for one in seen], found.next_cursor)


def _payee_row(one: Employment, payee: Payee | None) -> PayeeRow:
    named = payee if payee and payee.state is not PayeeState.REMOVED else None
    return PayeeRow(
        person_id=one.person_id,
        name_masked=one.name_masked,
        team_name=one.team.name,
        bank_label=named.bank.label if named else "",
        card_masked=named.card_masked if named else "",
        state=named.state if named else None,
        state_label=named.state.label if named else "还没有登记",
    )


def _with_mirror(one: Account) -> AccountView:
    return presenting.account_view(one, accounts.mirror(one.project.id))


def _project_names() -> Callable[[str], str]:
    @cache
    def name(run_id: str) -> str:
        run = runs.find(run_id)
        return run.project.name if run else ""

    return name


def _log(subject: Subject, owner: str) -> list[MoneyLogEntry]:
    return [
        MoneyLogEntry(
            at=event.at,
            label=events.LABELS.get(event.type, event.type),
            by_label=_by(event.role, owner),
            hash=event.hash,
        )
        for event in history.of(TABLE, subject)
    ]


def _by(role: str, owner: str) -> str:
    if role == Role.SYSTEM.value:
        return Role.SYSTEM.label
    return (
        owner
        if role == Role.PERSON.value
        else f"{owner}（{Role(role).label}）"
        if owner
        else Role(role).label
    )
