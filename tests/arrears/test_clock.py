"""The clock of a month's pay over the calendar of 2026: before a holiday, with make-up days, up to credit."""

import datetime as dt

from mashangban.deadlines import service as deadlines
from mashangban.domains.arrears import events
from mashangban.domains.arrears.repository import expectations
from mashangban.domains.arrears.rules import ladder
from mashangban.domains.arrears.rules.expectation import Line
from mashangban.domains.arrears.service import viewing
from mashangban.domains.arrears.terms import ComplaintState, Level, PayState, SettledBy
from mashangban.kernel import clock
from tests.arrears.conftest import CITY, COUNTY, CREDIT, DUE, REMIND, People, World, china

A_MINUTE = dt.timedelta(minutes=1)


def test_pay_is_expected_from_the_first_day_of_work_whatever_the_employer_does(world: World) -> None:
    assert world.pay.state is PayState.EXPECTED
    assert world.pay.line is None


def test_a_day_without_work_expects_nothing_and_a_day_told_twice_counts_once(
    people: People, world: World
) -> None:
    idle = World(people, people.site.person())
    idle.employed()
    idle.worked("2026-09-02", halves=0)
    assert expectations.find(idle.expectation_id) is None
    world.worked("2026-09-01")
    world.worked("2026-09-01", halves=1, version=0)
    assert [int(day.halves) for day in expectations.days_of(world.expectation_id)] == [2]


def test_work_told_before_the_contract_is_not_lost(people: People, world: World) -> None:
    early = World(people, people.site.person())
    early.worked("2026-09-03")
    assert expectations.find(early.expectation_id) is None
    early.employed()
    assert early.pay.state is PayState.EXPECTED


def test_the_pay_day_moves_before_the_national_holiday_and_rungs_count_the_make_up_day(world: World) -> None:
    plan = ladder.plan(expectations.clock_of(world.pay), deadlines.CALENDAR)
    assert [(one.rung.name, one.planned_at) for one in plan] == [
        ("remind", REMIND), ("due", DUE), ("county", COUNTY), ("city", CITY), ("credit", CREDIT),
    ]  # fmt: skip


def test_a_pay_day_on_a_make_up_saturday_stays(world: World) -> None:
    day = ladder.due_day("2026-09", 10)
    saturday = ladder.pay_clock(world.pay.subject, "k", day, "330106", china(2026, 9, 1))
    assert deadlines.due_time_of(saturday).last_day == dt.date(2026, 10, 10)


def test_a_contract_that_ends_is_paid_off_on_its_last_day_by_another_clock(world: World) -> None:
    first = world.pay.clock
    world.ended(dt.date(2026, 9, 18), china(2026, 9, 18, 10))
    assert world.pay.clock != first
    assert world.events()[-1].type == events.BROUGHT_FORWARD
    world.sweep(china(2026, 9, 19) - A_MINUTE)
    assert world.pay.state is PayState.EXPECTED
    world.sweep(china(2026, 9, 19))
    assert (world.pay.state, world.pay.level) == (PayState.LATE, Level.WARNED)
    mine = viewing.show_pay(world.worker, world.expectation_id, china(2026, 9, 19))
    assert (mine.row.due_on, "9月18日" in mine.row.sentence) == (dt.date(2026, 9, 18), True)


def test_an_end_after_the_pay_day_or_told_twice_changes_nothing(world: World) -> None:
    first = world.pay.clock
    world.ended(dt.date(2026, 10, 20), china(2026, 9, 18))
    assert world.pay.clock == first
    other = World(world.people, world.people.site.person())
    other.employed()
    other.worked("2026-09-01")
    for _ in range(2):
        other.ended(dt.date(2026, 9, 18), china(2026, 9, 18, 10))
    assert other.pay.clock == f"{ladder.PAY}-2"


def test_work_told_after_the_contract_ended_is_due_on_its_last_day(world: World) -> None:
    late = World(world.people, world.people.site.person())
    late.employed()
    late.ended(dt.date(2026, 9, 18), china(2026, 9, 18, 10))
    late.worked("2026-09-17")
    assert late.pay.due_day.day == dt.date(2026, 9, 18)


