"""What the matters table's stream sets in motion."""

from collections.abc import Mapping
from typing import Any

from mashangban.documents import events as documents
from mashangban.domains.matters import events
from mashangban.domains.matters.service import counting, forgetting, printing
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery


def on_event(event: Event) -> None:
    """Steps of matters count for their item."""
    if event.subject.kind == "matter":
        counting.count(system_act("matters_stream"), event)


def on_message(delivery: Delivery) -> None:
    """Papers that were printed or could not be; who left for good."""
    act, body = system_act("matters_stream", delivery.at), delivery.body
    if delivery.kind == documents.RENDERED:
        printing.printed(act, _matter(body), str(body["document_id"]), str(body["sha256"]))
    elif delivery.kind == documents.FAILED:
        printing.failed(act, _matter(body), str(body["document_id"]))
    elif delivery.kind == events.FORGET:
        forgetting.forget(act, str(body["person_id"]))


def _matter(body: Mapping[str, Any]) -> str:
    return str(body["subject"]).partition(":")[2]
