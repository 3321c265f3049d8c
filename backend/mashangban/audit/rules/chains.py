"""Chains of events: which arrivals are new to the log, what a receipt holds, whether a stored chain was bent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from mashangban.audit import verifier
from mashangban.audit.errors import AlteredEvent
from mashangban.audit.rules.checkpoints import SignedCheckpoint
from mashangban.kernel.events import Event

Place = tuple[str, int]
"""An event's place: its subject (`kind:id`) and its number in the subject's chain."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """An event as the log took it in; `event` is exactly what its hash covers."""

    index: int
    event: Mapping[str, Any]

    @property
    def hash(self) -> str:
        return verifier.event_hash(dict(self.event))

    @property
    def place(self) -> Place:
        return self.event["subject"], self.event["version"]


def place_of(event: Event) -> Place:
    """Where an event stands."""
    return f"{event.subject.kind}:{event.subject.id}", event.version


def new_to(known: Mapping[Place, Leaf], arrived: Iterable[Event]) -> list[Event]:
    """The arrivals that the log lacks, in order, each once (a stream delivers at least once).

    Raises AlteredEvent if a place is taken by an event with another hash: a rewritten history.
    """
    hashes = {place: leaf.hash for place, leaf in known.items()}
    fresh = []
    for event in arrived:
        place = place_of(event)
        if hashes.setdefault(place, event.hash) != event.hash:
            raise AlteredEvent(event.id)
        if place not in known:
            fresh.append(event)
    return list({place_of(event): event for event in fresh}.values())


def unbroken_start(leaves: Sequence[Leaf]) -> list[Leaf]:
    """The chain from its first event up to the first one the log has not taken in yet."""
    ordered = sorted(leaves, key=lambda leaf: leaf.place[1])
    return [leaf for number, leaf in enumerate(ordered, start=1) if leaf.place[1] == number]


def receipt(leaves: Sequence[Leaf], proof: Sequence[bytes], checkpoint: SignedCheckpoint) -> dict[str, Any]:
    """What anybody can check offline; the proof is that of the last leaf, which vouches for all before it."""
    first, last = leaves[0], leaves[-1]
    return {
        "format": verifier.FORMAT,
        "covers": {"subject": first.place[0], "first": first.place[1], "last": last.place[1]},
        "events": [dict(leaf.event) for leaf in leaves],
        "inclusion": {"index": last.index, "proof": [step.hex() for step in proof]},
        "checkpoint": {
            "text": checkpoint.text,
            "signature": checkpoint.signature,
            "key_id": checkpoint.key_id,
        },
    }


class Fault(StrEnum):
    """What a comparison of a stored chain with the log can find."""

    GAP = "gap"  # a number of the chain is missing
    BENT = "bent"  # an event does not name the hash of the one before
    ALTERED = "altered"  # the stored hash is not the hash of the stored event
    REWRITTEN = "rewritten"  # the log holds another event at this place
    REMOVED = "removed"  # the log holds an event that the chain lacks
    PENDING = "pending"  # not in the log yet: no fault a moment after the act


@dataclass(frozen=True, slots=True)
class ChainFault:
    """A fault and the number of the event it concerns."""

    fault: Fault
    version: int


def faults(stored: Sequence[tuple[Event, str]], leaves: Sequence[Leaf]) -> list[ChainFault]:
    """Compare a stored chain (event and stored hash, oldest first) with what the log knows of it."""
    logged = {leaf.place[1]: leaf.hash for leaf in leaves}
    found, previous = [], verifier.GENESIS
    for number, (event, stored_hash) in enumerate(stored, start=1):
        found += [
            ChainFault(fault, event.version) for fault in _faults_of(event, stored_hash, number, previous)
        ]
        if logged.get(event.version, event.hash) != event.hash:
            found.append(ChainFault(Fault.REWRITTEN, event.version))
        elif event.version not in logged:
            found.append(ChainFault(Fault.PENDING, event.version))
        previous = event.hash
    present = {event.version for event, _ in stored}
    return found + [ChainFault(Fault.REMOVED, version) for version in sorted(logged.keys() - present)]


def _faults_of(event: Event, stored_hash: str, number: int, previous: str) -> list[Fault]:
    checks = {
        Fault.ALTERED: event.hash == stored_hash,
        Fault.GAP: event.version == number,
        Fault.BENT: event.previous == previous,
    }
    return [fault for fault, good in checks.items() if not good]
