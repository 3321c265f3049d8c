"""What other rooms tell the registers."""

from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery
from mashangban.registry import events, service
from mashangban.registry.service import imports
from mashangban.registry.service.persons import Sighting


def on_message(delivery: Delivery) -> None:
    """A person was seen at work: keep where and with whom."""
    if delivery.kind == events.PERSON_SEEN:
        service.record_person(system_act("registry", delivery.at), Sighting(**delivery.body))


def on_event(event: Event) -> None:
    """An import that was received, confirmed or advanced goes on with its next step."""
    imports.go_on(event)
