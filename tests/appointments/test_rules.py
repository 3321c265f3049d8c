"""Days, promises, visits and codes: decided by rules alone."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from mashangban.deadlines.service import CALENDAR
from mashangban.domains.appointments import errors
from mashangban.domains.appointments.rules import (
    accompanying,
    booking,
    calendarfile,
    opening,
    papers,
    visitcode,
)
from mashangban.domains.appointments.rules import hall as hall_rules
from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.rules.hall import Counter, Hall, Matter, Period
from mashangban.domains.appointments.rules.opening import DayPlan
from mashangban.domains.appointments.rules.promise import hold_until, offer_until, remind_at
from mashangban.domains.appointments.terms import Call, State, Verdict
from mashangban.kernel import clock, codes

DAY = dt.date(2026, 12, 1)  # a Tuesday
SATURDAY = dt.date(2026, 12, 5)


def at(text: str, day: dt.date = DAY) -> dt.datetime:
    return clock.from_text(f"{day}T{text}:00+08:00")


def a_hall(**differs: Any) -> Hall:
    whole = Hall(
        "h1", "样例大厅", "330106", "文三路 1 号", "0571-1", 30_000_000, 120_000_000,
        (Period(dt.time(9), dt.time(9, 30)), Period(dt.time(9, 30), dt.time(10))),
        (Matter("licence", "开办餐饮店", 3), Matter("card", "社保卡", 2)),
        (Counter("1号", ("licence", "card")), Counter("2号", ("licence",))),
    )  # fmt: skip
    return replace(whole, **differs)


def a_booking(state: State = State.BOOKED, **differs: Any) -> Booking:
    whole = Booking(
        "B" * 26, "YY-1", "h1", "样例大厅", "330106", "licence", "开办餐饮店", DAY, at("09:00"), at("09:30"),
        "p1", at("08:00", dt.date(2026, 11, 27)), state, place=1,
    )  # fmt: skip
    return replace(whole, **differs)


def starts(hall: Hall, matter: str, day: dt.date, plan: DayPlan | None = None) -> list[tuple[str, int]]:
    return [(one.start, one.quota) for one in opening.slots(hall, matter, day, plan, CALENDAR)]


def test_a_hall_opens_on_working_days_unless_it_decided_otherwise() -> None:
    usual = [("0900", 3), ("0930", 3)]
    assert starts(a_hall(), "licence", DAY) == usual
    assert starts(a_hall(), "licence", SATURDAY) == []
    assert starts(a_hall(), "licence", DAY, DayPlan(DAY, opens=False, reason="停电")) == []
    assert starts(a_hall(), "licence", SATURDAY, DayPlan(SATURDAY, opens=True)) == usual


def test_a_day_may_have_quotas_of_its_own_and_a_matter_none() -> None:
    plan = DayPlan(DAY, opens=True, quotas={"licence": 9, "card": 0})
    assert starts(a_hall(), "licence", DAY, plan) == [("0900", 9), ("0930", 9)]
    assert starts(a_hall(), "card", DAY, plan) == []


def test_a_matter_that_no_open_counter_serves_has_no_slot() -> None:
    closed = (Counter("1号", ("licence", "card"), open=False), Counter("2号", ("licence",)))
    assert starts(a_hall(counters=closed), "card", DAY) == []
    assert starts(a_hall(counters=closed), "licence", DAY) != []
    with pytest.raises(errors.UnknownMatter):
        starts(a_hall(), "passport", DAY)


def test_the_days_ahead_say_why_a_hall_is_closed() -> None:
    days = opening.days_ahead(a_hall(), DAY, [DayPlan(DAY, opens=False, reason="停电")], CALENDAR)
    assert (days[0].opens, days[0].why) == (False, "停电")
    assert next(one for one in days if one.day == SATURDAY).why == "周末"
    assert len(days) == 15


@pytest.mark.parametrize(
    "differs",
    [
        {"periods": (Period(dt.time(9), dt.time(10)), Period(dt.time(9, 30), dt.time(10, 30)))},
        {"periods": (Period(dt.time(10), dt.time(9)),)},
        {"matters": (Matter("licence", "甲", 1), Matter("licence", "乙", 1))},
        {"counters": (Counter("1号", ("passport",)),)},
    ],
)
def test_a_hall_whose_parts_do_not_fit_is_refused_with_the_field(differs: dict[str, Any]) -> None:
    with pytest.raises(errors.HallWrong) as refused:
        hall_rules.checked(a_hall(**differs))
    assert refused.value.errors[0].field in differs


def test_a_slot_closes_online_half_an_hour_before_and_opens_two_weeks_ahead() -> None:
    slot = opening.slots(a_hall(), "licence", DAY, None, CALENDAR)[0]
    assert opening.bookable(slot, at("08:29"), DAY) == slot
    with pytest.raises(errors.SlotClosed):
        opening.bookable(slot, at("08:30"), DAY)
    with pytest.raises(errors.NotOpen):
        opening.bookable(slot, at("08:00"), DAY - dt.timedelta(days=15))


@given(st.sets(st.integers(1, 60)), st.integers(0, 40))
def test_free_and_taken_places_are_exactly_the_quota(taken: set[int], quota: int) -> None:
    slot = replace(opening.slots(a_hall(), "licence", DAY, None, CALENDAR)[0], quota=quota)
    free = opening.free(slot, taken)
    assert set(free) | (taken & set(range(1, quota + 1))) == set(range(1, quota + 1))
    assert set(free) & taken == set()


def test_a_promise_not_confirmed_in_time_is_over() -> None:
    held = a_booking(State.HELD, until=hold_until(at("08:00")))
    assert booking.confirm(held, at("08:04"), "agent").state is State.BOOKED
    with pytest.raises(errors.PromiseOver):
        booking.confirm(held, at("08:05"), "agent")
    assert booking.turn(held, at("08:04")) is None
    ended = booking.turn(held, at("08:05"))
    assert ended is not None
    assert ended.state is State.LAPSED


@pytest.mark.parametrize(
    ("now", "until"),
    [("10:00", "10:30"), ("07:59", "08:30"), ("20:59", "21:29")],
)
def test_an_offer_stands_half_an_hour_of_the_day(now: str, until: str) -> None:
    assert offer_until(at(now), at("23:00")) == at(until)


def test_an_offer_of_the_night_stands_until_half_an_hour_into_the_morning_and_never_beyond_the_slot() -> None:
    tomorrow = DAY + dt.timedelta(days=1)
    assert offer_until(at("22:00"), at("23:00", tomorrow)) == at("08:30", tomorrow)
    assert offer_until(at("10:00"), at("10:10")) == at("10:10")


def test_a_reminder_comes_a_day_before_or_two_hours_before_or_not_at_all() -> None:
    visit = at("14:00")
    assert remind_at(visit, at("08:00", DAY - dt.timedelta(days=3))) == at(
        "14:00", DAY - dt.timedelta(days=1)
    )
    assert remind_at(visit, at("08:00")) == at("12:00")
    assert remind_at(visit, at("13:00")) is None


def test_time_reminds_first_and_then_counts_who_did_not_come() -> None:
    one = a_booking(remind_at=at("07:00"))
    reminded = booking.turn(one, at("07:00"))
    assert reminded == a_booking()
    assert booking.turn(a_booking(), at("09:59")) is None
    missed = booking.turn(a_booking(), at("10:00"))
    assert missed is not None
    assert (missed.state, booking.counts_as_missed(a_booking(), missed)) == (State.MISSED, True)
    assert booking.next_at(missed) is None


def test_who_waits_when_the_slot_closes_was_not_reached() -> None:
    ended = booking.turn(a_booking(State.WAITING, place=0, ticket=3), at("08:30"))
    assert ended is not None
    assert ended.state is State.UNFILLED


def test_cancelling_shortly_before_the_visit_counts_as_missed_and_after_its_beginning_is_refused() -> None:
    early, late = booking.cancel(a_booking(), at("06:59")), booking.cancel(a_booking(), at("07:01"))
    assert (early.late, late.late) == (False, True)
    assert booking.counts_as_missed(a_booking(), late)
    assert not booking.cancel(a_booking(State.WAITING), at("08:00")).late
    with pytest.raises(errors.VisitBegun):
        booking.cancel(a_booking(), at("09:00"))
    with pytest.raises(errors.WrongStep):
        booking.cancel(early, at("06:59"))


def test_a_day_called_off_is_nobodys_fault() -> None:
    off = booking.call_off(a_booking())
    assert not booking.counts_as_missed(a_booking(), off)
    assert not off.state.takes_place


def test_one_checks_in_on_the_day_once_from_an_hour_before() -> None:
    there = booking.arrive(a_booking(), at("08:00"))
    assert (there.state, there.came_at) == (State.PRESENT, at("08:00"))
    with pytest.raises(errors.AlreadyArrived):
        booking.arrive(there, at("08:01"))
    with pytest.raises(errors.TooEarly):
        booking.arrive(a_booking(), at("07:59"))
    with pytest.raises(errors.WrongDay):
        booking.arrive(a_booking(), at("09:00", SATURDAY))
    assert booking.arrive(a_booking(State.MISSED), at("11:00")).state is State.PRESENT


def test_three_visits_missed_within_ninety_days_close_booking_until_one_is_older() -> None:
    missed = [DAY - dt.timedelta(days=days) for days in (1, 30, 89)]
    assert not booking.may_book(missed, DAY)
    assert booking.may_book(missed, DAY + dt.timedelta(days=1))


def test_whoever_is_said_not_to_come_keeps_the_place_until_their_own_word() -> None:
    said = accompanying.call(a_booking(), "agent", Call.GIVING_UP, "电话里说不来了")
    assert said.state is State.BOOKED
    assert accompanying.keep(said).call is Call.COMING
    assert booking.cancel(said, at("06:00")).state is State.CANCELLED


@given(
    st.lists(st.text("abc", min_size=3, max_size=6), unique=True),
    st.text("XYZ0189", min_size=26, max_size=26),
)
def test_an_agent_is_one_of_those_who_serve_in_whatever_order_they_are_named(
    agents: list[str], booking_id: str
) -> None:
    found = accompanying.assigned(booking_id, agents)
    assert found in agents if agents else found == ""
    assert accompanying.assigned(booking_id, list(reversed(agents))) == found


def test_a_new_picture_of_a_paper_takes_back_what_was_said_of_the_old_one() -> None:
    one = a_booking(papers=papers.listed(["身份证", "执照"]))
    judged = accompanying.review(one, "agent", 1, Verdict.MEND, "看不清")
    assert [paper.verdict for paper in judged.papers] == [Verdict.TODO, Verdict.MEND]
    again = accompanying.send(judged, 1, "f1")
    assert (again.papers[1].verdict, again.papers[1].note, again.papers[1].file_id) == (
        Verdict.TODO,
        "",
        "f1",
    )
    third = accompanying.send(accompanying.send(again, 1, "f2"), 1, "f1").papers[1]
    assert (third.file_id, third.earlier) == ("f1", ("f2",))
    with pytest.raises(errors.UnknownPaper):
        accompanying.send(one, 2, "f1")


def test_a_code_is_good_for_five_minutes() -> None:
    text = visitcode.body("B" * 26, at("09:00"))
    assert visitcode.booking_of(text, at("09:04")) == "B" * 26
    assert visitcode.valid_until(at("09:00")) == at("09:05")
    for moment in ("09:05", "08:59"):
        with pytest.raises(errors.WrongCode):
            visitcode.booking_of(text, at(moment))


@given(st.text(max_size=60))
def test_no_text_but_a_signed_one_is_a_code(text: str) -> None:
    with pytest.raises((codes.AlteredCode, errors.WrongCode)):
        visitcode.booking_of(codes.read(visitcode.PURPOSE, text), at("09:00"))


def read_visit(content: bytes) -> Any:
    [visit] = Calendar.from_ical(content).walk("VEVENT")
    return visit


@given(st.text(max_size=120))
def test_a_calendar_file_has_short_lines_and_loses_nothing_of_a_name(name: str) -> None:
    name = "".join(one for one in name if one.isprintable())
    one = a_booking(matter_name=name, papers=papers.listed(["身份证，原件; 一份"]))
    content = calendarfile.written(one, "文三路 1 号", at("08:00"))
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    whole = content.decode().replace("\r\n ", "")
    assert "DTSTART:20261201T010000Z\r\n" in whole
    assert "\\; 一份" in whole
    visit = read_visit(content)
    assert (visit["summary"], visit.end) == (f"{name}（样例大厅）", at("09:30"))


def test_a_calendar_reminds_two_hours_before_and_knows_a_changed_visit_again() -> None:
    first, second = [
        read_visit(calendarfile.written(a_booking(version=number), "", at("08:00"))) for number in (2, 3)
    ]
    assert first["uid"] == second["uid"]
    assert first["sequence"] < second["sequence"]
    [alarm] = first.walk("VALARM")
    assert alarm["trigger"].dt == -dt.timedelta(hours=2)


def test_a_cancelled_visit_leaves_the_calendar() -> None:
    ended = booking.cancel(a_booking(), at("06:00"))
    assert b"STATUS:CANCELLED\r\n" in calendarfile.written(ended, "", at("06:00"))


def test_a_day_that_its_hall_closed_keeps_nothing() -> None:
    opening.require_kept(None)
    opening.require_kept(DayPlan(DAY, opens=True))
    with pytest.raises(errors.NotOpen):
        opening.require_kept(DayPlan(DAY, opens=False, reason="停电"))
