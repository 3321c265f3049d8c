"""What the policies table's stream sets in motion."""

from mashangban.domains.policies import events
from mashangban.domains.policies.service import opening
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery


def on_event(event: Event) -> None:
    """Own events: the public lists follow what was published and withdrawn."""
    if event.type in (events.POLICY_PUBLISHED, events.POLICY_WITHDRAWN):
        opening.keep(event.subject.id)


def on_message(delivery: Delivery) -> None:
    """Nobody writes to this room yet. ValueError for whoever does."""
    raise ValueError(f"nobody here handles {delivery.kind}")
