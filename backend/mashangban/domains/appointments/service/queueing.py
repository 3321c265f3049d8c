"""Who waits is offered what becomes free: the first first, each place once, until nothing is free or nobody waits."""

from contextlib import suppress
from datetime import date

from mashangban.deadlines.service import CALENDAR
from mashangban.domains.appointments import errors, events
from mashangban.domains.appointments.repository import bookings, days, halls
from mashangban.domains.appointments.rules import booking as rules
from mashangban.domains.appointments.rules import opening
from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.rules.opening import Slot
from mashangban.domains.appointments.service import telling
from mashangban.domains.appointments.terms import AHEAD_DAYS, MOST_PLACES
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Busy, Stale
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role


def follow(act: Act, booking_id: str) -> None:
    """A booking gave its place back, or somebody began to wait: its day is looked at, however often it is told."""
    one = bookings.get(booking_id)
    refill_day(act, one.hall_id, one.matter, one.day)


def refill(act: Act, hall_id: str, day: date | None = None) -> None:
    """A hall's quotas changed for a day, or for all days ahead: who waits may have a place now."""
    hall, today = halls.get(hall_id), clock.local_date(act.at)
    ahead = [date.fromordinal(today.toordinal() + number) for number in range(AHEAD_DAYS + 1)]
    for one in [day] if day is not None else ahead:
        for matter in hall.matters:
            refill_day(act, hall_id, matter.code, one)


def refill_day(act: Act, hall_id: str, matter: str, day: date) -> None:
    """Every slot of a matter's day in which somebody waits."""
    hall, plan = halls.get(hall_id), halls.plan(hall_id, day)
    found = days.of_day(hall_id, matter, day, exact=True)
    for slot in opening.slots(hall, matter, day, plan, CALENDAR):
        if slot.start in found and found[slot.start].waiting:
            _offer_all(act, slot)


def _offer_all(act: Act, slot: Slot) -> None:
    for _ in range(2 * MOST_PLACES):
        if act.at >= slot.closes_at or not _offer_next(act, slot):
            return
    raise Busy()


def _offer_next(act: Act, slot: Slot) -> bool:
    """Offer one place to the first who waits; whether it is worth looking again."""
    filling = days.of_slot(slot)
    free = opening.free(slot, filling.places)
    if not filling.waiting or not free:
        return False
    # Another run may be faster, or the person leave the queue: what is true then is read again.
    with suppress(Stale, errors.WrongStep):
        _offer(act, bookings.get(filling.waiting[0]), free[0])
    return True


def _offer(act: Act, one: Booking, place: int) -> None:
    after = rules.offer(one, place, act.at)
    told = telling.person(after, "appointments.offered", due=clock.spoken(after.until or act.at))
    data = {"ticket": one.ticket, "place": place}
    bookings.move(act, one, after, following(act, events.OFFERED, one, Role.SYSTEM, data, told))
