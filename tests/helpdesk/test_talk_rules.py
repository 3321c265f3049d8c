"""Conversations by rule: order, hands, silence, and who gets the next one. No table."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.rules import duty, idling, talk
from mashangban.domains.helpdesk.rules.department import Post
from mashangban.domains.helpdesk.rules.duty import Duty
from mashangban.domains.helpdesk.rules.idling import Step
from mashangban.domains.helpdesk.rules.talk import Talk
from mashangban.domains.helpdesk.terms import MOST_MOVES, PostKind, TicketTopic
from mashangban.domains.helpdesk.terms.talking import (
    ASKER_MAY_THINK,
    ENDS_AFTER_WARNING,
    MOST_LINES,
    TICKET_WITHIN,
    DutyState,
    Side,
    TalkState,
)
from tests.helpdesk.tickets import CITY, FAR, HERE, NOW, THERE

MINUTE = dt.timedelta(minutes=1)


def waiting(**differs: Any) -> Talk:
    known: dict[str, Any] = {
        "id": "c1",
        "region": "330106",
        "asker_id": "asker",
        "topic": TicketTopic.WAGES,
        "opened_at": NOW,
        "first": HERE,
        "desk": HERE,
        "spoken_at": NOW,
    }
    return Talk(**known | differs)


def held(**differs: Any) -> Talk:
    return talk.take(waiting(**differs), "agent", NOW)


def there(person: str, **differs: Any) -> Duty:
    return duty.turn(replace(Duty(person), **differs), DutyState.ON, 3, (HERE,), NOW)


def post(person: str, *kinds: PostKind, topics: tuple[TicketTopic, ...] = ()) -> Post:
    return Post(person, HERE, kinds, topics)


@given(st.lists(st.sampled_from([*Side][:2]), max_size=30))
def test_lines_are_numbered_without_a_gap_and_who_writes_has_read_what_stands_before(
    said: list[Side],
) -> None:
    one = held()
    for side in said:
        before = one
        one = talk.say(one, side, NOW)
        assert one.lines == before.lines + 1
        assert (one.asker_read if side is Side.ASKER else one.agent_read) == one.lines
    assert max(one.asker_read, one.agent_read) <= one.lines


@pytest.mark.parametrize(("number", "expected"), [(0, 1), (1, 1), (2, 2), (99, 2)])
def test_a_read_mark_never_goes_back_nor_beyond_what_was_said(number: int, expected: int) -> None:
    assert talk.read(held(), Side.ASKER, number).asker_read == expected


def test_wherever_it_is_passed_to_it_waits_in_its_old_order() -> None:
    moved = talk.hand_over(held(), "agent", THERE, NOW + MINUTE)
    assert (moved.state, moved.agent_id, moved.desk) == (TalkState.WAITING, "", THERE)
    assert moved.opened_at == NOW
    back = talk.give_back(talk.take(moved, "other", NOW), "other", NOW)
    assert (back.desk, back.first, back.opened_at) == (HERE, HERE, NOW)


def test_after_two_moves_nobody_passes_it_on() -> None:
    one = held(moves=MOST_MOVES, first=CITY)
    with pytest.raises(errors.MovedTooOften):
        talk.hand_over(one, "agent", THERE, NOW)
    with pytest.raises(errors.MovedTooOften):
        talk.give_back(one, "agent", NOW)


def test_nobody_passes_on_what_another_holds_nor_to_the_same_desk_nor_out_of_the_city() -> None:
    with pytest.raises(errors.TalkNotHeld):
        talk.hand_over(held(), "other", THERE, NOW)
    with pytest.raises(errors.SameDesk):
        talk.hand_over(held(), "agent", HERE, NOW)
    with pytest.raises(errors.OutOfCity):
        talk.hand_over(held(), "agent", FAR, NOW)
    with pytest.raises(errors.FirstDesk):
        talk.give_back(held(), "agent", NOW)


def test_what_ended_is_said_nothing_to_and_becomes_a_ticket_once_within_a_week() -> None:
    ended = talk.end(held(), NOW)
    with pytest.raises(errors.TalkEnded):
        talk.say(ended, Side.ASKER, NOW)
    with pytest.raises(errors.TalkEnded):
        talk.end(ended, NOW)
    with pytest.raises(errors.TalkEnded):
        talk.take(ended, "other", NOW)
    ticket = talk.to_ticket(ended, "t1", NOW + TICKET_WITHIN - MINUTE)
    assert (ticket.ticket_id, ticket.ended_at) == ("t1", NOW)
    with pytest.raises(errors.TalkIsTicket):
        talk.to_ticket(ticket, "t2", NOW)
    with pytest.raises(errors.TalkTooOld):
        talk.to_ticket(ended, "t1", NOW + TICKET_WITHIN)


def test_stars_are_given_once_and_after_the_end() -> None:
    with pytest.raises(errors.TalkGoesOn):
        talk.rate(held(), 5)
    rated = talk.rate(talk.end(held(), NOW), 5)
    with pytest.raises(errors.RatedAlready):
        talk.rate(rated, 1)


def test_a_conversation_has_an_end_of_lines() -> None:
    with pytest.raises(errors.TalkTooLong):
        talk.say(held(lines=MOST_LINES - 1), Side.AGENT, NOW)


def test_the_next_one_goes_to_the_free_one_with_the_fewest() -> None:
    known = {one.person_id: one for one in (there("a", talks=2), there("b", talks=1), there("c", talks=3))}
    chosen = duty.chosen(["a", "b", "c"], known, NOW)
    assert chosen is not None
    assert chosen.person_id == "b"
    assert duty.chosen(["c"], known, NOW) is None


def test_who_is_busy_away_or_silent_gets_nothing() -> None:
    one = there("a")
    assert one.free(NOW)
    assert not one.free(one.until or NOW)
    assert not replace(one, state=DutyState.BUSY).free(NOW)
    assert replace(one, state=DutyState.BUSY).there(NOW)
    assert not replace(one, state=DutyState.AWAY).there(NOW)


def test_each_post_takes_what_it_may_and_knows() -> None:
    posts = [
        post("front", PostKind.FRONT),
        post("wages", PostKind.FRONT, topics=(TicketTopic.WAGES,)),
        post("homes", PostKind.FRONT, topics=(TicketTopic.HOME,)),
        post("lead", PostKind.LEAD),
        post("watch", PostKind.WATCH),
    ]
    assert duty.fit(TicketTopic.WAGES, PostKind.FRONT, posts) == ["wages", "front", "lead"]
    assert duty.fit(TicketTopic.WAGES, PostKind.LEAD, posts) == ["lead"]


def test_who_owes_a_word_is_warned_and_then_let_go() -> None:
    asked = talk.say(held(), Side.AGENT, NOW)
    assert idling.step(asked, NOW + ASKER_MAY_THINK - MINUTE, manned=True) is Step.LOOK
    assert idling.step(asked, NOW + ASKER_MAY_THINK, manned=True) is Step.WARN
    warned = idling.warn(asked, NOW)
    assert idling.step(warned, NOW + ENDS_AFTER_WARNING - MINUTE, manned=True) is Step.LOOK
    assert idling.step(warned, NOW + ENDS_AFTER_WARNING, manned=True) is Step.END
    assert talk.say(warned, Side.ASKER, NOW).warned_at is None


def test_an_asker_whom_nobody_answered_is_never_thrown_out() -> None:
    asked = talk.say(held(), Side.ASKER, NOW)
    assert idling.step(asked, NOW + dt.timedelta(hours=5), manned=True) is Step.LOOK


def test_an_agent_who_is_gone_lets_go_and_the_asker_waits_in_the_old_place() -> None:
    assert idling.step(held(), NOW, manned=False) is Step.RELEASE
    released = talk.release(held(), NOW + MINUTE)
    assert (released.state, released.agent_id, released.opened_at) == (TalkState.WAITING, "", NOW)


def test_who_waits_is_told_once_that_nobody_is_on_duty() -> None:
    assert idling.step(waiting(), NOW, manned=True) is Step.SEAT
    assert idling.step(waiting(), NOW, manned=False) is Step.NOBODY
    told = idling.tell_nobody(waiting(), NOW)
    assert idling.step(told, NOW, manned=False) is Step.LOOK
    assert talk.take(told, "agent", NOW).told is False
