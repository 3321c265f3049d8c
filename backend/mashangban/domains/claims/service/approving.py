"""Approval holds the money in the same transaction: what can't be held can't be approved, however many try at once."""

import random
import time

from mashangban.domains.claims import errors, events, permissions
from mashangban.domains.claims.repository import budgets, claims
from mashangban.domains.claims.rules import budget as parts
from mashangban.domains.claims.rules import claim as rules
from mashangban.domains.claims.rules import filling
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.schemas import ClaimDone
from mashangban.domains.claims.service import telling
from mashangban.domains.claims.service.fuses import halting, watching
from mashangban.domains.claims.service.steps import within, write
from mashangban.domains.claims.terms.fuses import Stop
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Busy
from mashangban.kernel.money import yuan
from mashangban.kernel.permissions import Role

_TRIES = 24
_PAUSE = 0.02


def approve(act: Act, claim_id: str) -> ClaimDone:
    """An office approves, not by the hands that reviewed.

    Raises WrongStep, SameHands, FormUnsealed, Halted, BudgetSpent, BudgetMissing.
    """
    before, role = within(act, permissions.APPROVE, claim_id)
    return _approve(act, before, role)


def approve_by_rules(act: Act, claim_id: str) -> None:
    """The rules have said yes. Without money, or halted, the claim waits; nothing is lost."""
    before = claims.get(claim_id)
    if not rules.moves_by_itself(before):
        return
    try:
        _approve(act, before, Role.SYSTEM)
    except (errors.BudgetSpent, errors.BudgetMissing, errors.Halted, errors.FormUnsealed):
        return


def _approve(act: Act, before: Claim, role: Role) -> ClaimDone:
    rules.approve(before, act.actor.person_id, 0)
    if filling.unsealed(before):
        raise errors.FormUnsealed()
    if watching.during(act, before):
        before = claims.get(before.id)
    for _ in range(_TRIES):
        halting.require_free(act, before, Stop.APPROVAL)
        number = _part_for(act, before)
        if number is None:
            time.sleep(random.uniform(0, _PAUSE))  # noqa: S311 - jitter, not a secret
            continue
        try:
            return _hold(act, before, number, role)
        except (errors.ShardShort, errors.Halted):
            continue
    raise Busy()


def _part_for(act: Act, one: Claim) -> int | None:
    """A part of the line that has enough; None when it had to be gathered first. Raises BudgetSpent, BudgetMissing."""
    policy_id, amount = one.terms.policy_id, one.amount_fen
    seen = budgets.left(policy_id)
    if not seen:
        raise errors.BudgetMissing()
    number = parts.choose(seen, amount, one.id)
    if number is not None:
        return number
    exact = budgets.left_exactly(policy_id)
    found = parts.gathering(exact, amount, one.id)
    if found is None:
        raise errors.BudgetSpent(f"要拨 {yuan(amount)}，预算只剩 {yuan(sum(exact))}")
    into, given = found
    return into if budgets.gather(act, policy_id, exact, into, given) else None


def _hold(act: Act, before: Claim, number: int, role: Role) -> ClaimDone:
    after = rules.approve(before, act.actor.person_id, number)
    data = {"amount_fen": after.amount_fen, "budget": after.terms.policy_id}
    told = telling.enterprise(after, "claims.approved")
    return write(act, before, after, events.APPROVED, role, data=data, told=told)
