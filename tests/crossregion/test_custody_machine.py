"""Every way of a file through the zones: each page has one holder, and what is missing names whoever had it last."""

from datetime import timedelta
from typing import Any

import hypothesis
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from mashangban.domains.crossregion.rules import case as rules
from mashangban.domains.crossregion.rules import custody
from mashangban.domains.crossregion.rules.case import Part
from mashangban.domains.crossregion.terms.cases import CaseState, Outcome, PageState, Verdict
from mashangban.kernel.errors import AppError
from tests.crossregion.test_custody import COURIER, HOME, NOW, PAGES, PARTNER, WINDOW, a_case

ZONES = (WINDOW, HOME, PARTNER)


class OneFile(RuleBasedStateMachine):
    """Window, home zone and a partner pass pages on, in any order; who confirmed each page last is kept beside."""

    def __init__(self) -> None:
        super().__init__()
        self.now, self.one = NOW, a_case(parts=(Part(PARTNER),))
        self.confirmed = dict.fromkeys(PAGES, WINDOW)
        self.differing: set[int] = set()
        self.lacking: set[int] = set()

    def moves(self, act: Any) -> Any:
        self.now += timedelta(hours=1)
        try:
            return act(self.one)
        except AppError:
            return None

    @rule(
        sender=st.sampled_from(ZONES),
        receiver=st.sampled_from(ZONES),
        pages=st.sets(st.sampled_from((*PAGES, 9))),
    )
    def somebody_hands_over(self, sender: str, receiver: str, pages: set[int]) -> None:
        before = self.one
        done = self.moves(
            lambda one: rules.hand_over(one, sender, receiver, sorted(pages), COURIER, self.now)
        )
        if done is not None:
            self.one, _ = done
            assert before.charge == sender != receiver
            assert {self.confirmed[page] for page in pages} == {sender}
            assert not self.differing & pages

    @precondition(lambda self: self.one.charge in ZONES)
    @rule(receiver=st.sampled_from(ZONES), wrong_too=st.booleans())
    def whoever_has_pages_hands_them_on(self, receiver: str, wrong_too: bool) -> None:
        """What a zone has, whole or not: without this, random hands would seldom move a page."""
        mine = {
            one.number
            for one in self.one.custody
            if one.holder == self.one.charge and (wrong_too or one.state is not PageState.DIFFERS)
        }
        self.somebody_hands_over(self.one.charge, receiver, mine)

    @precondition(lambda self: self.one.way is not None)
    @rule(verdicts=st.lists(st.sampled_from(Verdict), min_size=3, max_size=3), whole=st.booleans())
    def receiver_checks(self, verdicts: list[Verdict], whole: bool) -> None:
        way = self.one.way
        assert way is not None
        said = {page: Verdict.HERE if whole else verdicts[page - 1] for page in way.pages}
        done = self.moves(lambda one: rules.receive(one, said, "", self.now))
        if done is not None:
            self.one, _ = done
            self.confirmed |= {page: way.receiver for page, word in said.items() if word is Verdict.HERE}
            self.differing |= {page for page, word in said.items() if word is Verdict.DIFFERS}
            self.lacking -= said.keys()
            self.lacking |= {page for page, word in said.items() if word is not Verdict.HERE}

    @rule(holder=st.sampled_from(ZONES), number=st.sampled_from(PAGES))
    def somebody_puts_a_page_right(self, holder: str, number: int) -> None:
        done = self.moves(lambda one: rules.put_right(one, holder, number, "1" * 64))
        if done is not None:
            assert self.confirmed[number] == holder
            self.differing -= {number}
            self.one = done

    @rule(agrees=st.booleans())
    def partner_speaks(self, agrees: bool) -> None:
        self.one = self.moves(lambda one: rules.speak(one, PARTNER, agrees, "")) or self.one

    @rule(outcome=st.sampled_from(Outcome), reason=st.sampled_from(("", "材料不实")))
    def home_decides(self, outcome: Outcome, reason: str) -> None:
        done = self.moves(lambda one: rules.decide(one, outcome, reason))
        if done is not None:
            assert set(self.confirmed.values()) == {HOME}
            assert self.one.parts[0].agrees is not None
            self.one = done

    @rule(never=st.integers(0, 5))
    def person_withdraws(self, never: int) -> None:
        if not never:
            self.one = self.moves(rules.withdraw) or self.one

    @invariant()
    def a_page_lies_with_whoever_confirmed_it_last(self) -> None:
        assert {one.number: one.holder for one in self.one.custody} == self.confirmed

    @invariant()
    def a_page_is_on_its_way_exactly_while_its_handover_is_open(self) -> None:
        moving = {one.number for one in self.one.custody if one.state is PageState.MOVING}
        assert moving == (set(self.one.way.pages) if self.one.way is not None else set())

    @invariant()
    def what_is_wrong_names_whoever_had_it_last_and_who_has_to_act(self) -> None:
        named = custody.named(self.one.custody)
        assert all(self.confirmed[page] == zone for zone, pages in named.items() for page in pages)
        assert {page for pages in named.values() for page in pages} <= self.lacking
        # A page that was put right is named no more; it is owed until its receiver has confirmed it.
        if self.one.state is CaseState.MISSING:
            assert self.one.charge in {self.confirmed[page] for page in self.lacking}

    @invariant()
    def nobody_decides_over_a_file_that_is_not_whole(self) -> None:
        if self.one.state is CaseState.DECIDING:
            assert custody.whole_at(self.one.custody, HOME)
            assert set(self.confirmed.values()) == {HOME}


TestOneFile = OneFile.TestCase
TestOneFile.settings = hypothesis.settings(max_examples=100, stateful_step_count=30, deadline=None)
