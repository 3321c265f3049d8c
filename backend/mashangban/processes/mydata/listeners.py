"""What the mydata table's stream sets in motion."""

from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.processes.mydata import events


def on_event(event: Event) -> None:
    """Somebody asked for their data, or it is tried again."""
    if _packs(event):
        # Every room is loaded by a package, not by each start: that a package lies ready is an event too.
        from mashangban.processes.mydata.service import packing

        packing.pack(system_act("mydata_stream"), event.subject.id, event.version)


def _packs(event: Event) -> bool:
    """Asked for, tried again by the clock, or failed for the first time: then at once, behind whoever waits."""
    at_once = event.type == events.DELAYED and event.data["tries"] == 1
    return at_once or event.type in (events.ASKED, events.AGAIN)
