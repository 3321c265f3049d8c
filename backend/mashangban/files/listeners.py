"""What a file that has arrived or was marked needs (scanned, redrawn), and one whose record is gone (removed)."""

from mashangban.files import events, service
from mashangban.files.rules.uploads import LetGo
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
    """A room forgot a record and lets its files go."""
    if delivery.kind == events.LET_GO:
        act, body, why = system_act("files", delivery.at), delivery.body, str(delivery.body["why"])
        told = LetGo(delivery.sender, str(body["person_id"]), delivery.at, why == events.OWNER_LEFT)
        removing.release(act, map(str, body["files"]), told, why)
