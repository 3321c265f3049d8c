"""What the workers table's stream sets in motion."""

from collections.abc import Callable
from typing import Any

from mashangban.documents import events as documents
from mashangban.domains.workers import events
from mashangban.domains.workers.service import arriving, boards, forgetting, posters, skills
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery

_ARRIVALS: dict[tuple[str, str], Callable[[Act, str, dict[str, Any]], None]] = {
    ("contract", documents.RENDERED): arriving.rendered,
    ("contract", documents.SEALED): arriving.sealed,
    ("contract", documents.FAILED): arriving.failed,
    ("team", documents.RENDERED): posters.printed,
    ("team", documents.FAILED): posters.failed,
}


_SKILLS: dict[str, Callable[[Event], None]] = {
    "certificate": lambda event: skills.follow_certificate(event.subject.id),
    "trainee": lambda event: skills.follow_trainee(*event.subject.id.split("-")),
    "training": lambda event: skills.follow_training(event.subject.id),
}


def on_event(event: Event) -> None:
    """Own events: count contracts, certificates and training on the boards; use a standing authorisation once the
    worker signed."""
    follow = _SKILLS.get(event.subject.kind)
    if follow is not None:
        follow(event)
    if event.subject.kind != "contract":
        return
    if event.type in events.MOVES:
        boards.count(event.subject.id)
        skills.follow_contract(event.subject.id)
    if event.type == events.SIGNED:
        arriving.countersign_by_authorisation(system_act("workers_stream"), event.subject.id)


def on_message(delivery: Delivery) -> None:
    """Files that were typeset or sealed, and failures: of a contract, or of a team's notice board; who left."""
    if delivery.kind == events.FORGET:
        forgetting.forget(system_act("workers_stream", delivery.at), str(delivery.body["person_id"]))
        return
    kind, _, subject_id = str(delivery.body.get("subject", "")).partition(":")
    arrived = _ARRIVALS.get((kind, delivery.kind))
    if arrived is not None:
        arrived(system_act("workers_stream", delivery.at), subject_id, dict(delivery.body))
