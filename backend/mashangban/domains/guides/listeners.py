"""What the guides table's stream sets in motion."""

from mashangban.domains.guides import events
from mashangban.domains.guides.service import follow, forgetting, importing
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery


def on_event(event: Event) -> None:
    """A file that counts is written on, chunk by chunk; whoever follows an item hears of its change."""
    if event.type in events.IMPORTS.followed:
        importing.DESK.go_on(event)
    follow.spread(system_act("guides_stream"), event)


def on_message(delivery: Delivery) -> None:
    """Who left for good."""
    if delivery.kind == events.FORGET:
        forgetting.forget(system_act("guides_stream", delivery.at), str(delivery.body["person_id"]))
