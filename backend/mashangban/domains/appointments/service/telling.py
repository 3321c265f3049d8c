"""Whom a step of a booking concerns, in which words (templates of the notices room)."""

from mashangban.domains.appointments.rules.booking import Booking
from mashangban.kernel import clock
from mashangban.kernel.events import Message
from mashangban.kernel.telling import Whereabouts, Whom, in_region, notice

_DESK = "/console/appointments/visits/"
_PHONE = "/appointments/pages/booking/index?id="


def person(one: Booking, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell whose booking it is, unless they left."""
    if not one.person_id:
        return ()
    return (_notice(one, one.person_id, kind, f"{_PHONE}{one.id}", values, None),)


def agent(one: Booking, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell the agent who answers for the visit, if there is one."""
    if not one.agent_id:
        return ()
    place = in_region(one.region)
    return (_notice(one, one.agent_id, kind, f"{_DESK}{one.id}", values, place),)


def _notice(
    one: Booking, person_id: str, kind: str, link: str, values: dict[str, str], place: Whereabouts | None
) -> Message:
    told = {
        "hall": one.hall_name,
        "what": one.matter_name,
        "time": clock.spoken(one.starts_at),
        "number": one.number,
    }
    dedupe = f"{one.id}|{kind}|{one.version + 1}"
    return notice(Whom(person_id), kind, {**told, **values}, link=link, dedupe=dedupe, place=place)
