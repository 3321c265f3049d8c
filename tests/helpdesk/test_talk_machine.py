"""Every order of acts in a conversation: lines without a gap, one agent at a time, one ticket at most, one end."""

from datetime import timedelta
from typing import Any

import hypothesis
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from mashangban.domains.helpdesk.rules import talk as rules
from mashangban.domains.helpdesk.terms import MOST_MOVES
from mashangban.domains.helpdesk.terms.talking import TICKET_WITHIN, Side, TalkState
from mashangban.kernel.errors import AppError
from tests.helpdesk.test_talk_rules import waiting
from tests.helpdesk.tickets import CITY, FAR, HERE, NOW, THERE

AGENTS = ("a1", "a2")


class OneTalk(RuleBasedStateMachine):
    """An asker, two agents and the clock, in any order; every line that was written is counted beside."""

    def __init__(self) -> None:
        super().__init__()
        self.now, self.one, self.written = NOW, waiting(), 1
        self.passed_on = self.tickets = 0

    def moves(self, act: Any, lines: int = 1) -> bool:
        self.now += timedelta(minutes=1)
        before = self.one
        try:
            self.one = act(before, self.now)
        except AppError:
            return False
        self.written += lines
        assert before.open or not self.one.open, "an ended conversation began again"
        assert before.taken_at in (None, self.one.taken_at)
        return True

    @rule(side=st.sampled_from([Side.ASKER, Side.AGENT]))
    def somebody_writes(self, side: Side) -> None:
        if self.moves(lambda one, at: rules.say(one, side, at)):
            mine = self.one.asker_read if side is Side.ASKER else self.one.agent_read
            assert mine == self.one.lines

    @rule(side=st.sampled_from([Side.ASKER, Side.AGENT]), number=st.integers(0, 60))
    def somebody_reads(self, side: Side, number: int) -> None:
        before = self.one
        self.moves(lambda one, at: rules.read(one, side, number), lines=0)
        assert self.one.asker_read >= before.asker_read
        assert self.one.agent_read >= before.agent_read

    @rule(who=st.sampled_from(AGENTS))
    def agent_takes_it(self, who: str) -> None:
        before = self.one.agent_id
        if self.moves(lambda one, at: rules.take(one, who, at)):
            assert before != who
            assert self.one.agent_id == who

    @rule(who=st.sampled_from(AGENTS), to=st.sampled_from((HERE, THERE, CITY, FAR)), back=st.booleans())
    def agent_passes_it_on(self, who: str, to: Any, back: bool) -> None:
        before = self.one
        if back:
            done = self.moves(lambda one, at: rules.give_back(one, who, at))
        else:
            done = self.moves(lambda one, at: rules.hand_over(one, who, to, at))
        if done:
            self.passed_on += 1
            assert before.agent_id == who
            assert self.one.desk.id != before.desk.id

    @rule(who=st.sampled_from(AGENTS))
    def agent_deepens_it(self, who: str) -> None:
        self.moves(lambda one, at: rules.deepen(one, who, at))

    @rule()
    def agent_is_gone(self) -> None:
        self.moves(rules.release)

    @rule()
    def it_ends(self) -> None:
        self.moves(rules.end)

    @rule(hours=st.integers(1, 24 * 9))
    def it_becomes_a_ticket(self, hours: int) -> None:
        ended = self.one.ended_at
        self.now += timedelta(hours=hours)
        if self.moves(lambda one, at: rules.to_ticket(one, f"t{self.tickets}", at)):
            self.tickets += 1
            assert ended is None or self.now < ended + TICKET_WITHIN

    @rule(stars=st.integers(1, 5))
    def asker_rates_it(self, stars: int) -> None:
        before = self.one.stars
        if self.moves(lambda one, at: rules.rate(one, stars), lines=0):
            assert not before

    @invariant()
    def lines_have_no_gap_and_nobody_read_what_is_not_there(self) -> None:
        assert self.one.lines == self.written
        assert max(self.one.asker_read, self.one.agent_read) <= self.one.lines

    @invariant()
    def an_agent_is_there_exactly_while_it_talks(self) -> None:
        if self.one.state is TalkState.TALKING:
            assert self.one.agent_id
        if self.one.state is TalkState.WAITING:
            assert not self.one.agent_id
        assert (self.one.due_at is not None) or not self.one.open or self.one.taken_at is None

    @invariant()
    def it_is_passed_on_a_few_times_in_its_city_and_keeps_its_place(self) -> None:
        assert self.passed_on == self.one.moves <= MOST_MOVES
        assert self.one.desk.region[:4] == self.one.region[:4]
        assert (self.one.opened_at, self.one.first) == (NOW, HERE)

    @invariant()
    def it_ends_once_and_becomes_one_ticket_at_most(self) -> None:
        assert (self.one.ended_at is None) is self.one.open
        assert self.tickets == bool(self.one.ticket_id)
        assert not self.one.stars or not self.one.open


TestOneTalk = OneTalk.TestCase
TestOneTalk.settings = hypothesis.settings(max_examples=100, stateful_step_count=30, deadline=None)
