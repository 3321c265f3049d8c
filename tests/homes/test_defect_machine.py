"""Every order of acts on a defect: only the home's side ends it as repaired, every round counts, no money is lost."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import hypothesis
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mashangban.domains.homes.rules import defect as rules
from mashangban.domains.homes.rules.defect import Defect, Repair
from mashangban.domains.homes.rules.estate import Named
from mashangban.domains.homes.terms import REOPEN_DAYS, Climb, DefectState, Payer
from mashangban.kernel import clock
from mashangban.kernel.errors import AppError
from tests.homes.test_defect_rules import AT, NEW

BUILDER = {
    "accept": lambda one, at: rules.accept(one, at),
    "dispute": lambda one, at: rules.dispute(one, at),
    "assign": lambda one, at: rules.assign(one, Named("c1", "样例装修")),
    "appoint": lambda one, at: rules.appoint(one, at + timedelta(days=2), at),
    "visit": lambda one, at: rules.visit(one, at, ("v1",)),
    "extend": lambda one, at: rules.extend(one),
}
HOME = {
    "confirm": lambda one, at: rules.confirm(one, at),
    "reject": lambda one, at: rules.reject(one),
    "reopen": lambda one, at: rules.reopen(one, at),
    "withdraw": lambda one, at: rules.withdraw(one, at),
    "rate": lambda one, at: rules.rate(one, 4),
}
OFFICE = {
    "close": lambda one, at: rules.close(one, at),
    "order": lambda one, at: rules.order(one, clock.local_date(at) + timedelta(days=9), clock.local_date(at)),
}
ENDED_BY = {
    DefectState.CONFIRMED: {"confirm", "rate"},
    DefectState.WITHDRAWN: {"withdraw"},
    DefectState.CLOSED: {"close"},
}


class OneDefect(RuleBasedStateMachine):
    """Builder, home, office and the clock, in any order; what was spent and counted is kept beside the defect."""

    def __init__(self) -> None:
        super().__init__()
        self.now, self.one = AT, NEW
        self.spent: dict[str, int] = {}
        self.rounds = 0
        self.last = ""

    @initialize(steps=st.integers(0, 6))
    def some_of_its_way_is_behind(self, steps: int) -> None:
        for _ in range(steps):
            self.it_goes_its_usual_way(cost=500)

    def moves(self, name: str, act: Any) -> bool:
        self.now += timedelta(hours=1)
        before = self.one
        try:
            self.one = act(before, self.now)
        except AppError:
            return False
        self.last = name
        self.first_times_stay(before)
        assert before.state.open or name in ("reopen", "rate"), f"{name} led out of {before.state}"
        return True

    def first_times_stay(self, before: Defect) -> None:
        for name in ("answered_at", "visited_at"):
            was = getattr(before.marks, name)
            assert was is None or was == getattr(self.one.marks, name)

    @rule(name=st.sampled_from(sorted(BUILDER)))
    def builder_acts(self, name: str) -> None:
        if self.moves(name, BUILDER[name]):
            assert self.one.state.open

    @rule(cost=st.none() | st.integers(0, 90_000), payer=st.sampled_from(Payer), photo=st.booleans())
    def builder_says_repaired(self, cost: int | None, payer: Payer, photo: bool) -> None:
        done = Repair((), ("after",) if photo else (), self.now, cost, payer)
        if self.moves("repaired", lambda one, at: rules.repaired(one, replace(done, at=at))):
            assert photo
            assert self.one.state is DefectState.REPAIRED
            if cost is not None:
                self.spent[payer.value] = self.spent.get(payer.value, 0) + cost

    @rule(cost=st.integers(1, 90_000))
    def it_goes_its_usual_way(self, cost: int) -> None:
        """Accepted, repaired for money, not repaired after all: random hands would seldom come round twice."""
        if self.one.state in (DefectState.REPORTED, DefectState.DISPUTED):
            self.builder_acts("accept")
        elif self.one.state is DefectState.REPAIRED:
            self.home_acts("reject")
        else:
            self.builder_says_repaired(cost, Payer.BUILDER, photo=True)

    @rule(name=st.sampled_from(sorted(HOME)))
    def home_acts(self, name: str) -> None:
        ended = self.one.marks.ended_at
        if self.moves(name, HOME[name]):
            self.rounds += name in ("reject", "reopen")
            if name == "reopen":
                assert ended is not None
                assert self.now - ended < timedelta(days=REOPEN_DAYS)

    @rule(name=st.sampled_from(sorted(OFFICE)))
    def office_acts(self, name: str) -> None:
        self.moves(name, OFFICE[name])

    @rule(days=st.integers(1, REOPEN_DAYS))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(climb=st.sampled_from(Climb))
    def a_clock_runs_out(self, climb: Climb) -> None:
        before = self.one.climb
        self.one = rules.reach(self.one, climb)
        assert self.one.climb.rank == max(before.rank, climb.rank)

    @invariant()
    def who_ends_it_may_end_it(self) -> None:
        if not self.one.state.open:
            assert self.last in ENDED_BY[self.one.state]

    @invariant()
    def every_round_counts(self) -> None:
        marks = self.one.marks
        assert marks.rejections + marks.reopens == self.rounds
        assert self.one.round in (0, 1 + self.rounds)

    @invariant()
    def no_cost_is_lost_or_counted_twice(self) -> None:
        assert dict(self.one.marks.costs) == self.spent

    @invariant()
    def it_has_an_end_exactly_when_it_has_ended(self) -> None:
        assert (self.one.marks.ended_at is None) is self.one.state.open
        assert not (self.one.marks.stars and self.one.state.open)

    @invariant()
    def what_stands_as_repaired_was_repaired(self) -> None:
        if self.one.state is DefectState.REPAIRED:
            assert self.one.repair is not None
            assert self.one.marks.repaired_at is not None
        if self.one.state is DefectState.REJECTED:
            assert self.one.marks.repaired_at is None


TestOneDefect = OneDefect.TestCase
TestOneDefect.settings = hypothesis.settings(max_examples=100, stateful_step_count=30, deadline=None)
