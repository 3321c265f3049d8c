"""What the appointments table's stream sets in motion."""

from datetime import date

from mashangban.domains.appointments import events
from mashangban.domains.appointments.service import closing, figures, forgetting, presence, queueing
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery


def on_event(event: Event) -> None:
    """Own events: counted; a place given back goes to the first who waits; a closed day calls off its visits."""
    act = system_act("appointments_stream")
    if event.subject.kind == "booking":
        figures.count(act, event)
        presence.follow(act, event)
    if event.type in events.MOVES_QUEUE:
        queueing.follow(act, event.subject.id)
    if event.type == events.HALL_CHANGED:
        queueing.refill(act, event.subject.id)
    if event.type == events.DAY_PLANNED:
        day = date.fromisoformat(str(event.data["day"]))
        if not closing.close(act, event.subject.id, day):
            queueing.refill(act, event.subject.id, day)


def on_message(delivery: Delivery) -> None:
    """Who left for good."""
    if delivery.kind == events.FORGET:
        act = system_act("appointments_stream", delivery.at)
        forgetting.forget(act, str(delivery.body["person_id"]))
