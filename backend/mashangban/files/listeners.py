"""A file has arrived, or its owner marked what others shall not see: scan it, redraw it."""

from mashangban.files import events, service
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event


def on_event(event: Event) -> None:
    """Prepare what has arrived; anything else needs nothing."""
    if event.type in (events.ARRIVED, events.BLURRED):
        service.prepare(system_act("files"), event.subject.id)
