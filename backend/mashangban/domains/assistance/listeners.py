"""What the assistance table's stream sets in motion: the two who look hear that something moved (docs/adr/0025)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mashangban.domains.assistance import events, repository
from mashangban.domains.assistance.service import forgetting
from mashangban.kernel import clock
from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery
from mashangban.live import service as live

_HEARD = (events.JOINED, events.ENDED)


def on_event(event: Event) -> None:
    """Somebody is asked, came, or it is over; later than any movement, so it counts in milliseconds."""
    if event.type in _HEARD or "invited" in event.data:
        _tell(event.subject.id, int(event.at.timestamp() * 1000), clock.now())


def on_item(item: Mapping[str, Any]) -> None:
    """What is seen has moved."""
    pk, sk = item["PK"]["S"], item["SK"]["S"]
    if sk.startswith(repository.SHEET):
        _tell(pk.partition("#")[2], repository.number_of(sk), clock.now())


def on_message(delivery: Delivery) -> None:
    """Who left for good."""
    if delivery.kind == events.FORGET:
        forgetting.forget(system_act("assistance_stream", delivery.at), str(delivery.body["person_id"]))


def _tell(sharing_id: str, number: int, at: datetime) -> None:
    try:
        one = repository.get(sharing_id)
    except NotFound:
        return
    people = [person for person in (one.person_id, one.agent_id or one.invited_id) if person]
    live.tell(people, f"assistance:{sharing_id}", number, at)
