"""Taking a place: one item a place, each tried once, so that a slot is filled to the last and never beyond."""

from dataclasses import replace
from zlib import crc32

from mashangban.domains.appointments import errors
from mashangban.domains.appointments.repository import bookings, days
from mashangban.domains.appointments.rules import opening, papers
from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.rules.hall import Hall, matter_of
from mashangban.domains.appointments.rules.opening import Slot
from mashangban.domains.appointments.schemas import BookingDone
from mashangban.domains.appointments.service import views
from mashangban.domains.appointments.terms import State
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Busy
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role


def drafted(act: Act, hall: Hall, slot: Slot, person_id: str, state: State) -> Booking:
    """A booking of a slot that has no place and no turn yet. Raises UnknownMatter."""
    matter = matter_of(hall, slot.matter)
    return Booking(
        id=ids.new_id(act.at),
        number=ids.public_number("YY", act.at),
        hall_id=hall.id,
        hall_name=hall.name,
        region=hall.region,
        matter=matter.code,
        matter_name=matter.name,
        day=slot.day,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        person_id=person_id,
        made_at=act.at,
        state=state,
        papers=papers.listed(matter.papers),
    )


def take(act: Act, slot: Slot, new: Booking, kind: str, role: Role) -> BookingDone:
    """Write a booking with a place of its own. Who waits goes before whoever books; a walk-in waits for nobody.

    A place lost to somebody else means that one fewer is left: as many tries as places are enough. Raises SlotFull.
    """
    for attempt in range(slot.quota + 1):
        filling = days.of_slot(slot)
        free = opening.free(slot, filling.places)
        if not free or (filling.waiting and new.person_id):
            raise errors.SlotFull()
        # Those who come at the same moment reach for different places.
        chosen = free[crc32(f"{new.id}{attempt}".encode()) % len(free)]
        try:
            return _write(act, replace(new, place=chosen), kind, role)
        except errors.PlaceTaken:
            continue
    raise Busy()


def _write(act: Act, new: Booking, kind: str, role: Role) -> BookingDone:
    answer = views.done(new)
    bookings.create(act, new, following(act, kind, new, role, {"place": new.place}), answer)
    return answer
