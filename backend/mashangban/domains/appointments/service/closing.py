"""A day on which a hall does not open after all: whoever had booked is told, at no fault of theirs."""

from datetime import date

from mashangban.domains.appointments import events
from mashangban.domains.appointments.repository import bookings, halls
from mashangban.domains.appointments.rules import booking as rules
from mashangban.domains.appointments.service import telling
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import MAX_LIMIT, PageRequest
from mashangban.kernel.permissions import Role


def close(act: Act, hall_id: str, day: date) -> bool:
    """Call off what is ahead on a day that the hall's own plan closes; whether it was closed."""
    plan = halls.plan(hall_id, day)
    if plan is None or plan.opens:
        return False
    page: str | None = None
    while True:
        found = bookings.of_hall(hall_id, day, PageRequest(page, MAX_LIMIT))
        for one in found.items:
            _call_off(act, one.id, plan.reason)
        page = found.next_cursor
        if page is None:
            return True


def _call_off(act: Act, booking_id: str, reason: str) -> None:
    one = bookings.get(booking_id)
    if not one.state.open:
        return
    told = telling.person(one, "appointments.called-off", reason=reason)
    event = following(act, events.CALLED_OFF, one, Role.SYSTEM, None, told)
    bookings.move(act, one, rules.call_off(one), event)
