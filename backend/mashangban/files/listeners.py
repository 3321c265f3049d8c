"""A file has arrived, or its owner marked what others shall not see: scan it, redraw it. Its owner left: it goes."""

from mashangban.files import events, service
from mashangban.files.service import removing
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery


def on_event(event: Event) -> None:
    """Prepare what has arrived, clear what was removed; anything else needs nothing."""
    if event.type in (events.ARRIVED, events.BLURRED):
        service.prepare(system_act("files"), event.subject.id)
    if event.type == events.REMOVED:
        removing.clear(event.subject.id)


def on_message(delivery: Delivery) -> None:
    """A room forgot somebody's records and lets their files go."""
    if delivery.kind == events.LET_GO:
        owner, named = str(delivery.body["person_id"]), delivery.body["files"]
        removing.remove(system_act("files", delivery.at), owner, map(str, named), delivery.sender)
