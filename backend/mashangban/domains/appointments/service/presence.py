"""Where one may go now: which halls are open, until when, and how many are in them."""

from datetime import datetime

from mashangban.deadlines.service import CALENDAR
from mashangban.domains.appointments.repository import bookings, halls
from mashangban.domains.appointments.repository import presence as repository
from mashangban.domains.appointments.rules import presence as rules
from mashangban.domains.appointments.rules.hall import Hall
from mashangban.domains.appointments.schemas import HallNearby, HallNow, HallRow, HallsQuery
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.pagination import Page


def follow(act: Act, event: Event) -> None:
    """Somebody came into a hall, or a counter has done with them."""
    step = rules.STEPS.get(event.type)
    if step is not None:
        one = bookings.get(event.subject.id)
        repository.count(act, event.id, one.hall_id, one.day, step)


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
