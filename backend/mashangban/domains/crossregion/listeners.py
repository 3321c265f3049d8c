"""What the crossregion table's stream sets in motion."""

from mashangban.domains.crossregion import events
from mashangban.domains.crossregion.service import counting, forgetting, importing, listing, spreading
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery


def on_event(event: Event) -> None:
    """A list is written out item by item, a file goes on; steps of cases count for their pair of zones."""
    act = system_act("crossregion_stream")
    if event.type in events.IMPORTS.followed:
        importing.DESK.go_on(event)
    if event.type == events.BATCH_ADDED:
        spreading.spread(act, event.subject.id, int(event.data["batch"]))
    if event.type in (events.SUBMITTED, events.COLLECTED):
        listing.list_at_desks(event.subject.id)
    if event.subject.kind == "crosscase":
        counting.count(act, event)


def on_message(delivery: Delivery) -> None:
    """Who left for good."""
    if delivery.kind == events.FORGET:
        forgetting.forget(system_act("crossregion_stream", delivery.at), str(delivery.body["person_id"]))
