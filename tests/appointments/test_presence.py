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
from mashangban.domains.appointments.terms import CELL
from mashangban.kernel import clock, history
from mashangban.kernel.acts import Act
from mashangban.registry import geohash
from mashangban.registry.spots import Spot
from tests.appointments.conftest import Desk, hall_form
from tests.appointments.test_rules import DAY, SATURDAY, a_hall, at
from tests.registry.conftest import officer, person

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


def test_halls_around_somebody_are_found_in_squares_the_nearest_first(tables: str) -> None:
    """A county of its own far in the west, so that nothing else is near."""
    keeper = Act(officer("650102"), clock.now())
    here = Spot(43_792_000, 87_616_000)

    def opened(name: str, north: int, east: int) -> str:
        spot = {"latitude_e6": here.latitude_e6 + north, "longitude_e6": here.longitude_e6 + east}
        return halls.open_hall(keeper, hall_form(name=name, region="650102", **spot)).id

    def around() -> list[str]:
        return [one.id for one in presence.around(geohash.cell_of(here, CELL), keeper.at)]

    far = opened("郊区便民中心", 0, 150_000)
    assert around() == [far]
    near, next_to, third = (opened(f"便民中心{n}", 0, n * 9_000) for n in (1, 2, 3))
    assert around() == [near, next_to, third]
    moved = hall_form(
        name="便民中心1", region="650102", latitude_e6=here.latitude_e6, longitude_e6=88_900_000
    )
    halls.change(keeper, near, moved)
    assert around() == [next_to, third, far]
