"""What the guides table's stream sets in motion."""

from collections.abc import Mapping
from typing import Any

from mashangban.documents import events as documents
from mashangban.domains.guides import events
from mashangban.domains.guides.service import follow, forgetting, importing, posters
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery


def on_event(event: Event) -> None:
    """A file that counts is written on, chunk by chunk; whoever follows an item hears of its change."""
    if event.type in events.IMPORTS.followed:
        importing.DESK.go_on(event)
    follow.spread(system_act("guides_stream"), event)


def on_message(delivery: Delivery) -> None:
    """Posters that were typeset or could not be; who left for good."""
    act, body = system_act("guides_stream", delivery.at), delivery.body
    if delivery.kind == documents.RENDERED:
        posters.printed(act, _package(body), str(body["document_id"]))
    elif delivery.kind == documents.FAILED:
        posters.failed(act, _package(body), str(body["document_id"]))
    elif delivery.kind == events.FORGET:
        forgetting.forget(act, str(body["person_id"]))


def _package(body: Mapping[str, Any]) -> str:
    return str(body["subject"]).partition(":")[2]
