"""Bookings of one slot, in every order of acts and at any hour: a place has one holder, time ends every promise."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import hypothesis
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mashangban.domains.appointments.rules import booking as rules
from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.rules.promise import hold_until
from mashangban.domains.appointments.terms import LATE_MINUTES, State
from mashangban.kernel.errors import AppError
from tests.appointments.test_rules import DAY, a_booking, at

QUOTA = 2
HAS_PLACE = {State.HELD, State.OFFERED, State.BOOKED}
VISITED = {State.PRESENT, State.DONE}
OPENS = at("08:00", DAY - timedelta(days=3))


class OneSlot(RuleBasedStateMachine):
    """A slot of two places and its queue; the free ones are given to who waits first, as the hall does."""

    def __init__(self) -> None:
        super().__init__()
        self.now: datetime = OPENS
        self.all: list[Booking] = []

    @initialize(people=st.integers(0, 5))
    def some_came_already(self, people: int) -> None:
        for _ in range(people):
            self.somebody_comes()

    def moves(self, which: int, act: Any) -> Booking | None:
        """Try an act on one of the bookings; gives what it was before, when it moved."""
        if not self.all:
            return None
        number = which % len(self.all)
        before = self.all[number]
        try:
            after = act(before)
        except AppError:
            return None
        self.all[number] = after or before
        return before if after else None

    def free(self) -> list[int]:
        taken = {one.place for one in self.all if one.state in HAS_PLACE | VISITED}
        return [place for place in range(1, QUOTA + 1) if place not in taken]

    @rule()
    def somebody_comes(self) -> None:
        if self.now >= at("08:00"):
            return
        free, name = self.free(), f"B{len(self.all):025d}"
        one = a_booking(State.WAITING, id=name, person_id=name, place=0, made_at=self.now)
        if free and not any(other.state is State.WAITING for other in self.all):
            until = hold_until(self.now)
            one = replace(one, state=State.HELD, place=free[0], until=until)
        self.all.append(one)

    @rule()
    def a_free_place_is_offered_to_the_first(self) -> None:
        free = self.free()
        first = next((n for n, one in enumerate(self.all) if one.state is State.WAITING), None)
        if free and first is not None and self.now < self.all[first].closes_at:
            self.moves(first, lambda one: rules.offer(one, free[0], self.now))

    @rule(which=st.integers(0, 20))
    def person_confirms(self, which: int) -> None:
        before = self.moves(which, lambda one: rules.confirm(one, self.now, ""))
        if before is not None:
            assert before.until is not None
            assert self.now < before.until

    @rule(which=st.integers(0, 20))
    def person_cancels(self, which: int) -> None:
        before = self.moves(which, lambda one: rules.cancel(one, self.now))
        if before is not None:
            assert self.now < before.starts_at
            late = self.all[which % len(self.all)].late
            assert not late or before.state is State.BOOKED

    @rule(which=st.integers(0, 20))
    def person_arrives(self, which: int) -> None:
        before = self.moves(which, lambda one: rules.arrive(one, self.now))
        if before is not None:
            assert before.state in (State.BOOKED, State.MISSED)
            assert self.now.astimezone(before.starts_at.tzinfo).date() == DAY

    @rule(which=st.integers(0, 20))
    def counter_is_done(self, which: int) -> None:
        self.moves(which, rules.finish)

    @rule(which=st.integers(0, 20))
    def hall_calls_off(self, which: int) -> None:
        self.moves(which, rules.call_off)

    @rule(minutes=st.sampled_from([1, 15, 60, 600, 1440]))
    def time_passes(self, minutes: int) -> None:
        """The clock looks at every booking until it has nothing more to say, as the schedule does."""
        self.now += timedelta(minutes=minutes)
        for number, one in enumerate(self.all):
            while (after := rules.turn(one, self.now)) is not None:
                assert after != one
                if rules.counts_as_missed(one, after):
                    assert one.state is State.BOOKED
                one = after
            self.all[number] = one

    @invariant()
    def a_place_has_one_holder(self) -> None:
        places = [one.place for one in self.all if one.state in HAS_PLACE]
        assert len(places) == len(set(places)) <= QUOTA
        assert all(1 <= place <= QUOTA for place in places)

    @invariant()
    def who_has_a_promise_has_an_hour_for_it(self) -> None:
        for one in self.all:
            assert (one.until is not None) is one.state.promised
            assert one.remind_at is None or one.state is State.BOOKED

    @invariant()
    def who_waits_stands_before_who_came_later(self) -> None:
        waiting = [one.id for one in self.all if one.state is State.WAITING]
        assert waiting == sorted(waiting)

    @invariant()
    def time_ends_everything(self) -> None:
        for one in self.all:
            due = rules.next_at(one)
            if one.state in {State.CANCELLED, State.LAPSED, State.UNFILLED, State.CALLED_OFF, *VISITED}:
                assert due is None
            if self.now > one.ends_at + timedelta(minutes=LATE_MINUTES + 1440):
                assert one.state not in HAS_PLACE | {State.WAITING}


TestOneSlot = OneSlot.TestCase
TestOneSlot.settings = hypothesis.settings(max_examples=100, stateful_step_count=30, deadline=None)
