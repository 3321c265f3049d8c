"""What the mydata table's stream sets in motion."""

from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.processes.mydata import events


def on_event(event: Event) -> None:
    """Somebody asked for their data."""
    if event.type == events.ASKED:
        # Every room is loaded by a package, not by each start: that a package lies ready is an event too.
        from mashangban.processes.mydata.service import packing

        packing.pack(system_act("mydata_stream"), event.subject.id)
