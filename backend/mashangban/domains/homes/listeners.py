"""What the homes table's stream sets in motion."""

from collections.abc import Callable
from typing import Any

from mashangban.documents import events as documents
from mashangban.domains.homes import events
from mashangban.domains.homes.service import (
    arising,
    defectlists,
    estates,
    facts,
    forgetting,
    gathering,
    importing,
    reports,
)
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery

_ARRIVALS: dict[tuple[str, str], Callable[[Act, str, dict[str, Any]], None]] = {
    ("estate", documents.RENDERED): estates.printed,
    ("estate", documents.FAILED): estates.failed,
    ("homeinspection", documents.RENDERED): reports.printed,
}


def on_event(event: Event) -> None:
    """Own events: each step of an import follows the one before; a defect counts as it stands; a signed inspection is
    a fact of its home, and what failed in a household's own becomes defects.
    """
    if event.subject.kind == "homesimport":
        importing.go_on(event)
    if event.subject.kind == "defect":
        defectlists.count(event.subject.id)
    if event.type == events.ISSUE_TOLD:
        gathering.spread(system_act("homes_stream"), event.subject.id, event.version)
    if event.type == events.INSPECTION_FINISHED:
        arising.arise(system_act("homes_stream"), event.subject.id)
    if event.type == events.INSPECTION_SIGNED:
        reports.tell(system_act("homes_stream"), event.subject.id)


def on_message(delivery: Delivery) -> None:
    """Facts that other scenarios tell; who left for good; papers that were printed, or could not be."""
    if delivery.kind == events.FORGET:
        return forgetting.forget(system_act("homes_stream", delivery.at), str(delivery.body["person_id"]))
    if delivery.kind == events.FACT:
        return facts.heard(system_act("homes_stream", delivery.at), delivery.body)
    kind, _, subject_id = str(delivery.body.get("subject", "")).partition(":")
    arrived = _ARRIVALS.get((kind, delivery.kind))
    if arrived is not None:
        arrived(system_act("homes_stream", delivery.at), subject_id, dict(delivery.body))
    return None
