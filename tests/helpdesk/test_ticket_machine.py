"""Every order of acts on a ticket: somebody holds it at every moment, it is passed on a few times only, and it ends."""

from datetime import date, datetime, timedelta
from typing import Any

import hypothesis
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mashangban.deadlines.rules.calendar import local_day
from mashangban.deadlines.rules.periods import Pause
from mashangban.domains.helpdesk.rules import ending, pausing
from mashangban.domains.helpdesk.rules import ticket as rules
from mashangban.domains.helpdesk.terms import (
    MOST_MOVES,
    MOST_REOPENS,
    REOPEN_DAYS,
    CallResult,
    Climb,
    TicketClass,
    TicketState,
)
from mashangban.domains.helpdesk.terms.pausing import MOST_PAUSES, TOTAL_DAYS, PauseReason
from mashangban.kernel.errors import AppError
from tests.helpdesk.tickets import CITY, FAR, HERE, NOW, THERE, ticket

AGENTS = ("a1", "a2")
DESKS = (HERE, THERE, CITY, FAR)
ENDED = (TicketState.CLOSED, TicketState.WITHDRAWN)


class OneTicket(RuleBasedStateMachine):
    """Asker, two agents, a supervisor and the clock, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.now: datetime = NOW
        self.one = ticket()
        self.pauses: list[Pause] = []
        self.passed_on = 0
        self.reopened = 0

    @initialize(klass=st.sampled_from(TicketClass), steps=st.integers(0, 3))
    def some_of_its_way_is_behind(self, klass: TicketClass, steps: int) -> None:
        self.one = ticket(klass=klass)
        for _ in range(steps):
            self.it_goes_its_usual_way()

    def moves(self, act: Any) -> bool:
        self.now += timedelta(hours=1)
        before = self.one
        try:
            after = act(before)
        except AppError:
            return False
        self.one = after or before
        if before.state is TicketState.PAUSED and self.one.state is not TicketState.PAUSED:
            self.pauses[-1] = Pause(self.pauses[-1].starts_at, self.now, self.pauses[-1].reason)
        return after is not None

    @rule(who=st.sampled_from(AGENTS))
    def agent_takes_it(self, who: str) -> None:
        self.moves(lambda one: rules.take(one, who, self.now))

    @rule(who=st.sampled_from(AGENTS), to=st.sampled_from(DESKS), back=st.booleans())
    def agent_passes_it_on(self, who: str, to: Any, back: bool) -> None:
        before = self.one
        act = rules.give_back if back else lambda one, agent: rules.hand_over(one, agent, to)
        if self.moves(lambda one: act(one, who)):
            self.passed_on += 1
            assert before.charge_id == who
            assert not before.ordered
            assert before.marks.moves < MOST_MOVES
            assert self.one.desk.id != before.desk.id

    @rule(to=st.sampled_from(DESKS))
    def whoever_holds_it_passes_it_on(self, to: Any) -> None:
        if self.one.state is TicketState.RECEIVED:
            self.agent_takes_it("a1")
        self.agent_passes_it_on(self.one.charge_id, to, back=False)

    @rule()
    def it_goes_its_usual_way(self) -> None:
        """Random hands would seldom bring a ticket to its end, and from there back."""
        if self.one.state is TicketState.RECEIVED:
            self.agent_takes_it("a1")
        elif self.one.state is TicketState.WORKING:
            self.agent_answers(self.one.charge_id, late=False)
        else:
            self.asker_says_how_it_is(solved=True)

    @rule(who=st.sampled_from(AGENTS))
    def agent_deepens_it(self, who: str) -> None:
        self.moves(lambda one: rules.deepen(one, who))

    @rule(to=st.sampled_from(DESKS))
    def supervisor_assigns_it(self, to: Any) -> None:
        if self.moves(lambda one: rules.assign(one, to)):
            assert self.one.ordered

    @rule(act=st.sampled_from([rules.urge, rules.extend]))
    def supervisor_presses(self, act: Any) -> None:
        self.moves(act)

    @rule(who=st.sampled_from(AGENTS), reason=st.sampled_from(PauseReason), days=st.integers(1, 40))
    def agent_stops_the_clock(self, who: str, reason: PauseReason, days: int) -> None:
        today: date = local_day(self.now + timedelta(hours=1))
        until = today + timedelta(days=days)
        stood = tuple(self.pauses)
        if self.moves(lambda one: pausing.stop(one, who, reason, until, stood, self.now)):
            assert self.one.klass is not TicketClass.URGENT
            assert pausing.used_days(stood, today) + days <= TOTAL_DAYS
            self.pauses.append(Pause(self.now, None, reason.label))

    @rule()
    def the_clock_goes_on(self) -> None:
        self.moves(pausing.go_on)

    @rule(who=st.sampled_from(AGENTS), late=st.booleans())
    def agent_answers(self, who: str, late: bool) -> None:
        if self.moves(lambda one: ending.answer(one, who, self.now, late=late)):
            assert self.one.climb is Climb.NONE

    @rule(solved=st.booleans())
    def asker_says_how_it_is(self, solved: bool) -> None:
        if self.moves(lambda one: ending.confirm(one, self.now, solved=solved)):
            self.reopened += not solved

    @rule(who=st.sampled_from(AGENTS), result=st.sampled_from(CallResult))
    def agent_calls_back(self, who: str, result: CallResult) -> None:
        before = self.one
        if self.moves(lambda one: ending.call_back(one, who, result, self.now)):
            assert who != before.marks.answered_by
            self.reopened += self.one.state is TicketState.WORKING

    @rule()
    def silence_is_over(self) -> None:
        self.moves(lambda one: ending.lapse(one, self.now))

    @rule()
    def asker_opens_it_again(self) -> None:
        ended = self.one.marks.ended_at
        if self.moves(lambda one: ending.reopen(one, self.now)):
            self.reopened += 1
            assert ended is not None
            assert self.now < ended + timedelta(days=REOPEN_DAYS)

    @rule()
    def asker_withdraws(self) -> None:
        self.moves(lambda one: ending.withdraw(one, self.now))

    @rule(days=st.integers(1, 20), climb=st.sampled_from(Climb))
    def time_passes(self, days: int, climb: Climb) -> None:
        self.now += timedelta(days=days)
        before = self.one.climb
        self.one = rules.reach(self.one, climb)
        assert self.one.climb.rank >= before.rank

    @invariant()
    def somebody_holds_it(self) -> None:
        assert self.one.first == HERE
        assert self.one.desk.region[:4] == self.one.region[:4]
        if self.one.state in (TicketState.WORKING, TicketState.PAUSED):
            assert self.one.charge_id
        if self.one.state is TicketState.RECEIVED:
            assert not self.one.charge_id

    @invariant()
    def it_is_passed_on_and_reopened_a_few_times_only(self) -> None:
        assert self.passed_on <= MOST_MOVES
        assert self.reopened == self.one.marks.reopens <= MOST_REOPENS
        assert self.one.clock == 1 + self.reopened

    @invariant()
    def its_clock_stands_only_while_it_is_paused(self) -> None:
        standing = self.one.state is TicketState.PAUSED
        assert (self.one.pause is not None) is standing
        assert len(self.pauses) == self.one.marks.pauses <= MOST_PAUSES
        assert sum(one.ends_at is None for one in self.pauses) == standing

    @invariant()
    def it_has_an_end_exactly_when_it_has_ended(self) -> None:
        assert (self.one.marks.ended_at is not None) is (self.one.state in ENDED)
        assert not self.one.marks.solved or self.one.state is TicketState.CLOSED


TestOneTicket = OneTicket.TestCase
TestOneTicket.settings = hypothesis.settings(max_examples=100, stateful_step_count=30, deadline=None)
