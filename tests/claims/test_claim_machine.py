"""Every order of acts on a claim: no desk is passed over, no amount grows, money goes out once."""

from dataclasses import replace
from typing import Any

import hypothesis
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mashangban.domains.claims.rules import claim as rules
from mashangban.domains.claims.rules.claim import Account, Paper
from mashangban.domains.claims.terms import ClaimState, Mode, Step
from mashangban.kernel.errors import AppError
from tests.claims.test_boards import CLAIM, MONDAY, TERMS

OFFICERS = ("o1", "o2", "o3", "o4")
ACCOUNT = Account("样例银行", "6222", "样例企业")
TO_BE_PAID = {ClaimState.APPROVED, ClaimState.ORDERED, ClaimState.PAID, ClaimState.RETURNED}
REVIEWED = {ClaimState.PUBLICITY, ClaimState.OBJECTED, ClaimState.DECIDING, *TO_BE_PAID}
ASKED_FEN = 50_000


class OneClaim(RuleBasedStateMachine):
    """Enterprise, desks and treasury in any order; what each did is kept beside the claim."""

    def __init__(self) -> None:
        super().__init__()
        self.one = replace(CLAIM, amount_fen=ASKED_FEN, account=ACCOUNT)
        self.passed: list[tuple[Step, str]] = []
        self.supplements = 0
        self.outcomes: dict[int, str] = {}

    @initialize(
        mode=st.sampled_from([Mode.ORDINARY, Mode.PROMISED]), public=st.booleans(), steps=st.integers(0, 8)
    )
    def some_of_its_way_is_behind(self, mode: Mode, public: bool, steps: int) -> None:
        terms = replace(TERMS, mode=mode, publicity_days=5 if public else 0)
        self.one = replace(self.one, terms=terms)
        for _ in range(steps):
            self.it_goes_its_usual_way("o1")

    def moves(self, act: Any) -> bool:
        before = self.one
        try:
            self.one = act(before)
        except AppError:
            return False
        assert not before.state.over, f"led out of {before.state}"
        assert self.one.amount_fen <= before.amount_fen
        return True

    @rule(who=st.sampled_from(OFFICERS))
    def office_takes_it_up(self, who: str) -> None:
        self.moves(lambda one: rules.accept(one, who))

    @rule(who=st.sampled_from(OFFICERS))
    def another_takes_charge(self, who: str) -> None:
        before = self.one
        if self.moves(lambda one: rules.take(one, who)):
            assert replace(self.one, charge_id=before.charge_id) == before

    @rule(
        who=st.sampled_from(OFFICERS),
        step=st.sampled_from(Step),
        amount=st.none() | st.integers(1, ASKED_FEN * 2),
        panel=st.booleans(),
    )
    def desk_passes_it(self, who: str, step: Step, amount: int | None, panel: bool) -> None:
        if self.moves(lambda one: rules.pass_step(one, who, step, "", amount, panel)):
            self.passed.append((step, who))

    @rule(who=st.sampled_from(OFFICERS[:3]))
    def it_goes_its_usual_way(self, who: str) -> None:
        """Taken up, passed by each desk, made public, approved by another: random hands would seldom come so far."""
        match self.one.state:
            case ClaimState.SUBMITTED:
                self.office_takes_it_up(who)
            case ClaimState.REVIEW:
                self.desk_passes_it(who, self.one.step, None, panel=False)
            case ClaimState.PUBLICITY:
                self.a_day_comes(rules.end_publicity)
            case ClaimState.DECIDING:
                self.office_approves(OFFICERS[3], 1)
            case ClaimState.APPROVED:
                self.treasury_answers(paid=True)

    @rule(who=st.sampled_from(OFFICERS))
    def office_asks_for_more(self, who: str) -> None:
        self.supplements += self.moves(lambda one: rules.ask_supplement(one, who, "缺完税证明"))

    @rule()
    def enterprise_hands_in_more(self) -> None:
        before = self.one.papers
        if self.moves(lambda one: rules.supplement(one, (Paper("完税证明", "f1"),), "补上")):
            assert self.one.papers[: len(before)] == before

    @rule(upheld=st.booleans(), settle=st.booleans())
    def somebody_objects(self, upheld: bool, settle: bool) -> None:
        if settle:
            self.moves(lambda one: rules.settle_objection(one, upheld, "已核查"))
        else:
            self.moves(lambda one: rules.object_to(one, MONDAY))

    @rule(act=st.sampled_from([rules.end_publicity, rules.lapse]))
    def a_day_comes(self, act: Any) -> None:
        self.moves(act)

    @rule(who=st.sampled_from(OFFICERS), shard=st.integers(0, 3))
    def office_approves(self, who: str, shard: int) -> None:
        if self.moves(lambda one: rules.approve(one, who, shard)):
            assert who not in {hand for _, hand in self.passed}

    @rule()
    def office_refuses(self) -> None:
        self.moves(lambda one: rules.refuse(one, "不符合条件"))

    @rule()
    def enterprise_withdraws(self) -> None:
        before = self.one.state
        if self.moves(rules.withdraw):
            assert not before.reserves

    @rule(paid=st.booleans())
    def treasury_answers(self, paid: bool) -> None:
        if self.one.state is not ClaimState.APPROVED:
            return
        state = ClaimState.PAID if paid else ClaimState.RETURNED
        assert self.one.attempt not in self.outcomes
        self.outcomes[self.one.attempt] = state.value
        self.one = rules.settled(self.one, state, "", MONDAY)

    @rule()
    def enterprise_names_another_account(self) -> None:
        self.moves(lambda one: rules.correct_account(one, replace(ACCOUNT, number="6333")))

    @rule()
    def office_calls_it_back(self) -> None:
        if self.moves(lambda one: rules.claw_back(one, "骗取")):
            assert "paid" in self.outcomes.values()

    @invariant()
    def money_goes_out_once_at_most(self) -> None:
        assert list(self.outcomes.values()).count("paid") <= 1

    @invariant()
    def money_is_held_for_what_was_approved_and_for_nothing_else(self) -> None:
        assert self.one.state.reserves is (self.one.shard is not None)
        assert self.one.state.reserves is (self.one.attempt > 0)

    @invariant()
    def no_desk_was_passed_over(self) -> None:
        if self.one.state in REVIEWED:
            assert tuple(step for step, _ in self.passed) == self.one.steps
            assert set(self.one.hands) == {who for _, who in self.passed}

    @invariant()
    def what_is_missing_is_told_once(self) -> None:
        assert self.supplements <= 1
        assert self.one.supplemented is (self.supplements == 1)


TestOneClaim = OneClaim.TestCase
TestOneClaim.settings = hypothesis.settings(max_examples=100, stateful_step_count=30, deadline=None)
