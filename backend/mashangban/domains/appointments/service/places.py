"""Taking a place: one item a place, each tried once, so that a slot is filled to the last and never beyond."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar
from zlib import crc32

from mashangban.domains.appointments import errors
from mashangban.domains.appointments.repository import days
from mashangban.domains.appointments.rules import opening
from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.rules.opening import Slot
from mashangban.kernel.errors import Busy

T = TypeVar("T")


def take(slot: Slot, new: Booking, write: Callable[[Booking], T], *, walks_in: bool = False) -> T:
    """Write a booking with a place of its own. Who waits goes first, so nobody is served past a queue.

    A place lost to somebody else means that one fewer is left: as many tries as places are enough. Raises SlotFull.
    """
    for attempt in range(slot.quota + 1):
        filling = days.of_slot(slot)
        free = opening.free(slot, filling.places)
        if not free or (filling.waiting and not walks_in):
            raise errors.SlotFull()
        # Those who come at the same moment reach for different places.
        chosen = free[crc32(f"{new.id}{attempt}".encode()) % len(free)]
        try:
            return write(replace(new, place=chosen))
        except errors.PlaceTaken:
            continue
    raise Busy()
