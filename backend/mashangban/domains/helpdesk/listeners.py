"""What the helpdesk table's stream sets in motion."""

from mashangban.domains.helpdesk import events
from mashangban.domains.helpdesk.service import counting, forgetting, gathering
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery

_COUNTED = ("helpticket", "helprating")


def on_event(event: Event) -> None:
    """Own events: tickets and ratings count as they stand; an answer goes to all who joined, or they are let go."""
    if event.subject.kind in _COUNTED:
        counting.count(event.subject.kind, event.subject.id)
    if event.type == events.ANSWERED:
        gathering.spread(system_act("helpdesk_stream"), event.subject.id)
    if event.type in (events.WITHDRAWN, events.FORGOTTEN):
        gathering.scatter(system_act("helpdesk_stream"), event.subject.id)


def on_message(delivery: Delivery) -> None:
    """Who left for good."""
    if delivery.kind == events.FORGET:
        forgetting.forget(system_act("helpdesk_stream", delivery.at), str(delivery.body["person_id"]))
