"""What the workers table's stream sets in motion."""

from collections.abc import Callable
from typing import Any

from mashangban.documents import events as documents
from mashangban.domains.workers import events
from mashangban.domains.workers.service import arriving, boards
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery

_ARRIVALS: dict[str, Callable[[Act, str, dict[str, Any]], None]] = {
    documents.RENDERED: arriving.rendered,
    documents.SEALED: arriving.sealed,
    documents.FAILED: arriving.failed,
}


def on_event(event: Event) -> None:
    """Own events: count contracts on the boards, and use a standing authorisation once the worker signed."""
    if event.subject.kind != "contract":
        return
    if event.type in events.MOVES:
        boards.count(event.subject.id)
    if event.type == events.SIGNED:
        arriving.countersign_by_authorisation(system_act("workers_stream"), event.subject.id)


def on_message(delivery: Delivery) -> None:
    """Files that were typeset or sealed, and failures. A poster's file is fetched by its document id."""
    kind, _, contract_id = str(delivery.body.get("subject", "")).partition(":")
    if kind == "contract" and delivery.kind in _ARRIVALS:
        act = system_act("workers_stream", delivery.at)
        _ARRIVALS[delivery.kind](act, contract_id, dict(delivery.body))
