"""What the crossregion table's stream sets in motion."""

from mashangban.domains.crossregion import events
from mashangban.domains.crossregion.service import spreading
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event


def on_event(event: Event) -> None:
    """A batch that was entered is written out item by item."""
    if event.type == events.BATCH_ADDED:
        number = event.data["batch"]
        spreading.spread(system_act("crossregion_stream"), event.subject.id, int(number))
