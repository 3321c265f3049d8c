"""What the claims table's stream sets in motion."""

from mashangban.domains.claims import events
from mashangban.domains.claims.service import approving
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery


def on_event(event: Event) -> None:
    """Own events: what the rules have said yes to is approved."""
    if event.type == events.SUBMITTED:
        approving.approve_by_rules(system_act("claims_stream"), event.subject.id)


def on_message(delivery: Delivery) -> None:
    """Nobody writes to this room. ValueError for whoever does."""
    raise ValueError(f"nobody here handles {delivery.kind}")
