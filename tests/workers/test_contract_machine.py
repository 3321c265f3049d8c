"""Every order of acts on a contract: closed stays closed, milestones only grow, a signature is never skipped."""

from dataclasses import astuple
from datetime import datetime, timedelta

import hypothesis
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mashangban.domains.workers import errors
from mashangban.domains.workers.rules import contract as rules
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.terms import ContractState
from mashangban.kernel.errors import AppError
from tests.workers.samples import NOON, SEALED, TEXT, WORKER, contract, in_force

CLOSED = [state for state in ContractState if not state.open]
LATER = NOON + timedelta(days=1)
ACTS = {
    "sign": lambda c, at: rules.sign(c, WORKER, TEXT, at),
    "countersign": rules.countersign,
    "seal": lambda c, at: rules.seal(c, SEALED, at),
    "fail": lambda c, at: rules.fail(c, "字库里没有这个字"),
    "retry": lambda c, at: rules.retry(c),
    "refuse": lambda c, at: rules.refuse(c, "本周不进场", at),
    "withdraw": lambda c, at: rules.withdraw(c, WORKER, at),
    "lapse": rules.lapse,
    "end": rules.end,
    "expire": rules.expire,
}


class OneProject(RuleBasedStateMachine):
    """A worker at one project who may apply again whenever no contract is open; anybody tries anything at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.now: datetime = NOON
        self.contracts: list[Contract] = []

    @initialize()
    def begin(self) -> None:
        self.contracts = [contract()]

    @rule(act=st.sampled_from(sorted(ACTS)), which=st.integers(0, 50), hours=st.integers(1, 100))
    def somebody_acts(self, act: str, which: int, hours: int) -> None:
        self.now += timedelta(hours=hours)
        number = which % len(self.contracts)
        before = self.contracts[number]
        try:
            after = ACTS[act](before, self.now)
        except AppError:
            return
        assert before.state.open, f"{act} led out of {before.state}"
        self.must_follow(before, after)
        self.contracts[number] = after

    @rule(hours=st.integers(1, 100))
    def text_arrives(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.contracts = [
            rules.render(one, TEXT, self.now) if one.state is ContractState.OFFERED else one
            for one in self.contracts
        ]

    @rule()
    def apply_again(self) -> None:
        if not any(one.state.open for one in self.contracts):
            self.contracts.append(contract(id=f"c{len(self.contracts) + 1}"))

    def must_follow(self, before: Contract, after: Contract) -> None:
        """A milestone once reached is never moved; only the state, its time and its reason change."""
        for was, is_now in zip(astuple(before.milestones), astuple(after.milestones), strict=True):
            assert was is None or was == is_now
        same = ("id", "number", "worker", "trade", "period", "pay", "document_id")
        assert all(getattr(before, name) == getattr(after, name) for name in same)

    @invariant()
    def one_contract_is_open_at_most(self) -> None:
        assert sum(one.state.open for one in self.contracts) <= 1

    @invariant()
    def milestones_are_in_order(self) -> None:
        for one in self.contracts:
            reached = [at for at in astuple(one.milestones) if at is not None]
            assert reached == sorted(reached)

    @invariant()
    def nothing_binds_without_both_words(self) -> None:
        for one in self.contracts:
            times = one.milestones
            if one.state in (ContractState.SEALED, ContractState.ENDED, ContractState.EXPIRED):
                assert times.signed_at
                assert times.countersigned_at
                assert times.sealed_at
                assert one.sealed_sha256
            if times.countersigned_at:
                assert times.signed_at

    @invariant()
    def closed_contracts_tell_when(self) -> None:
        assert all((one.milestones.closed_at is None) is one.state.open for one in self.contracts)


TestOneProject = OneProject.TestCase
TestOneProject.settings = hypothesis.settings(max_examples=120, stateful_step_count=30, deadline=None)


@pytest.mark.parametrize("act", sorted(ACTS))
@pytest.mark.parametrize("state", CLOSED)
def test_no_act_leads_out_of_a_closed_state(state: ContractState, act: str) -> None:
    with pytest.raises(errors.WrongState) as refused:
        ACTS[act](in_force(state=state), LATER)
    assert state.label in str(refused.value.detail)


@pytest.mark.parametrize(
    ("state", "acts"),
    [
        (ContractState.OFFERED, {"sign", "fail", "refuse", "withdraw", "lapse"}),
        (ContractState.WORKER_SIGNED, {"countersign", "refuse", "withdraw"}),
        (ContractState.COUNTERSIGNED, {"seal", "fail"}),
        (ContractState.SEALED, {"end", "expire"}),
    ],
)
def test_each_state_allows_exactly_its_acts(state: ContractState, acts: set[str]) -> None:
    order = (ContractState.OFFERED, ContractState.WORKER_SIGNED, ContractState.COUNTERSIGNED)
    reached = order.index(state) + 2 if state in order else 5
    times = in_force().milestones
    names = ("opened_at", "rendered_at", "signed_at", "countersigned_at", "sealed_at")
    kept = {name: getattr(times, name) for name in names[:reached]}
    standing = in_force(state=state, milestones=rules.Milestones(**kept))
    possible = set()
    for name, act in ACTS.items():
        try:
            act(standing, LATER)
        except AppError:
            continue
        possible.add(name)
    assert possible == acts


def test_a_failure_before_signing_goes_back_to_the_offer_and_can_be_withdrawn() -> None:
    failed = rules.fail(contract(), "字库里没有这个字")
    assert (failed.state, failed.reason) == (ContractState.FAILED, "字库里没有这个字")
    assert rules.retry(failed).state is ContractState.OFFERED
    assert rules.withdraw(failed, WORKER, LATER).state is ContractState.WITHDRAWN


def test_a_failure_after_the_employer_agreed_keeps_both_words() -> None:
    signed = rules.sign(rules.render(contract(), TEXT, NOON), WORKER, TEXT, NOON)
    failed = rules.fail(rules.countersign(signed, NOON), "印章停用")
    with pytest.raises(errors.WrongState, match="不能撤回"):
        rules.withdraw(failed, WORKER, LATER)
    again = rules.retry(failed)
    assert (again.state, again.reason) == (ContractState.COUNTERSIGNED, None)
    assert rules.seal(failed, SEALED, LATER).state is ContractState.SEALED


def test_a_sealed_file_without_the_employers_word_binds_nobody() -> None:
    with pytest.raises(errors.WrongState):
        rules.seal(rules.fail(contract(), "字库里没有这个字"), SEALED, LATER)


def test_only_the_worker_signs_and_withdraws() -> None:
    offered = rules.render(contract(), TEXT, NOON)
    with pytest.raises(errors.NotTheSigner):
        rules.sign(offered, "person-2", TEXT, NOON)
    with pytest.raises(errors.NotTheSigner):
        rules.withdraw(offered, "person-2", NOON)


def test_a_signature_is_bound_to_the_text_that_was_shown() -> None:
    with pytest.raises(errors.DocumentNotReady):
        rules.sign(contract(), WORKER, TEXT, NOON)
    with pytest.raises(errors.WrongDocument):
        rules.sign(rules.render(contract(), "c" * 64, NOON), WORKER, TEXT, NOON)


def test_a_text_that_arrives_twice_keeps_its_first_time() -> None:
    once = rules.render(contract(), TEXT, NOON)
    assert rules.render(once, TEXT, LATER) == once
