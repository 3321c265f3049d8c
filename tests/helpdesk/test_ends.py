"""How a ticket ends, is rated and is counted: decided without any table."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.rules import (
    ending,
    labelling,
    merging,
    tally,
)
from mashangban.domains.helpdesk.rules import rating as ratings
from mashangban.domains.helpdesk.rules import ticket as rules
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.terms import (
    REOPEN_DAYS,
    CallResult,
    Climb,
    TicketClass,
    TicketState,
    TicketTopic,
)
from mashangban.domains.helpdesk.terms.rating import MendingState
from mashangban.kernel.stars import Stars
from tests.helpdesk.tickets import (
    DAY,
    HERE,
    NOW,
    THERE,
    answered,
    closed,
    held,
    stop,
    ticket,
)

C, S = TicketClass, TicketState


def test_the_asker_ends_it_or_sends_it_back_to_who_answered() -> None:
    assert closed().marks.solved
    back = ending.confirm(answered(), NOW, solved=False)
    assert (back.state, back.charge_id, back.clock, back.marks.reopens) == (S.WORKING, "agent", 2, 1)


def test_it_is_opened_again_within_fifteen_days_and_twice_at_most() -> None:
    one = closed()
    assert ending.reopen(one, NOW + DAY * REOPEN_DAYS - dt.timedelta(seconds=1)).state is S.WORKING
    with pytest.raises(errors.ReopenTooLate):
        ending.reopen(one, NOW + DAY * REOPEN_DAYS)
    often = replace(one, marks=replace(one.marks, reopens=2))
    with pytest.raises(errors.ReopenedTooOften):
        ending.reopen(often, NOW)


def test_who_answered_does_not_call_back_themselves() -> None:
    with pytest.raises(errors.SameCaller):
        ending.call_back(answered(), "agent", CallResult.SOLVED, NOW)
    assert ending.call_back(answered(), "other", CallResult.SOLVED, NOW).state is S.CLOSED
    assert ending.call_back(answered(), "other", CallResult.UNSOLVED, NOW).state is S.WORKING
    assert ending.call_back(answered(), "other", CallResult.UNREACHED, NOW).state is S.ANSWERED


def test_silence_ends_an_enquiry_but_a_complaint_only_after_a_call() -> None:
    assert ending.lapse(answered(), NOW) is None
    called = ending.call_back(answered(), "other", CallResult.UNREACHED, NOW)
    ended = ending.lapse(called, NOW)
    assert ended is not None
    assert (ended.state, ended.marks.solved) == (S.CLOSED, False)
    assert ending.lapse(answered(klass=C.ENQUIRY), NOW) is not None


def test_a_late_call_that_reaches_nobody_ends_what_silence_could_not() -> None:
    assert ending.call_back(answered(), "other", CallResult.UNREACHED, NOW + DAY * 8).state is S.CLOSED


def test_tickets_about_one_matter_join_the_one_that_is_worked_on() -> None:
    parent, one = held(id="p"), ticket(id="c", asker_id="b")
    joined = merging.join(one, parent, 0)
    assert (joined.state, joined.parent_id) == (S.JOINED, "p")
    done = ending.answer(parent, "agent", NOW, late=True)
    follows = merging.follow(joined, done)
    assert (follows.state, follows.asker_id, follows.marks.in_time) == (S.ANSWERED, "b", False)
    assert merging.leave(joined).state is S.RECEIVED


@pytest.mark.parametrize(
    ("parent", "children"),
    [
        (ticket(id="c"), 0),
        (held(id="p"), 1),
        (held(id="p", topic=TicketTopic.HOME), 0),
        (held(id="p", region="330108"), 0),
        (held(id="p", parent_id="q"), 0),
        (answered(id="p"), 0),
    ],
)
def test_what_is_not_one_matter_does_not_join(parent: Ticket, children: int) -> None:
    with pytest.raises(errors.NotOneMatter):
        merging.join(ticket(id="c"), parent, children)


def test_the_nearest_place_is_suggested_first_and_only_what_it_could_join() -> None:
    one = ticket(id="c", where="西溪公寓二标段")
    fits = [held(id="far", where="武林广场"), held(id="near", where="西溪公寓 二标"), ticket(id="blank")]
    others = [
        one,
        answered(id="a"),
        held(id="t", topic=TicketTopic.HOME),
        held(id="r", region="330108"),
        merging.join(ticket(id="j"), fits[0], 0),
    ]
    found = merging.likely(one, [tally.of_ticket(each) for each in (*others, *fits)])
    assert found[0].id == "near"
    assert {row.id for row in found} == {"near", "far", "blank"}


def test_what_nobody_answered_in_time_counts_against_the_desk_before_it_is_answered() -> None:
    late = rules.reach(held(), Climb.DESK)
    counted = [
        tally.of_ticket(one).counted for one in (held(), late, ending.answer(late, "agent", NOW, late=True))
    ]
    assert [one.get("n.due", 0) for one in counted] == [0, 1, 1]
    assert [one.get("n.late", 0) for one in counted] == [0, 1, 0]


@pytest.mark.parametrize("state", [S.ANSWERED, S.CLOSED, S.WITHDRAWN])
def test_what_is_answered_or_ended_is_not_passed_on_urged_or_taken_back(state: TicketState) -> None:
    one = replace(held(), state=state)
    acts: list[Callable[[], Ticket]] = [
        lambda: rules.take(one, "x", NOW),
        lambda: rules.urge(one),
        lambda: rules.assign(one, THERE),
        lambda: ending.withdraw(one, NOW),
        lambda: labelling.relabel(one, "x", C.HELP, watch=True),
    ]
    for act in acts:
        with pytest.raises(errors.WrongStep):
            act()


def test_more_time_is_granted_once_a_round() -> None:
    one = rules.extend(held())
    with pytest.raises(errors.ExtendedAlready):
        rules.extend(one)
    again = ending.confirm(ending.answer(one, "agent", NOW, late=False), NOW, solved=False)
    assert rules.extend(again).marks.extended


def rated(stars: Stars = Stars.BAD) -> ratings.Rating:
    return ratings.rate(closed(), stars, (), NOW)


def test_stars_are_given_when_it_is_over_and_bad_ones_begin_the_mending() -> None:
    with pytest.raises(errors.NotRatable):
        ratings.rate(answered(), Stars.GOOD, (), NOW)
    assert rated(Stars.FAIR).state is MendingState.NOTED
    assert rated(Stars.VERY_BAD).state is MendingState.VERIFY


def test_a_bad_word_is_looked_into_mended_and_called_by_somebody_else() -> None:
    mended = ratings.mend(ratings.verify(rated(), founded=True), "agent")
    with pytest.raises(errors.SameMender):
        ratings.call(mended, "agent", NOW, content=True, late=False)
    again = ratings.call(mended, "other", NOW, content=False, late=False)
    assert again.state is MendingState.MEND
    done = ratings.call(ratings.mend(again, "agent"), "other", NOW, content=True, late=True)
    assert (done.state, done.in_time, done.rounds) == (MendingState.DONE, False, 2)


def test_an_unfounded_bad_word_is_called_back_all_the_same() -> None:
    one = ratings.verify(rated(), founded=False)
    assert one.state is MendingState.CALL
    with pytest.raises(errors.NothingToMend):
        ratings.mend(one, "agent")


def test_whoever_left_is_in_nothing_that_stays() -> None:
    for one in (ticket(), held(), answered(), stop(held(), 3)):
        assert not ending.abandon(one, NOW).state.open
    assert not ending.abandon(answered(), NOW).marks.solved
    assert ratings.forget(rated()).asker_id == ""


@pytest.mark.parametrize(
    ("day", "periods"),
    [
        (dt.date(2026, 11, 26), ("2026-W48", "2026-11", "2026")),
        (dt.date(2027, 1, 1), ("2026-W53", "2027-01", "2027")),
    ],
)
def test_a_day_counts_in_its_week_month_and_year(day: dt.date, periods: tuple[str, str, str]) -> None:
    assert tally.periods_of(day) == periods


def test_a_ticket_that_changes_desks_is_counted_at_the_new_one_alone() -> None:
    before = tally.of_ticket(held())
    after = tally.of_ticket(rules.hand_over(held(), "agent", THERE))
    moves = tally.moves(before, after)
    month = "2026-11"
    assert moves[f"desk:{HERE.id}:{month}"]["n.asked"] == -1
    assert moves[f"desk:{THERE.id}:{month}"]["n.asked"] == 1
    assert "n.asked" not in moves[f"region:330106:{month}"]


def test_what_is_counted_twice_changes_nothing_and_a_recount_gives_the_same() -> None:
    row = tally.of_ticket(closed())
    assert tally.moves(row, row) == {}
    name = row.boards[0]
    assert tally.moves(None, row)[name] == tally.summed([row], name)


def test_what_climbed_stands_with_the_late_ones() -> None:
    assert tally.of_ticket(held()).bucket == tally.OPEN
    assert tally.of_ticket(rules.reach(held(), Climb.DESK)).bucket == tally.LATE
    assert rules.reach(replace(held(), climb=Climb.CITY), Climb.DESK).climb is Climb.CITY
