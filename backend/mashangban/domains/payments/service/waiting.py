"""What the clock does: runs to bring on, cards to ask the bank about, accounts to read, deadlines that are due."""

import logging
from datetime import datetime, timedelta

from mashangban.deadlines.service import Due
from mashangban.domains.payments.repository import accounts, payees, runs
from mashangban.domains.payments.rules import account as account_rules
from mashangban.domains.payments.service import accounts as account_acts
from mashangban.domains.payments.service import checking, deposits, funding, reconciling, sending
from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import AppError
from mashangban.kernel.partners import PartnerRefusal

log = logging.getLogger(__name__)
_MOST = 25
_SOON = timedelta(minutes=15)


def fire(due: Due) -> None:
    """Act on one firing of a deadline, within its own transaction."""
    kind = due.firing.deadline.kind
    if due.firing.deadline.subject.kind == "deposit":
        deposits.fire(due)
    elif kind.startswith(account_rules.CLOSING):
        account_acts.notice_over(due)
    else:
        funding.fire(due)


def work_runs(now: datetime) -> int:
    """Bring every run on whose time has come; one that fails does not stop the others. Gives how many."""
    done = 0
    for shard in range(runs.SHARDS):
        for run_id in runs.due(shard, now, _MOST):
            try:
                sending.work(system_act("payments_clock", now), run_id)
                done += 1
            except (AppError, PartnerRefusal):
                log.exception("run %s is left for the next minute", run_id)
    return done


def check_cards(now: datetime) -> int:
    """Ask the bank again about cards it was silent on. Gives how many."""
    done = 0
    for shard in range(payees.SHARDS):
        for person_id in payees.due(shard, now, _MOST):
            try:
                checking.check(system_act("payments_clock", now), person_id)
                done += 1
            except AppError:
                log.exception("a card is left for the next minute")
    return done


def look_round(now: datetime) -> int:
    """Read the accounts at the bank whose hour has come; a silent bank is asked again in a quarter."""
    done = 0
    for shard in range(accounts.SHARDS):
        for project_id, came in accounts.rounds(shard, now, _MOST):
            account = accounts.account(project_id)
            next_at = now + _SOON if account.usable else None
            if not accounts.claim_round(project_id, came, next_at) or next_at is None:
                continue
            try:
                reconciling.look_round(system_act("payments_clock", now), account)
            except (AppError, PartnerRefusal):
                log.exception("account of %s could not be read", project_id)
                continue
            accounts.claim_round(project_id, next_at, now + accounts.ROUND)
            done += 1
    return done
