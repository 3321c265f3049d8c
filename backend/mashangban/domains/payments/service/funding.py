"""Money in a wage account: the bank's own figures, what the next pay day asks for, warnings before it is short."""

import logging
from dataclasses import replace
from datetime import date, datetime

from mashangban.deadlines.service import Due
from mashangban.domains.payments import events, permissions
from mashangban.domains.payments.models import PaymentsEmployment
from mashangban.domains.payments.partners import bank
from mashangban.domains.payments.repository import accounts, runs
from mashangban.domains.payments.rules import account as rules
from mashangban.domains.payments.rules.account import Account, Mirror
from mashangban.domains.payments.rules.forecast import Forecast, expected_need
from mashangban.domains.payments.service import notifying
from mashangban.domains.payments.service.steps import next_event
from mashangban.domains.payments.terms import AccountState, RunState
from mashangban.employment import repository as employments
from mashangban.kernel import clock
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.events import Message
from mashangban.kernel.money import yuan
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Role

log = logging.getLogger(__name__)
_RUNS = 24
_STAFF = 50
_WAITING = {RunState.COLLECTING, RunState.READY, RunState.BLOCKED, RunState.SHORT, RunState.SENDING}


def ask_balance(act: Act, account: Account) -> int:
    """The balance the bank tells now, kept with its instant. Raises PartnerUnavailable, PartnerRefusal."""
    balance = bank.balance(account.number, account.contractor.name)
    known = accounts.mirror(account.project.id)
    accounts.keep_mirror(account.project.id, Mirror(balance, act.at, known.sequence if known else 0))
    return balance


def refresh(act: Act, project_id: str) -> None:
    """Read balance and statement at the bank; new money lets runs that waited for it go on at once."""
    account = accounts.account(project_id, act.actor.reach(permissions.REFRESH))
    read_statement(act, account)


def read_statement(act: Act, account: Account) -> None:
    """Take over what is new in the bank's statement, then its balance."""
    known = accounts.mirror(account.project.id)
    after, funded = known.sequence if known else 0, False
    while entries := bank.statement(account.number, after):
        for entry in entries:
            accounts.keep_entry(account.project.id, entry)
            funded |= entry.kind == "funding"
        after = entries[-1].sequence
    balance = bank.balance(account.number, account.contractor.name)
    accounts.keep_mirror(account.project.id, Mirror(balance, act.at, after))
    if funded:
        _wake_short_runs(account, act.at)


def read_after(act: Act, account: Account) -> None:
    """Read the account once a run is done; a silent bank is read on its hour."""
    try:
        read_statement(act, account)
    except PartnerUnavailable:
        log.info("the account of %s is read on its hour", account.project.id)


def forecast(account: Account, at: datetime) -> Forecast:
    """What the next pay day asks for, from announced runs, the month before or the contracts, against the mirror."""
    day = rules.next_pay_day(account, clock.local_date(at))
    mirror = accounts.mirror(account.project.id)
    found = runs.of_project(account.project.id, PageRequest(limit=_RUNS)).items
    announced = sum(runs.tally(one.id).open_fen or one.total_fen for one in found if one.state in _WAITING)
    done = [one for one in found if one.state is RunState.DONE]
    last = max((one.month for one in done), default="")
    before = sum(one.total_fen for one in done if one.month == last)
    staff = employments.at_project(PaymentsEmployment, account.project.id, PageRequest(limit=_STAFF))
    need, basis, unpriced = expected_need(announced, before, staff.items)
    return Forecast(day, need, mirror.balance_fen if mirror else 0, basis, unpriced)


def fire(due: Due) -> None:
    """A rung of a funding deadline: look, warn when money is missing, on the day itself begin the next month."""
    act = system_act("payments_clock", due.now)
    account = accounts.account(due.firing.deadline.subject.id)
    if account.state is not AccountState.CLOSED:
        ask_balance(act, account)
    seen = forecast(account, due.now)
    short = seen.gap_fen > 0 and account.state is not AccountState.CLOSED
    told = tuple(_warnings(account, seen, due)) if short else ()
    kind = events.ACCOUNT_WARNED if short else events.ACCOUNT_FORECAST
    data = {"need_fen": seen.need_fen, "gap_fen": seen.gap_fen, "rung": due.firing.rung.name}
    event = next_event(act, kind, account, data, told)
    after, begins = account, None
    if due.firing.rung.name == rules.DUE and account.state is not AccountState.CLOSED:
        begins = rules.funding_deadline(account, _next(account, due), act.at)
        after = replace(account, funding_month=begins.kind.rpartition(".")[2])
    accounts.move(act, account, after, event, settles=due, begins=begins)


def _next(account: Account, due: Due) -> date:
    last = due.firing.due.last_day
    agreed = rules.next_pay_day(account, last) if last else clock.local_date(due.now)
    # A pay day moved before a holiday leaves the agreed day itself still ahead: that one has had its turn.
    if f"{agreed:%Y%m}" <= due.firing.deadline.kind.rpartition(".")[2]:
        agreed = rules.next_pay_day(account, agreed)
    return agreed


def _warnings(account: Account, seen: Forecast, due: Due) -> list[Message]:
    values = {
        "project": account.project.name,
        "day": f"{seen.day.month}月{seen.day.day}日",
        "need": yuan(seen.need_fen),
        "balance": yuan(seen.balance_fen),
        "gap": yuan(seen.gap_fen),
    }
    kind, occasion, place = "payments.funding.warning", due.firing.id, account.place
    told = notifying.office(place, kind, occasion, values)
    if due.firing.rung.name in {rules.LAST, rules.DUE}:
        told += notifying.officers(place, Role.COUNTY_OFFICER, kind, occasion, values)
    if due.firing.rung.name == rules.DUE:
        told += notifying.officers(place, Role.CITY_OFFICER, kind, occasion, values)
    return told


def _wake_short_runs(account: Account, at: datetime) -> None:
    for run in runs.of_project(account.project.id, PageRequest(limit=_RUNS)).items:
        if run.state is RunState.SHORT:
            runs.look_again(run.id, at, 0)
