"""A budget line under a rush: exactly what fits is held, to the fen, and everybody else is told clearly."""

import secrets
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.claims import errors
from mashangban.domains.claims.models import ClaimRecord
from mashangban.domains.claims.repository import budgets, claims, orders, sampling
from mashangban.domains.claims.repository.claims import _record
from mashangban.domains.claims.rules import budget as rules
from mashangban.domains.claims.rules.budget import BudgetLine
from mashangban.domains.claims.rules.claim import Account, Claim, Terms
from mashangban.domains.claims.service import approving
from mashangban.domains.claims.service import budgets as lines
from mashangban.domains.claims.terms import SHARDS, ClaimState, CreditRule, Mode
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act, Submission
from tests.budgets import over
from tests.claims.conftest import account
from tests.registry.conftest import COUNTY, act, officer
from tests.workers.test_capacity import units

FITS, TRIED = 30, 300  # 100 and 1,000 were tried too; the machine bears it, the suite has other things to do
AMOUNT = 9_999_999
AT_ONCE = 32  # threads: what two cores keep busy


def opened(total_fen: int) -> str:
    policy_id = ids.new_id()
    lines.keep(act(officer()), BudgetLine(policy_id, "研发奖励", COUNTY, total_fen), total_fen)
    return policy_id


def test_from_the_first_line_on_a_province_has_its_statement_read_and_its_months_drawn(tables: str) -> None:
    opened(100)
    later = clock.now() + timedelta(days=3)
    assert COUNTY[:2] in orders.books_due(later)
    assert COUNTY[:2] in sampling.provinces_due(later)


def own_account() -> Account:
    return Account("工商银行", account()["number"], "样例企业")


def crowd(policy_id: str, amounts: Iterable[int]) -> list[str]:
    """Claims of these amounts that wait for their decision, as their reviewers left them."""
    now = clock.now()
    terms = Terms(
        policy_id, 1, "研发奖励", Mode.ORDINARY, COUNTY, "科学技术局", "0571-1", 5, 5, CreditRule.NONE, "", "2026",
        None, 0, (),
    )  # fmt: skip
    made = [
        Claim(
            ids.new_id(), ids.public_number("SB", now), ids.new_id(), "样例企业", terms, ClaimState.DECIDING, now, now,
            amount_fen=fen, account=own_account(), hands=(ids.new_id(),), version=1,
        )
        for fen in amounts
    ]  # fmt: skip
    with ClaimRecord.batch_write() as batch:
        for one in made:
            record = _record(one)
            record.version, record.chain = one.version, one.chain
            batch.save(record)
    return [one.id for one in made]


def waiting(policy_id: str, amount_fen: int = AMOUNT) -> str:
    (claim_id,) = crowd(policy_id, [amount_fen])
    return claim_id


def approve(claim_id: str) -> str:
    try:
        return approving.approve(act(officer()), claim_id).state.value
    except errors.BudgetSpent as spent:
        return spent.code


def test_of_many_approvals_at_once_exactly_those_that_fit_are_held(tables: str) -> None:
    policy_id = opened(FITS * AMOUNT + AMOUNT - 1)
    tried = crowd(policy_id, [AMOUNT] * TRIED)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = Counter(pool.map(approve, tried))
    assert answers == {"approved": FITS, "claims.budget.spent": TRIED - FITS}
    held = [one for one in map(claims.get, tried) if one.state is ClaimState.APPROVED]
    assert len(held) == FITS
    assert (
        sum(one.amount_fen for one in held) + sum(budgets.left_exactly(policy_id)) == (FITS + 1) * AMOUNT - 1
    )


def test_what_no_single_part_has_is_gathered_to_the_last_fen(tables: str) -> None:
    policy_id = opened(1_000_003)
    assert approve(waiting(policy_id, 1_000_003)) == "approved"
    assert set(budgets.left_exactly(policy_id)) == {0}
    assert approve(waiting(policy_id, 1)) == "claims.budget.spent"


def test_money_on_its_way_between_parts_is_never_missed(tables: str) -> None:
    """Half of the claims need more than any part has: gathering and drawing go on side by side."""
    total = 64 * 1_000
    policy_id = opened(total)
    tried = [waiting(policy_id, 14_000 if number % 2 else 500) for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(approve, tried))
    assert answers == ["approved"] * 8
    assert sum(budgets.left_exactly(policy_id)) == total - 4 * 14_500


def test_an_approval_costs_what_is_written_down(tables: str) -> None:
    policy_id = opened(FITS * AMOUNT)
    who, claim_id = officer(), waiting(policy_id)
    submission = Submission(secrets.token_hex(8), "approve", who.person_id, "d" * 64)
    spent = units(lambda: approving.approve(Act(who, clock.now(), submission), claim_id))
    assert over("claims", {"approve by an officer": spent}) == {}


def test_a_line_is_raised_and_never_lowered_nor_beyond_the_policy(tables: str) -> None:
    policy_id = opened(1_000)
    raised = BudgetLine(policy_id, "研发奖励", COUNTY, 1_003)
    asks = officer()
    assert lines.keep(act(asks), raised, 1_003).left_fen == 1_000
    assert lines.confirm(act(officer()), policy_id, 1_003, 1_003).left_fen == 1_003
    for wrong, most, refusal in (
        (999, 9_999, errors.BudgetLowered),
        (1_004, 1_003, errors.BudgetBeyondPolicy),
    ):
        try:
            lines.keep(act(officer()), BudgetLine(policy_id, "研发奖励", COUNTY, wrong), most)
        except refusal:
            continue
        raise AssertionError(wrong)


def test_a_second_person_confirms_exactly_the_sum_that_was_asked_for() -> None:
    line = BudgetLine("p", "研发奖励", COUNTY, 1_000)
    asked = rules.asked(rules.asked(line, 1_500, "a"), 2_000, "b")
    for one, total, person, refusal in (
        (line, 1_000, "a", errors.BudgetNotAsked),
        (asked, 1_500, "a", errors.BudgetNotAsked),
        (asked, 2_000, "b", errors.BudgetSameHands),
    ):
        with pytest.raises(refusal):
            rules.raised(one, total, person)
    done = rules.raised(asked, 2_000, "a")
    assert (done.total_fen, done.asked_fen, done.asked_by) == (2_000, 0, "")


@given(st.integers(0, 10**13))
def test_parts_add_up_to_the_fen(fen: int) -> None:
    parts = rules.spread(fen)
    assert (len(parts), sum(parts), max(parts) - min(parts) <= 1) == (SHARDS, fen, True)


@given(st.lists(st.integers(0, 10**6), min_size=SHARDS, max_size=SHARDS), st.integers(1, 10**7), st.text())
def test_whatever_is_left_either_enough_is_gathered_or_there_is_not_enough(
    left: list[int], amount: int, claim_id: str
) -> None:
    found = rules.gathering(left, amount, claim_id)
    if found is None:
        assert sum(left) < amount
        return
    into, given_ = found
    assert all(0 < part <= left[one] and one != into for one, part in given_.items())
    assert left[into] + sum(given_.values()) == max(amount, left[into])
