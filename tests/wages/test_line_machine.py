"""Every order of acts on a pay line, with a bank whose words come late, twice and out of order.

Nobody is paid what they did not see, nothing changes after the approval, and no two transfers end with the worker.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import hypothesis
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mashangban.domains.wages.rules import line as rules
from mashangban.domains.wages.rules.line import Line, Result
from mashangban.domains.wages.rules.pay import Content
from mashangban.domains.wages.terms import CONFIRM_DAYS, SILENCE, LineState, ObjectionKind, Word
from mashangban.employment.terms import PayBasis
from mashangban.kernel import clock
from mashangban.kernel.errors import AppError
from tests.wages.conftest import MONTH

START = clock.from_text("2026-12-01T09:00:00+08:00")
PAY = Content(PayBasis.DAILY, "天", 36_000, 22_000, 44)
BEFORE_APPROVAL = {LineState.SHOWN, LineState.CONFIRMED, LineState.OBJECTED}
BANK_SAID_PAID = {LineState.PAID, LineState.RECEIVED, LineState.NOT_RECEIVED, LineState.WRONG_AMOUNT}


class OneLine(RuleBasedStateMachine):
    """Worker, clerk, contractor and bank act in any order at any time; what they were told is kept beside the line."""

    def __init__(self) -> None:
        super().__init__()
        employment: Any = SimpleNamespace(contract_id="c")  # who they are decides nothing here
        self.now: datetime = START
        self.line = Line("l", "t", MONTH, employment, PAY, LineState.SHOWN, START)
        self.agreed: Content | None = None
        self.asked: datetime = START
        self.approved: Content | None = None
        self.words: list[Result] = []
        self.heard: dict[int, Result] = {}

    def attempt(self, after: Any) -> bool:
        try:
            self.line = after()
        except AppError:
            return False
        return True

    @initialize(steps=st.sampled_from((0, 1, 2, 5, 8)))
    def some_of_its_way_is_behind(self, steps: int) -> None:
        for _ in range(steps):
            self.it_goes_its_usual_way(paid=True)

    @rule(days=st.integers(0, 4))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days, hours=1)

    @rule(revision=st.integers(1, 4))
    def worker_agrees(self, revision: int) -> None:
        if self.attempt(lambda: rules.confirm(self.line, revision)):
            assert revision == self.line.revision
            self.agreed = self.line.content

    @rule()
    def worker_agrees_to_what_stands_there(self) -> None:
        self.worker_agrees(self.line.revision)

    @rule(kind=st.sampled_from(ObjectionKind))
    def worker_objects(self, kind: ObjectionKind) -> None:
        if self.attempt(lambda: rules.object_to(self.line, self.line.revision, kind, 1, self.now)):
            self.agreed = None

    @rule(act=st.sampled_from([rules.keep, rules.insist, rules.see]))
    def words_about_an_objection(self, act: Any) -> None:
        before = self.line
        if self.attempt(lambda: act(self.line)):
            assert (self.line.state, self.line.content) == (before.state, before.content)

    @rule(quantity=st.integers(20, 23))
    def clerk_corrects(self, quantity: int) -> None:
        other = replace(PAY, quantity_milli=quantity * 1000)
        if self.attempt(lambda: rules.change(self.line, other, (), self.now)):
            self.agreed, self.asked = None, self.now

    @rule()
    def contractor_approves(self) -> None:
        if self.attempt(lambda: rules.approve(self.line, "r1", self.now)):
            silent = SILENCE.pays and self.now - self.asked >= timedelta(days=CONFIRM_DAYS)
            assert self.agreed == self.line.content or silent
            self.approved = self.line.content

    @rule(act=st.sampled_from([rules.order, rules.resend]))
    def money_is_sent(self, act: Any) -> None:
        self.attempt(lambda: act(self.line))

    @rule(paid=st.booleans())
    def bank_books(self, paid: bool) -> None:
        """The first word on a transfer; what was returned never becomes paid again."""
        if self.line.state is LineState.PAYING and not self.of(self.line.attempt):
            self.words.append(Result(self.line.attempt, "paid" if paid else "returned", "", 1))

    @rule()
    def bank_takes_back(self) -> None:
        if [one.state for one in self.of(self.line.attempt)] == ["paid"]:
            self.words.append(Result(self.line.attempt, "returned", "账户已注销", 2))

    @precondition(lambda self: bool(self.words))
    @rule(which=st.integers(0, 20))
    def a_word_of_the_bank_arrives(self, which: int) -> None:
        """Any word that was ever said, also one that came before."""
        word = self.words[which % len(self.words)]
        after = rules.settle(self.line, word)
        self.line = after or self.line
        newest = self.heard.get(word.attempt)
        if newest is None or word.version > newest.version:
            self.heard[word.attempt] = word

    @rule(word=st.sampled_from(Word))
    def worker_says_whether_it_came(self, word: Word) -> None:
        self.attempt(lambda: rules.say(self.line, word))

    @rule(paid=st.booleans())
    def it_goes_its_usual_way(self, paid: bool) -> None:
        """Agreed, approved, sent, booked, taken back: random hands would seldom bring a line so far."""
        if self.line.state is LineState.SHOWN:
            self.worker_agrees(self.line.revision)
        elif self.line.state is LineState.CONFIRMED:
            self.contractor_approves()
        elif self.line.state is LineState.APPROVED:
            self.money_is_sent(rules.order)
        elif not self.of(self.line.attempt):
            self.bank_books(paid)
        else:
            self.bank_takes_back()
            self.a_word_of_the_bank_arrives(len(self.words) - 1)

    def of(self, attempt: int) -> list[Result]:
        return [one for one in self.words if one.attempt == attempt]

    @invariant()
    def what_was_approved_is_what_is_paid(self) -> None:
        if self.line.state not in BEFORE_APPROVAL:
            assert self.line.content == self.approved

    @invariant()
    def money_ends_with_the_worker_once_at_most(self) -> None:
        last = {one.attempt: one.state for one in self.words}
        assert list(last.values()).count("paid") <= 1

    @invariant()
    def the_line_says_what_the_bank_said_last(self) -> None:
        word = self.heard.get(self.line.attempt)
        if self.line.state is LineState.RECEIVED:  # a worker who has the money keeps their word
            assert "paid" in [one.state for one in self.of(self.line.attempt)]
        elif word is not None:
            assert (self.line.state in BANK_SAID_PAID) is (word.state == "paid")

    @invariant()
    def an_objection_freezes_and_only_that(self) -> None:
        assert self.line.frozen is (self.line.objection is not None)
        assert self.line.unconfirmed is (self.agreed != self.line.content or self.line.confirmed == 0)


TestOneLine = OneLine.TestCase
TestOneLine.settings = hypothesis.settings(max_examples=100, stateful_step_count=30, deadline=None)
