"""Where one may go now: which halls are open, until when, and how many are in them."""

from datetime import datetime

from mashangban.deadlines.service import CALENDAR
from mashangban.domains.appointments.repository import bookings, halls
from mashangban.domains.appointments.repository import presence as repository
from mashangban.domains.appointments.rules import presence as rules
from mashangban.domains.appointments.rules.hall import Hall
from mashangban.domains.appointments.schemas import HallNearby, HallNow, HallRow, HallsQuery
from mashangban.domains.appointments.terms import COARSE, ENOUGH_NEAR, FINE, MOST_NEAR
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.pagination import Page
from mashangban.registry import geohash
from mashangban.registry.spots import metres


def follow(act: Act, event: Event) -> None:
    """Somebody came into a hall, or a counter has done with them."""
    step = rules.STEPS.get(event.type)
    if step is not None:
        one = bookings.get(event.subject.id)
        repository.count(act, event.id, one.hall_id, one.day, step)


def around(cell: str, now: datetime) -> list[HallNearby]:
    """The halls around a square of the map, each as it is now, those of its middle first.

    All within a fine square's breadth (4.9 km) are found; where those are too few, all within a coarse one's (20 km).
    """
    found = halls.in_cells(geohash.around(cell[:FINE]))
    if len(found) < ENOUGH_NEAR:
        found = halls.in_cells(geohash.around(cell[:COARSE]))
    middle = geohash.middle_of(cell)
    found.sort(key=lambda one: (metres(one.spot, middle), one.id))
    return [_nearby(one, now) for one in found[:MOST_NEAR]]


def near(query: HallsQuery, now: datetime) -> Page[HallNearby]:
    """A county's halls by name, each as it is now."""
    return halls.of_county(query.county, query.page).map(lambda one: _nearby(one, now))


def of_hall(hall_id: str, now: datetime) -> HallNow:
    """One hall as it is now. Raises UnknownHall."""
    return _now(halls.get(hall_id), now)


def _nearby(one: Hall, now: datetime) -> HallNearby:
    row = HallRow.model_validate(one)
    return HallNearby(**row.model_dump(), now=_now(one, now))


def _now(one: Hall, now: datetime) -> HallNow:
    plan, inside = repository.of_day(one.id, clock.local_date(now))
    return HallNow.model_validate(rules.at(one, plan, inside, CALENDAR, now))
