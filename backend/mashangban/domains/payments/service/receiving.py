"""What the bank says became of each line. A callback only says "look"; what counts is its answer to our question.

So a callback that is late, repeated, out of order or untrue changes nothing, and the clock makes up for a lost one.
"""

import json
import logging
from dataclasses import replace
from datetime import datetime

from mashangban.domains.payments import errors, events
from mashangban.domains.payments.models import TABLE
from mashangban.domains.payments.partners import bank
from mashangban.domains.payments.repository import runs, transfers
from mashangban.domains.payments.rules import run as rules
from mashangban.domains.payments.rules.reconciling import Gap
from mashangban.domains.payments.rules.run import Batch, Receipt, Run, Transfer
from mashangban.domains.payments.service import collecting, differences, telling
from mashangban.domains.payments.service.steps import next_event
from mashangban.domains.payments.terms import BatchState, DifferenceKind, RunState, TransferState
from mashangban.kernel import acts, replays
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Malformed, PartnerUnavailable, Stale

log = logging.getLogger(__name__)
_EVENTS = {
    TransferState.PAID: events.TRANSFER_PAID,
    TransferState.RETURNED: events.TRANSFER_RETURNED,
    TransferState.FAILED: events.TRANSFER_FAILED,
}
_TRIES = 4


def bank_called(request_id: str, body: bytes, at: datetime) -> None:
    """A signed callback of the bank: look at the order it names. Raises CallbackReplayed, Malformed."""
    key = _key_of(body)
    replays.let_in(TABLE, request_id, at, errors.CallbackReplayed())
    place = rules.key_of_batch(key)
    batch = runs.batch(*place) if place else None
    if batch is None:
        log.warning("the bank called about an order that is none of ours")
        return
    act = acts.system_act("bank", at)
    try:
        _look(act, batch)
        _advance(act, batch.run_id)
    except (PartnerUnavailable, Stale):
        log.info("order %s is left to the clock", batch.key)


def collect(act: Act, run_id: str) -> None:
    """Ask the bank about every order of a run that has no outcome yet."""
    for batch in runs.batches(run_id):
        if batch.state is BatchState.ACCEPTED:
            _look(act, batch)
    _advance(act, run_id)


def conclude(act: Act, before: Transfer, state: TransferState, reason: str = "", reference: str = "") -> None:
    """Write a transfer's outcome and tell wages, and the worker when no money came."""
    after = replace(
        before,
        state=state,
        reason=reason,
        bank_reference=reference or before.bank_reference,
        settled_at=act.at,
    )
    told = [telling.result(after)]
    if state is not TransferState.PAID:
        told += collecting.unpaid_words(after)
    data = {"run": after.run_id, "amount_fen": after.amount_fen, "attempt": after.attempt}
    transfers.settle(act, before, after, next_event(act, _EVENTS[state], before, data, tuple(told)))


def fail(act: Act, transfer_id: str, reason: str) -> None:
    """A transfer that the bank never took."""
    one = transfers.find(transfer_id)
    if one is not None and not one.state.final:
        conclude(act, one, TransferState.FAILED, reason)


def _look(act: Act, batch: Batch) -> None:
    receipts = bank.receipts(batch.key)
    if receipts is None:
        return
    outcomes = [_take(act, receipt) for receipt in receipts]
    if batch.state in {BatchState.ASKED, BatchState.ACCEPTED}:
        done = all(outcomes)
        runs.change_batch(
            batch, BatchState.DONE if done else BatchState.ACCEPTED, tries=batch.tries, asked_at=None
        )


def _take(act: Act, receipt: Receipt) -> bool:
    """Bring one receipt home; True once the line has an outcome. Somebody faster makes us look again."""
    for _ in range(_TRIES):
        one = transfers.find(receipt.transfer_id)
        if one is None:
            return True  # the bank knows a line we don't: reconciliation says so
        if rules.contradicts(one, receipt):
            _raise_difference(act, one, receipt)
            return one.state.final
        state = rules.outcome(one, receipt)
        if state is None:
            return one.state.final
        try:
            conclude(act, one, state, receipt.reason, receipt.reference)
        except Stale:
            continue
        return True
    raise Stale()


def _raise_difference(act: Act, one: Transfer, receipt: Receipt) -> None:
    run = runs.run(one.run_id)
    wrong_sum = receipt.amount_fen != one.amount_fen
    kind = DifferenceKind.AMOUNT if wrong_sum else DifferenceKind.WE_LACK
    ours = one.amount_fen if one.state is TransferState.PAID else 0
    gap = Gap(kind, one.id, ours, receipt.amount_fen)
    differences.raise_for(act, gap, run.project, run.region, run.contractor_id)


def _advance(act: Act, run_id: str) -> None:
    """A run is done once each of its lines has an outcome; a later change (退汇) is noted too."""
    for _ in range(_TRIES):
        run = runs.find(run_id)
        if run is None:
            return None
        try:
            return _note_progress(act, run)
        except Stale:
            continue
    raise Stale()


def _note_progress(act: Act, run: Run) -> None:
    tally = runs.tally(run.id)
    data = {
        "paid": tally.paid, "paid_fen": tally.paid_fen, "returned": tally.returned, "failed": tally.failed,
    }  # fmt: skip
    words = f"到账 {tally.paid} 笔，退回 {tally.returned} 笔，没付出 {tally.failed} 笔"
    if run.state is RunState.SENDING and tally.final >= run.lines:
        after = replace(run, state=RunState.DONE, note=words, tries=0)
        runs.move(act, run, after, next_event(act, events.RUN_DONE, run, data), None)
    elif run.state in {RunState.SENDING, RunState.DONE} and tally.final and run.note != words:
        look_at = act.at + rules.FIRST_WAIT if run.state is RunState.SENDING else None
        after = replace(run, note=words, tries=0)
        runs.move(act, run, after, next_event(act, events.RUN_PROGRESSED, run, data), look_at)


def _key_of(body: bytes) -> str:
    try:
        key = json.loads(body)["key"]
    except (ValueError, KeyError, TypeError) as broken:
        raise Malformed() from broken
    if not isinstance(key, str) or not 0 < len(key) <= 200:
        raise Malformed()
    return key
