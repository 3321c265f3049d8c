"""Which halls one may go to now: open until when, and how many are in them."""

import datetime as dt

import pytest

from mashangban.deadlines.service import CALENDAR
from mashangban.domains.appointments import listeners
from mashangban.domains.appointments.models import TABLE
from mashangban.domains.appointments.repository import bookings
from mashangban.domains.appointments.rules import presence as rules
from mashangban.domains.appointments.rules.hall import Period
from mashangban.domains.appointments.rules.opening import DayPlan
from mashangban.domains.appointments.schemas import HallDayForm, HallsQuery
from mashangban.domains.appointments.service import desk as desk_acts
from mashangban.domains.appointments.service import halls, presence
from mashangban.kernel import history
from tests.appointments.conftest import Desk
from tests.appointments.test_rules import DAY, SATURDAY, a_hall, at
from tests.registry.conftest import person

HALL = a_hall(
    periods=(
        Period(dt.time(14), dt.time(15)),
        Period(dt.time(9), dt.time(10)),
        Period(dt.time(10), dt.time(11, 30)),
    )
)


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        ("08:59", None),
        ("09:00", dt.time(11, 30)),
        ("10:00", dt.time(11, 30)),
        ("11:30", None),
        ("14:59", dt.time(15)),
        ("15:00", None),
    ],
)
def test_a_hall_is_open_through_periods_that_follow_one_another(moment: str, until: dt.time | None) -> None:
    found = rules.at(HALL, None, 0, CALENDAR, at(moment))
    assert (found.open, found.until) == (until is not None, until)


def test_a_hall_is_closed_on_its_day_off_and_open_on_one_that_it_added() -> None:
    assert not rules.at(HALL, None, 0, CALENDAR, at("09:30", SATURDAY)).open
    assert not rules.at(HALL, DayPlan(DAY, opens=False, reason="停电"), 0, CALENDAR, at("09:30")).open
    assert rules.at(HALL, DayPlan(SATURDAY, opens=True), 0, CALENDAR, at("09:30", SATURDAY)).open


def test_who_came_is_in_the_hall_until_a_counter_has_done_with_them_each_counted_once(desk: Desk) -> None:
    one, at_desk = desk.booked(person()), desk.act(desk.officer, desk.at(9))
    desk_acts.arrive(at_desk, one.id)
    assert told(desk, one.id) == 1
    desk_acts.finish(at_desk, one.id)
    assert told(desk, one.id) == 0


def told(desk: Desk, booking_id: str) -> int:
    """Every event of a booking is delivered twice; how many its hall then holds."""
    for event in history.of(TABLE, bookings.get(booking_id).subject) * 2:
        listeners.on_event(event)
    return presence.of_hall(desk.hall.id, desk.at(9)).inside


def test_a_list_of_halls_says_which_are_open(desk: Desk) -> None:
    assert shown(desk) == (True, dt.time(10))
    closed = HallDayForm(opens=False, reason="停电")
    halls.decide_day(desk.act(desk.officer), desk.hall.id, desk.day, closed)
    assert shown(desk) == (False, None)


def shown(desk: Desk) -> tuple[bool, dt.time | None]:
    query: HallsQuery | None = HallsQuery(county=desk.hall.region, limit=50)
    while query is not None:
        page = presence.near(query, desk.at(9, 15))
        for one in page.items:
            if one.id == desk.hall.id:
                return one.now.open, one.now.until
        query = query.model_copy(update={"cursor": page.next_cursor}) if page.next_cursor else None
    raise AssertionError("the hall is not in its county's list")
