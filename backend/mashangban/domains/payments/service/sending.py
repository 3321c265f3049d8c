"""Sending a run to the bank in orders, and asking what became of them. Whoever runs it, however often: paid once.

An order's content is fixed before it is sent first. Once it may have reached the bank, the bank is asked by its key
before it is sent again; the bank itself takes a key once, and a line once.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from mashangban.domains.payments import events
from mashangban.domains.payments.partners import bank
from mashangban.domains.payments.repository import accounts, payees, runs, transfers
from mashangban.domains.payments.rules import run as rules
from mashangban.domains.payments.rules.account import Account
from mashangban.domains.payments.rules.payee import Payee, why_unusable
from mashangban.domains.payments.rules.run import Batch, Run, Transfer
from mashangban.domains.payments.service import collecting, funding, notifying, receiving
from mashangban.domains.payments.service.steps import next_event
from mashangban.domains.payments.terms import BatchState, RunState, TransferState
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import PartnerUnavailable, Stale
from mashangban.kernel.money import yuan
from mashangban.kernel.partners import PartnerRefusal
from mashangban.kernel.permissions import Role

_NEEDS_ACCOUNT = {RunState.READY, RunState.BLOCKED, RunState.SHORT}


def work(act: Act, run_id: str) -> None:
    """Bring a run as far as it goes now; what is left is looked at again later."""
    run = runs.run(run_id)
    try:
        if run.state is RunState.COLLECTING:
            collecting.gather(act, run_id)
        elif run.state in _NEEDS_ACCOUNT:
            _start(act, run)
        elif run.state is RunState.SENDING:
            _go_on(act, run)
        else:
            runs.rest(run_id)
    except PartnerUnavailable:
        _later(act, run_id)
    except PartnerRefusal as refused:
        _stand_still(act, runs.run(run_id), RunState.BLOCKED, f"银行不认可这个专户（{refused.code}）")


def _start(act: Act, run: Run) -> None:
    """Send only what the account can pay whole: a part of the people paid is worse than a warning in time."""
    account = accounts.find(run.project.id)
    if account is None or not account.usable or account.contractor.id != run.contractor_id:
        _stand_still(act, run, RunState.BLOCKED, "这个项目还没有可用的工资专户")
        return
    found = list(transfers.of_run(run.id))
    if len(found) != run.lines:
        _later(act, run.id)  # the index lags: not every transfer shows yet
        return
    waiting = [one for one in found if one.state is TransferState.WAITING]
    unsent = [one for one in runs.batches(run.id) if one.state in {BatchState.NEW, BatchState.ASKED}]
    need = sum(one.amount_fen for one in waiting) + sum(one.total_fen for one in _unknown(unsent))
    there = funding.ask_balance(act, account)
    if there < need:
        _stand_still(
            act, run, RunState.SHORT, f"要付 {yuan(need)}，专户还差 {yuan(need - there)}", need - there
        )
        return
    _cut(act, run, waiting)
    after = replace(run, state=RunState.SENDING, note="", tries=0)
    runs.move(act, run, after, next_event(act, events.RUN_SENDING, run), act.at)
    _go_on(act, runs.run(run.id))


def _unknown(unsent: list[Batch]) -> list[Batch]:
    """Orders that the bank does not have: what it has is already taken from the balance."""
    return [one for one in unsent if one.state is BatchState.NEW or bank.receipts(one.key) is None]


def _cut(act: Act, run: Run, waiting: list[Transfer]) -> None:
    """Make orders of what waits; whose card is no longer good is left out, with its reason."""
    number = len(runs.batches(run.id))
    good: list[Transfer] = []
    known = payees.payees([one.person_id for one in waiting])
    for one in waiting:
        name, reason = _holder_of(one, known.get(one.person_id))
        if reason:
            receiving.conclude(act, one, TransferState.FAILED, reason)
        else:
            good.append(replace(one, holder=name))
    for start in range(0, len(good), rules.BATCH_LINES):
        part = good[start : start + rules.BATCH_LINES]
        number += 1
        total = sum(one.amount_fen for one in part)
        batch = Batch(run.id, number, tuple(one.id for one in part), total, BatchState.NEW)
        transfers.hand_over(act, batch, [_handed(act, one, number) for one in part])


def _holder_of(one: Transfer, payee: Payee | None) -> tuple[str, str]:
    """The card holder's full name, or why no money can go to the card any more."""
    reason = why_unusable(payee)
    if reason is None and payee is not None and payee.card != one.card:
        reason = "工人刚刚换了银行卡，请重新发放"
    if reason is not None:
        return "", reason
    proven = identity.real_name(one.person_id)
    return (proven.name, "") if proven else ("", "工人的实名认证已失效，要先重新认证")


