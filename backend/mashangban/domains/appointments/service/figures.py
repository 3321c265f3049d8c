"""A hall's month in figures, and whoever does it online instead of coming."""

from datetime import date

from mashangban.domains.appointments import events, permissions
from mashangban.domains.appointments.repository import bookings, halls, months
from mashangban.domains.appointments.rules.hall import matter_of
from mashangban.domains.appointments.schemas import HallFigures, OnlineChoice, OnlineWay
from mashangban.domains.appointments.terms import Counted
from mashangban.kernel import clock, crypto
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.permissions import Principal

_COUNTED = {
    events.CONFIRMED: Counted.BOOKED,
    events.WALKED_IN: Counted.WALKED_IN,
    events.FINISHED: Counted.DONE,
    events.MISSED: Counted.MISSED,
    events.CANCELLED: Counted.CANCELLED,
}


def count(act: Act, event: Event) -> None:
    """A step of a booking, in the month of its visit."""
    what = _COUNTED.get(event.type)
    if what is not None:
        one = bookings.get(event.subject.id)
        months.count(act, event.id, one.hall_id, one.matter, one.day, what)


def choose_online(act: Act, hall_id: str, given: OnlineChoice) -> OnlineWay:
    """Somebody does it online instead: counted once a person, matter and day. Raises UnknownHall, UnknownMatter."""
    matter, today = matter_of(halls.get(hall_id), given.matter), clock.local_date(act.at)
    answer = OnlineWay(matter=matter.code, way=matter.online)
    if matter.online:
        whose = crypto.keyed_hash("appointments-online", act.actor.person_id)
        once = f"{whose}#{matter.code}#{today}"
        months.count(act, once, hall_id, matter.code, today, Counted.ONLINE, answer)
    return answer


def of_month(actor: Principal, hall_id: str, day: date) -> list[HallFigures]:
    """A hall's month for its regulators. Raises NotFound beyond reach."""
    hall = halls.get(hall_id)
    actor.reach(permissions.LIST_VISITS).require(hall.place)
    names = {one.code: one.name for one in hall.matters}
    return [
        HallFigures(
            matter=one.matter,
            name=names.get(one.matter, one.matter),
            booked=one.booked,
            walked_in=one.walked_in,
            done=one.done,
            missed=one.missed,
            cancelled=one.cancelled,
            online=one.online,
            online_percent=one.online_percent,
        )
        for one in months.of_hall(hall_id, day)
    ]
