"""Money out and money back. Whoever runs it, however often: an attempt is one order, and an order is paid once.

A callback only says "look": what counts is the treasury's answer to our question, so one that is late, repeated, out of
order or untrue changes nothing. A new attempt begins only after the treasury itself said that the last came back.
"""

import json
import logging
from datetime import datetime, timedelta

from mashangban.domains.claims import events, permissions
from mashangban.domains.claims.errors import CallbackReplayed, Halted
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.partners import treasury
from mashangban.domains.claims.repository import claims, orders
from mashangban.domains.claims.repository.claims import NO_CLOCKS, Clocks
from mashangban.domains.claims.rules import claim as rules
from mashangban.domains.claims.rules import ladder
from mashangban.domains.claims.rules import order as order_rules
from mashangban.domains.claims.rules.claim import Account, Claim
from mashangban.domains.claims.rules.order import Order, Receipt
from mashangban.domains.claims.schemas import AgreementForm, ClaimDone, ReasonForm
from mashangban.domains.claims.service import telling
from mashangban.domains.claims.service.fuses import halting
from mashangban.domains.claims.service.steps import following_step, within, write
from mashangban.domains.claims.terms import ClaimState, Mode, OrderKind, OrderState
from mashangban.domains.claims.terms.fuses import Stop
from mashangban.kernel import replays
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import AppError, Malformed, NotFound, PartnerUnavailable, Stale
from mashangban.kernel.partners import PartnerRefusal
from mashangban.kernel.permissions import Role

log = logging.getLogger(__name__)
_MOST = 25
_HALTED = timedelta(minutes=10)  # how often a payment that stands still is looked at
_S = ClaimState
_EVENTS = {
    _S.ORDERED: events.ORDERED,
    _S.PAID: events.PAID,
    _S.RETURNED: events.RETURNED,
    _S.RECOVERED: events.RECOVERED,
}
_TOLD = {_S.PAID: "claims.paid", _S.RETURNED: "claims.returned", _S.RECOVERED: "claims.recovered"}


def work(act: Act, claim_id: str) -> None:
    """Bring a claim's order on as far as it goes now. Raises PartnerUnavailable, Stale, Halted: the clock goes on."""
    one = claims.get(claim_id)
    kind = OrderKind.RECOVERY if one.state in (_S.RECOVERING, _S.RECOVERED) else OrderKind.PAYMENT
    order = orders.current(one, kind)
    if order is None:
        return
    receipt = treasury.receipt(order) if order.tries else None
    if receipt is None:
        receipt = _send(act, one, order)
    elif order.state is OrderState.OPEN:
        orders.note_try(order, act.at)
    if receipt is not None:
        _take(act, one, order, receipt)


def work_due(now: datetime) -> int:
    """Bring every order on whose time has come; one that fails does not stop the others. Gives how many."""
    done = 0
    for shard in range(orders.SHARDS):
        for claim_id in orders.due(shard, now, _MOST):
            try:
                work(system_act("claims_clock", now), claim_id)
                done += 1
            except Halted:
                log.info("the order of claim %s stands still", claim_id)
            except (AppError, PartnerRefusal):
                log.exception("the order of claim %s is left for later", claim_id)
    return done


def treasury_called(request_id: str, body: bytes, at: datetime) -> None:
    """A signed callback: look at the claim it names. Raises CallbackReplayed, Malformed."""
    claim_id = _claim_of(body)
    replays.let_in(TABLE, request_id, at, CallbackReplayed())
    try:
        work(system_act("treasury", at), claim_id)
    except NotFound:
        log.warning("the treasury called about an order that is none of ours")
    except (PartnerUnavailable, Stale):
        log.info("claim %s is left to the clock", claim_id)


def correct_account(act: Act, claim_id: str, form: AgreementForm) -> ClaimDone:
    """The enterprise names another account of its own; the money goes out again. Raises WrongStep."""
    before, role = within(act, permissions.CLAIM, claim_id)
    account = Account(form.account.bank, form.account.number, before.enterprise_name)
    after = rules.correct_account(before, account)
    return write(act, before, after, events.ACCOUNT_CORRECTED, role, data={"attempt": after.attempt})


def claw_back(act: Act, claim_id: str, form: ReasonForm) -> ClaimDone:
    """An office calls back what was paid, with reasons that the enterprise reads. Raises WrongStep."""
    before, role = within(act, permissions.CLAW_BACK, claim_id)
    after = rules.claw_back(before, form.text)
    told = telling.enterprise(after, "claims.clawed-back")
    data = {"amount_fen": after.amount_fen}
    return write(act, before, after, events.CLAWED_BACK, role, data=data, told=told)


def _send(act: Act, one: Claim, order: Order) -> Receipt | None:
    """Hand it over; that it may have arrived is noted before, so that the treasury is asked first ever after."""
    if order.kind is OrderKind.PAYMENT:
        _require_free(act, one, order)
    orders.note_try(order, act.at)
    treasury.send(order)
    return treasury.receipt(order)


def _require_free(act: Act, one: Claim, order: Order) -> None:
    try:
        halting.require_free(act, one, Stop.PAYMENT)
    except Halted:
        orders.put_off(order, act.at + _HALTED)
        raise


def _take(act: Act, one: Claim, order: Order, receipt: Receipt) -> None:
    state = order_rules.outcome(order, receipt, one.state)
    if state is None:
        return
    after = rules.settled(one, state, receipt.reason, act.at)
    data = {"attempt": order.attempt, "amount_fen": order.amount_fen}
    kind = _TOLD.get(state)
    told = telling.enterprise(after, kind, reason=receipt.reason or "银行退回") if kind else ()
    event = following_step(act, one, after, _EVENTS[state], Role.SYSTEM, data, told)
    claims.settle(
        act,
        one,
        after,
        event,
        order,
        order_rules.order_state(state),
        receipt.reference,
        _promised(act, after),
    )


def _promised(act: Act, after: Claim) -> Clocks:
    """What was paid upon a promise is looked at again; paid anew after a return, its clock runs already."""
    if after.state is not _S.PAID or after.terms.mode is not Mode.PROMISED:
        return NO_CLOCKS
    if any(one.kind == ladder.PROMISE for one in claims.clocks_of(after)):
        return NO_CLOCKS
    return Clocks(begins=(ladder.promise_clock(after, act.at),))


def _claim_of(body: bytes) -> str:
    try:
        key = json.loads(body)["key"]
    except (ValueError, KeyError, TypeError) as broken:
        raise Malformed() from broken
    if not isinstance(key, str) or not 0 < len(key) <= 100:
        raise Malformed()
    return key.partition(".")[0]