def _handed(act: Act, one: Transfer, number: int) -> tuple[Transfer, Transfer, Any]:
    after = replace(one, state=TransferState.SENDING, batch=number)
    return replace(one, holder=""), after, next_event(act, events.TRANSFER_SENT, one, {"batch": number})


def _go_on(act: Act, run: Run) -> None:
    account = accounts.account(run.project.id)
    for batch in runs.batches(run.id):
        if batch.state in {BatchState.NEW, BatchState.ASKED} and not _push(act, run, account, batch):
            return
    receiving.collect(act, run.id)
    if runs.run(run.id).state is RunState.SENDING:
        _later(act, run.id)
    else:
        funding.read_after(act, account)


def _push(act: Act, run: Run, account: Account, batch: Batch) -> bool:
    """Bring one order to the bank; False when the account ran short and the rest must wait."""
    if batch.state is BatchState.ASKED and bank.receipts(batch.key) is not None:
        return _note(batch, BatchState.ACCEPTED, batch.tries)
    tried = replace(batch, state=BatchState.ASKED, tries=batch.tries + 1)
    if not _note(batch, BatchState.ASKED, tried.tries, act.at):
        raise Stale()  # another run of the clock has it in hand
    try:
        bank.send(batch.key, account.number, _lines(batch))
    except PartnerRefusal as refused:
        return _refused(act, run, replace(tried, asked_at=batch.asked_at), refused.code)
    return _note(tried, BatchState.ACCEPTED, tried.tries)


def _note(batch: Batch, state: BatchState, tries: int, asked_at: datetime | None = None) -> bool:
    return runs.change_batch(batch, state, tries=tries, asked_at=asked_at)


def _lines(batch: Batch) -> list[dict[str, Any]]:
    """What the bank needs of each line: the same however often the order is sent."""
    return [
        {"key": one.id, "name": one.holder, "card": one.card, "amount_fen": one.amount_fen}
        for one in transfers.many(batch.transfers)
    ]


def _refused(act: Act, run: Run, batch: Batch, code: str) -> bool:
    """The bank said no to a whole order. Nothing of it was paid, unless an earlier try still travels."""
    if code == bank.SHORT:
        note = f"银行说余额不足，第 {batch.number} 批要付 {yuan(batch.total_fen)}"
        _stand_still(act, run, RunState.SHORT, note, batch.total_fen)
        return False
    if bank.receipts(batch.key) is not None:
        return _note(batch, BatchState.ACCEPTED, batch.tries)
    if not rules.refusal_is_final(batch, act.at):
        raise PartnerUnavailable()
    _note(batch, BatchState.REFUSED, batch.tries)
    for one in batch.transfers:
        receiving.fail(act, one, f"银行没有受理（{code}）")
    return True


def _stand_still(act: Act, run: Run, state: RunState, note: str, gap_fen: int = 0) -> None:
    """Say why a run waits: once an event and a warning, then only another look."""
    wait = act.at + rules.wait_after(run.tries + 1)
    if run.state is state and run.note == note:
        runs.look_again(run.id, wait, run.tries + 1)
        return
    kind = events.RUN_SHORT if state is RunState.SHORT else events.RUN_BLOCKED
    template = "payments.run.short" if state is RunState.SHORT else "payments.run.blocked"
    values = {"project": run.project.name, "month": collecting.month_words(run.month), "note": note}
    occasion = f"{run.id}|{state.value}|{note}"
    told = notifying.office(run.place, template, occasion, values)
    told += notifying.officers(run.place, Role.COUNTY_OFFICER, template, occasion, values)
    event = next_event(act, kind, run, {"gap_fen": gap_fen}, tuple(told))
    runs.move(act, run, replace(run, state=state, note=note, tries=run.tries + 1), event, wait)


def _later(act: Act, run_id: str) -> None:
    run = runs.run(run_id)
    runs.look_again(run_id, act.at + rules.wait_after(run.tries + 1), run.tries + 1)