def test_warning_county_city_and_credit_come_one_after_the_other(world: World) -> None:
    reached = []
    for now in (REMIND, DUE, COUNTY, CITY, CREDIT):
        world.sweep(now - A_MINUTE)
        before = world.pay.level
        world.sweep(now)
        reached.append((before, world.pay.level))
    assert reached == [
        (Level.NONE, Level.NONE),
        (Level.NONE, Level.WARNED),
        (Level.WARNED, Level.COUNTY),
        (Level.COUNTY, Level.CITY),
        (Level.CITY, Level.CREDIT),
    ]
    assert world.pay.state is PayState.LATE


def test_at_the_county_rung_a_complaint_opens_by_itself_with_its_evidence(world: World) -> None:
    world.sweep(COUNTY)
    one = world.complaint
    assert (one.state, one.automatic, bool(one.document_id)) == (ComplaintState.OPENED, True, True)
    world.sweep(CITY)
    assert world.complaint.id == one.id


def test_worker_and_supervisor_read_the_same_arithmetic(world: World) -> None:
    world.sweep(DUE)
    now = china(2026, 10, 13, 10)
    mine = viewing.show_pay(world.worker, world.expectation_id, now)
    theirs = viewing.show_pay(world.people.county, world.expectation_id, now)
    assert mine.deadline == theirs.deadline
    assert mine.row.sentence == "9月工资应于9月30日（周三）前到账，已晚5个工作日"
    assert [one.name for one in mine.ladder if one.reached] == ["remind", "due", "county"]
    assert mine.actions == ["complain"]
    assert theirs.actions == []


def test_the_workers_word_ends_the_clock_at_once(world: World) -> None:
    world.line("paid", china(2026, 9, 28, 10))
    world.line("received", china(2026, 9, 28, 12), version=2)
    assert (world.pay.state, world.pay.settled_by) == (PayState.SETTLED, SettledBy.WORKER)
    world.sweep(CREDIT)
    assert world.pay.level is Level.NONE


def test_paid_without_a_word_is_settled_by_an_announced_silence(world: World) -> None:
    world.line("paid", china(2026, 9, 28, 10))
    world.sweep(china(2026, 10, 7))
    assert world.pay.state is PayState.PAID
    world.sweep(china(2026, 10, 9))
    assert (world.pay.state, world.pay.settled_by) == (PayState.SETTLED, SettledBy.SILENCE)
    assert [event.type for event in world.events()][-2:] == [events.REMINDED, events.SETTLED]


def test_not_received_after_the_pay_day_reopens_at_once_and_climbs_again(world: World) -> None:
    world.line("paid", china(2026, 9, 30, 10))
    world.sweep(DUE)
    assert world.pay.line
    world.line("not_received", china(2026, 10, 8, 9), version=2)
    assert (world.pay.state, world.pay.level) == (PayState.DISPUTED, Level.WARNED)
    world.sweep(china(2026, 10, 14))  # 3 working days: 9, 10 (make-up day), 12; the 13th is too late already
    assert world.pay.level == Level.COUNTY
    assert world.complaint.automatic


def test_not_received_after_silence_reopens_too(world: World) -> None:
    world.line("paid", china(2026, 9, 30, 10))
    world.sweep(china(2026, 10, 12))
    assert world.pay.settled_by is SettledBy.SILENCE
    world.line("wrong_amount", china(2026, 10, 20, 9), version=2)
    assert world.pay.state == PayState.DISPUTED


def test_a_line_of_a_clock_that_was_ahead_holds_no_newer_one_back() -> None:
    now = clock.now()
    known = Line("a", 100, 2, "shown", 1, now + dt.timedelta(days=2))
    newer, older = (Line("b", 100, 2, "shown", 1, now - ago) for ago in (dt.timedelta(0), A_MINUTE))
    assert newer.replaces(known, now)
    assert not older.replaces(newer, now)


def test_an_old_line_told_late_changes_nothing(world: World) -> None:
    world.line("received", china(2026, 9, 28, 12), version=3)
    world.line("paid", china(2026, 9, 28, 13), version=2)
    assert world.pay.state is PayState.SETTLED
