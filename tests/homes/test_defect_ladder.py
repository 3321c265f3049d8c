"""The clocks of a defect over the calendar of 2026: a silent builder is told on at the right working hour."""

import datetime as dt
from dataclasses import replace

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline, next_firing
from mashangban.deadlines.rules.periods import Pause
from mashangban.domains.homes.rules import ladder
from mashangban.domains.homes.terms import ZHEJIANG_32, Severity
from mashangban.kernel.events import Subject
from tests.arrears.conftest import china

SUBJECT, HANGZHOU, JINAN = Subject("defect", "d1"), "330106", "370102"


def plan(clock: Deadline) -> dict[str, dt.datetime]:
    """Every rung with its instant."""
    found: dict[str, dt.datetime] = {}
    while (firing := next_firing(clock, deadlines.CALENDAR, clock.started_at)) is not None:
        found[firing.rung.name] = firing.planned_at
        clock = replace(clock, fired_at=firing.planned_at, fired_rung=firing.index)
    return found


def test_before_the_national_holiday_county_and_city_are_told_when_offices_are_open_again() -> None:
    # Reported on the eve. 8 October is the first working day (7.5 hours), Saturday the 10th is worked, the 11th not.
    found = plan(ladder.accept_clock(SUBJECT, JINAN, china(2026, 9, 30, 15)))
    assert found == {
        "remind": china(2026, 10, 1, 11),
        "due": china(2026, 10, 1, 15),
        "county": china(2026, 10, 9, 9),
        "city": china(2026, 10, 12, 10),
    }


def test_before_spring_festival_the_make_up_saturday_counts_as_a_working_day() -> None:
    # 14 February 2026 is a make-up Saturday before the holiday of 15 to 23 February.
    found = plan(ladder.accept_clock(SUBJECT, JINAN, china(2026, 2, 12, 17, 30)))
    assert found["due"] == china(2026, 2, 13, 17, 30)
    assert found["county"] == china(2026, 2, 24, 9)
    assert found["city"] == china(2026, 2, 26, 10)


def test_an_ordinary_working_day_goes_by_the_hour() -> None:
    found = plan(ladder.accept_clock(SUBJECT, JINAN, china(2026, 11, 10, 10)))
    assert (found["due"], found["county"]) == (china(2026, 11, 11, 10), china(2026, 11, 12, 10, 30))


def test_repairs_have_seven_fifteen_or_thirty_days_and_a_last_day_off_moves_on() -> None:
    start = china(2026, 9, 25, 9)
    days = {one: ladder.repair_clock(SUBJECT, JINAN, one, start, 1) for one in Severity}
    last = {one: deadlines.due_time_of(clock).last_day for one, clock in days.items()}
    assert last[Severity.URGENT] == dt.date(2026, 10, 8)  # 2 October lies in the holiday
    assert last[Severity.ORDINARY] == dt.date(2026, 10, 10)  # a Saturday, but worked
    assert last[Severity.MINOR] == dt.date(2026, 10, 26)  # 25 October is a Sunday


def test_only_a_province_that_says_so_has_a_statutory_day_on_site() -> None:
    found = ladder.onsite_clock(SUBJECT, HANGZHOU, china(2026, 11, 2, 9))
    assert found is not None
    due = deadlines.due_time_of(found)
    assert due.last_day == dt.date(2026, 11, 17)
    assert any(step.source == ZHEJIANG_32 for step in due.steps)
    assert ladder.onsite_clock(SUBJECT, JINAN, china(2026, 11, 2, 9)) is None


def test_a_listed_pause_moves_the_repair_day() -> None:
    start = china(2026, 11, 2, 9)
    clock = ladder.repair_clock(SUBJECT, JINAN, Severity.URGENT, start, 1)
    paused = replace(clock, pauses=(Pause(china(2026, 11, 4), china(2026, 11, 6), "住户不在家"),))
    before, after = deadlines.due_time_of(clock).last_day, deadlines.due_time_of(paused).last_day
    assert (before, after) == (dt.date(2026, 11, 9), dt.date(2026, 11, 11))


def test_each_round_of_repair_has_a_clock_of_its_own_and_a_dispute_goes_to_the_city_after_five_working_days() -> (
    None
):
    at = china(2026, 11, 2, 9)
    kinds = {ladder.repair_clock(SUBJECT, JINAN, Severity.MINOR, at, n).kind for n in (1, 2)}
    assert len(kinds) == 2
    assert plan(ladder.judge_clock(SUBJECT, JINAN, at))["city"] == china(2026, 11, 10)
