"""Wage accounts: bound by the general contractor, announced to be closed, closed by the authority after notice."""

from dataclasses import replace

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.service import Due
from mashangban.domains.payments import errors, events, permissions
from mashangban.domains.payments.models import PaymentsDeadlineRecord
from mashangban.domains.payments.partners import bank
from mashangban.domains.payments.repository import accounts as store
from mashangban.domains.payments.repository import runs, transfers
from mashangban.domains.payments.rules import account as rules
from mashangban.domains.payments.rules.account import Account, Mirror
from mashangban.domains.payments.rules.card import digits_of
from mashangban.domains.payments.rules.run import Transfer
from mashangban.domains.payments.schemas import AccountForm, AccountView
from mashangban.domains.payments.service import presenting
from mashangban.domains.payments.service.steps import next_event
from mashangban.domains.payments.terms import AccountState, RunState, TransferState
from mashangban.employment.rules import Named
from mashangban.kernel import clock
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.partners import PartnerRefusal
from mashangban.kernel.permissions import Place
from mashangban.registry import service as registry
from mashangban.registry.terms import PartyKind, ProjectStatus


def open_account(act: Act, project_id: str, form: AccountForm) -> AccountView:
    """Bind a wage account to a project; the bank says whether it is the general contractor's (条例 Art. 26).

    Raises NotTheContractor, AccountRefused, AccountExists, AccountBound.
    """
    new = _account(act, project_id, form)
    role = act.actor.role_for(permissions.OPEN_ACCOUNT, new.place)
    mirror = Mirror(_asked(new), act.at)
    event = next_event(act, events.ACCOUNT_OPENED, new, {"bank": new.bank.value}, role=role)
    funding = rules.funding_deadline(new, rules.next_pay_day(new, clock.local_date(act.at)), act.at)
    new = replace(new, funding_month=funding.kind.rpartition(".")[2])
    answer = presenting.account_view(replace(new, version=1), mirror)
    store.open_account(act, new, mirror, event, funding, answer)
    return answer


def announce_closing(act: Act, project_id: str) -> AccountView:
    """Start the 30 days of public notice. Raises ProjectNotCompleted, WagesUnpaid, WrongState."""
    before = store.account(project_id, act.actor.reach(permissions.ANNOUNCE_CLOSING))
    role = act.actor.role_for(permissions.ANNOUNCE_CLOSING, before.place)
    after = rules.announce(before, completed=_completed(project_id), unpaid=has_unpaid(project_id), at=act.at)
    event = next_event(act, events.CLOSING_ANNOUNCED, before, role=role)
    notice = rules.closing_deadline(after, act.at)
    answer = presenting.account_view(
        after, store.mirror(project_id), notice=deadlines.explain(notice, act.at)
    )
    store.move(act, before, after, event, answer, begins=notice)
    return answer


def withdraw_closing(act: Act, project_id: str) -> AccountView:
    """Take the announcement back. Raises WrongState."""
    before = store.account(project_id, act.actor.reach(permissions.ANNOUNCE_CLOSING))
    role = act.actor.role_for(permissions.ANNOUNCE_CLOSING, before.place)
    after = rules.withdraw(before)
    event = next_event(act, events.CLOSING_WITHDRAWN, before, role=role)
    answer = presenting.account_view(after, store.mirror(project_id))
    store.move(act, before, after, event, answer, closes=_notice(before))
    return answer


def close_account(act: Act, project_id: str) -> AccountView:
    """Close for good, by the authority. Raises NoticeRunning, ProjectNotCompleted, WagesUnpaid, WrongState."""
    before = store.account(project_id, act.actor.reach(permissions.CLOSE_ACCOUNT))
    role = act.actor.role_for(permissions.CLOSE_ACCOUNT, before.place)
    notice = _notice(before) if before.state is AccountState.CLOSING else None
    over = notice is not None and deadlines.explain(notice, act.at).overdue
    completed, unpaid = _completed(project_id), has_unpaid(project_id)
    after = rules.close(before, notice_over=over, completed=completed, unpaid=unpaid, at=act.at)
    event = next_event(act, events.ACCOUNT_CLOSED, before, role=role)
    answer = presenting.account_view(after, store.mirror(project_id))
    store.move(act, before, after, event, answer, closes=notice)
    return answer


def notice_over(due: Due) -> None:
    """The 30 days have passed: noted, so that the authority sees it in the account's log."""
    act = system_act("payments_clock", due.now)
    account = store.account(due.firing.deadline.subject.id)
    store.move(act, account, account, next_event(act, events.CLOSING_READY, account), settles=due)


def has_unpaid(project_id: str) -> bool:
    """Whether a run is under way, or some line's last attempt did not end with money on a card."""
    last: dict[str, Transfer] = {}
    for run in runs.all_of_project(project_id):
        if run.state is not RunState.DONE:
            return True
        for one in transfers.of_run(run.id):
            known = last.get(one.line)
            if known is None or known.attempt < one.attempt:
                last[one.line] = one
    return any(one.state is not TransferState.PAID for one in last.values())


def _account(act: Act, project_id: str, form: AccountForm) -> Account:
    project = registry.project(project_id)
    contractor = project.party(PartyKind.GENERAL_CONTRACTOR)
    reach = act.actor.reach(permissions.OPEN_ACCOUNT)
    reach.require(project.place)
    if contractor is None or not reach.covers(
        Place(project.county, frozenset({contractor.enterprise_id}), project.id)
    ):
        raise errors.NotTheContractor()
    return Account(
        project=Named(project.id, project.name),
        region=project.county,
        contractor=Named(contractor.enterprise_id, contractor.name),
        bank=form.bank,
        number=digits_of(form.number),
        pay_day=form.pay_day,
        state=AccountState.OPEN,
        opened_at=act.at,
    )


def _asked(new: Account) -> int:
    try:
        return bank.balance(new.number, new.contractor.name)
    except PartnerRefusal as refused:
        raise errors.AccountRefused() from refused


def _completed(project_id: str) -> bool:
    return registry.project(project_id).status is ProjectStatus.COMPLETED


def _notice(account: Account) -> Deadline | None:
    if account.notice_from is None:
        return None
    return deadline_items.get(PaymentsDeadlineRecord, account.subject, rules.closing_kind(account))
