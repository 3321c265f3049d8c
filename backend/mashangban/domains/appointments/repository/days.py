"""A matter's day at a hall: its places and its queues, in one partition, read in one query."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from mashangban.domains.appointments.models import AppointmentsRecord, PlaceRecord, TicketsRecord, WaitRecord
from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.rules.opening import Slot
from mashangban.kernel import clock


@dataclass(slots=True)
class Filling:
    """Who has which place of a slot, and who waits for one, the first first."""

    places: list[int] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)


def of_slot(slot: Slot) -> Filling:
    """A slot as it is at this moment (a consistent read)."""
    pk = _pk(slot.hall_id, slot.matter, slot.day)
    found = AppointmentsRecord.query(
        pk, AppointmentsRecord.SK.startswith(f"{slot.start}#"), consistent_read=True
    )
    return _sorted(found)[slot.start]


def of_day(hall_id: str, matter: str, day: date, *, exact: bool = False) -> dict[str, Filling]:
    """All slots of a day by their start; unless `exact`, a moment old perhaps."""
    return _sorted(AppointmentsRecord.query(_pk(hall_id, matter, day), consistent_read=exact))


def before(one: Booking) -> int:
    """How many wait ahead of a booking."""
    start = _start(one)
    return WaitRecord.count(
        _pk(one.hall_id, one.matter, one.day),
        WaitRecord.SK.between(f"{start}#WAIT#", f"{start}#WAIT#{one.ticket - 1:08d}"),
        consistent_read=True,
    )


def draw_ticket(slot: Slot) -> int:
    """The next turn of a queue: one atomic addition, so no two are alike and later ones are higher."""
    counter = TicketsRecord(_pk(slot.hall_id, slot.matter, slot.day), f"{slot.start}#TICKETS")
    counter.update([TicketsRecord.last.add(1)])
    return int(counter.last)


def place(one: Booking) -> PlaceRecord:
    """The item of a booking's place."""
    sk = f"{_start(one)}#PLACE#{one.place:04d}"
    return PlaceRecord(_pk(one.hall_id, one.matter, one.day), sk, booking_id=one.id)


def wait(one: Booking) -> WaitRecord:
    """The item of a booking's turn."""
    sk = f"{_start(one)}#WAIT#{one.ticket:08d}"
    return WaitRecord(_pk(one.hall_id, one.matter, one.day), sk, booking_id=one.id)


def _sorted(found: Iterable[AppointmentsRecord]) -> defaultdict[str, Filling]:
    slots: defaultdict[str, Filling] = defaultdict(Filling)
    for one in found:
        start, _, rest = one.SK.partition("#")
        if isinstance(one, PlaceRecord):
            slots[start].places.append(int(rest.rpartition("#")[2]))
        elif isinstance(one, WaitRecord):
            slots[start].waiting.append(one.booking_id)
    return slots


def _pk(hall_id: str, matter: str, day: date) -> str:
    return f"SLOTS#{hall_id}#{matter}#{day.isoformat()}"


def _start(one: Booking) -> str:
    return f"{one.starts_at.astimezone(clock.SHANGHAI):%H%M}"
