"""A matter's life: whatever is tried, in whichever order."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from mashangban.domains.matters.rules import acting, clocks, matter
from mashangban.domains.matters.terms import MatterState, Outcome, Stage
from mashangban.kernel.errors import AppError
from tests.matters.conftest import ITEM
from tests.matters.test_rules import AT, NEW


class Life(RuleBasedStateMachine):
    """Whatever is tried, in whichever order: a matter moves only along its course."""

    def __init__(self) -> None:
        super().__init__()
        self.one = NEW
        self.asked = 0
        self.ends = 0

    def tried(self, step: matter.Matter | None) -> None:
        if step is not None:
            self.ends += self.one.state.ended
            self.one = step

    @rule(by=st.sampled_from(["clerk", "boss"]), which=st.integers(0, 14))
    def act(self, by: str, which: int) -> None:
        one, outcome = self.one, (Outcome.GRANTED, Outcome.DENIED)[which % 2]
        tries = (
            lambda: matter.ask_check(one),
            lambda: matter.check(one, by),
            lambda: matter.submit(one, AT),
            lambda: matter.ask_more(one, "补", 5, AT),
            lambda: matter.supply(one, AT),
            lambda: matter.accept(one, by, AT),
            lambda: matter.accept_by_silence(one),
            lambda: matter.refuse(one, "第三条", by, AT),
            lambda: matter.pause(one, "评审"),
            lambda: matter.resume(one),
            lambda: matter.extend(one, "复杂"),
            lambda: matter.decide(one, outcome, "第三条", by, AT),
            lambda: matter.deliver(one, "", AT),
            lambda: matter.withdraw(one),
            lambda: matter.lapse(one),
        )
        try:
            after = tries[which]()
        except AppError:
            return
        self.asked += after.state is MatterState.SUPPLEMENT
        self.tried(after)

    @invariant()
    def nothing_moves_after_an_end(self) -> None:
        assert self.ends == 0

    @invariant()
    def a_supplement_is_asked_for_at_most_once(self) -> None:
        assert self.asked <= 1

    @invariant()
    def no_hand_accepts_and_decides(self) -> None:
        assert not self.one.decided_by or self.one.decided_by != self.one.accepted_by

    @invariant()
    def a_clock_runs_exactly_while_somebody_has_the_word(self) -> None:
        runs = clocks.running(self.one, ITEM) is not None
        waits = self.one.state is MatterState.SUPPLEMENT
        assert runs is (waits or self.one.stage in (Stage.ACCEPT, Stage.DECIDE, Stage.DELIVER))

    @precondition(lambda self: self.one.state is MatterState.SUBMITTED)
    @invariant()
    def what_was_handed_in_can_always_be_answered(self) -> None:
        assert {"accept", "refuse"} <= set(acting.office(self.one, "clerk"))


Life.TestCase.settings = settings(max_examples=60, stateful_step_count=15, deadline=None)
TestLife = Life.TestCase
