"""Whom a step of a booking concerns, in which words (templates of the notices room)."""

from mashangban.domains.appointments.rules.booking import Booking
from mashangban.kernel import clock
from mashangban.kernel.events import Message

NOTICES = "notices"
NOTIFY = "notices.notify"
_DESK = "/console/appointments/visits/"
_PHONE = "/appointments/pages/booking/index?id="


def person(one: Booking, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell whose booking it is, unless they left."""
    if not one.person_id:
        return ()
    return (_notice(one, one.person_id, kind, f"{_PHONE}{one.id}", values),)


def agent(one: Booking, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell the agent who answers for the visit, if there is one."""
    if not one.agent_id:
        return ()
    message = _notice(one, one.agent_id, kind, f"{_DESK}{one.id}", values)
    place = {"region": one.region, "orgs": []}
    return (Message(NOTICES, NOTIFY, {**message.body, "place": place}),)


def _notice(one: Booking, person_id: str, kind: str, link: str, values: dict[str, str]) -> Message:
    told = {
        "hall": one.hall_name,
        "what": one.matter_name,
        "time": clock.spoken(one.starts_at),
        "number": one.number,
    }
    body = {
        "person_id": person_id,
        "kind": kind,
        "values": {**told, **values},
        "dedupe": f"{one.id}|{kind}|{one.version + 1}",
        "link": link,
    }
    return Message(NOTICES, NOTIFY, body)
