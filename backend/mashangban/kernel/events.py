"""Events: every change of state appends one to its subject's hash chain, in the act's own transaction.

The same item is audit event and outbox: `messages` are what the act asks of other rooms; the table's stream carries
them there. The Merkle log's leaf is `hash`, salted, so that it tells nothing about a person.
"""

import hashlib
import json
import os
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from mashangban.kernel import clock, crypto, ids
from mashangban.kernel.acts import Act

GENESIS = "0" * 64
EVENT_PREFIX = "EVENT#"


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing an event is about: `contract`, its id, and the table's partition it lives in."""

    kind: str
    id: str

    @property
    def pk(self) -> str:
        return f"{self.kind.upper()}#{self.id}"


class Chained(Protocol):
    """A value with a chain of its own; a new one has version 0."""

    @property
    def subject(self) -> Subject: ...
    @property
    def version(self) -> int: ...
    @property
    def chain(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Message:
    """What an act tells another room: `to` is its table's name, `body` travels encrypted.

    What several rooms shall know is one message: the others stand in `also`, and the event holds it once.
    """

    to: str
    kind: str
    body: Mapping[str, Any]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One link of a subject's chain. `data` holds no personal data; `actor` and ids are opaque."""

    id: str
    type: str
    subject: Subject
    version: int
    actor: str
    role: str
    at: datetime
    data: Mapping[str, Any]
    salt: str
    previous: str
    messages: tuple[Message, ...] = field(default=(), compare=False)

    @property
    def hash(self) -> str:
        """SHA-256 over the canonical JSON of everything but the messages (see docs/verify.md)."""
        return hashlib.sha256(canonical(self.leaf()).encode()).hexdigest()

    def leaf(self) -> dict[str, Any]:
        """What the hash covers and a receipt shows."""
        return {
            "id": self.id,
            "type": self.type,
            "subject": f"{self.subject.kind}:{self.subject.id}",
            "version": self.version,
            "actor": self.actor,
            "role": self.role,
            "at": clock.to_text(self.at),
            "data": self.data,
            "salt": self.salt,
            "previous": self.previous,
        }


def canonical(value: Any) -> str:
    """One text for one value: keys sorted, no spaces, UTF-8 as it is (RFC 8785 for our integers and strings).

    Fractions have no one text that every language writes alike, so an event must not hold them (messages may).
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def happened(
    act: Act,
    kind: str,
    subject: Subject,
    data: Mapping[str, Any] | None = None,
    *,
    messages: tuple[Message, ...] = (),
    role: str = "person",
    version: int = 1,
    previous: str = GENESIS,
) -> Event:
    """The event of an act. `version` and `previous` come from the subject's item; a new subject starts its chain.

    Raises ValueError for a fraction in `data`: no receipt could ever be verified.
    """
    _refuse_fractions(data or {})
    return Event(
        id=ids.new_id(act.at),
        type=kind,
        subject=subject,
        version=version,
        actor=act.actor.person_id,
        role=role,
        at=act.at,
        data=dict(data or {}),
        salt=b64encode(os.urandom(12)).decode(),
        previous=previous,
        messages=messages,
    )


def following(
    act: Act,
    kind: str,
    one: Chained,
    role: str,
    data: Mapping[str, Any] | None = None,
    messages: tuple[Message, ...] = (),
) -> Event:
    """The event that follows what `one` has behind it: the next link of its chain."""
    return happened(
        act,
        kind,
        one.subject,
        data,
        messages=messages,
        role=role,
        version=one.version + 1,
        previous=one.chain,
    )


def _refuse_fractions(value: Any) -> None:
    if isinstance(value, float):
        raise ValueError("an event holds whole numbers and text only")
    for inner in (
        value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    ):
        _refuse_fractions(inner)


def to_item(event: Event) -> dict[str, Any]:
    """The DynamoDB item of an event."""
    leaf = event.leaf()
    texts = {name: leaf[name] for name in ("type", "subject", "actor", "role", "at", "salt", "previous")}
    return {
        "PK": {"S": event.subject.pk},
        "SK": {"S": f"{EVENT_PREFIX}{event.version:08d}"},
        "kind": {"S": "event"},
        "event_id": {"S": event.id},
        "version": {"N": str(event.version)},
        "data": {"S": canonical(event.data)},
        "hash": {"S": event.hash},
        "messages": {"S": json.dumps([_seal(event, n, m) for n, m in enumerate(event.messages)])},
        **{name: {"S": value} for name, value in texts.items()},
    }


def from_item(item: Mapping[str, Any]) -> Event:
    """The event of a DynamoDB item (also of a stream image)."""
    kind, _, identity = item["subject"]["S"].partition(":")
    return Event(
        id=item["event_id"]["S"],
        type=item["type"]["S"],
        subject=Subject(kind, identity),
        version=int(item["version"]["N"]),
        actor=item["actor"]["S"],
        role=item["role"]["S"],
        at=clock.from_text(item["at"]["S"]),
        data=json.loads(item["data"]["S"]),
        salt=item["salt"]["S"],
        previous=item["previous"]["S"],
        messages=(),
    )


def letters(item: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The sealed messages of an event item: `to`, `also`, `kind`, `body`, `context`."""
    found: list[dict[str, Any]] = json.loads(item["messages"]["S"])
    event_id = item["event_id"]["S"]
    return [{"context": _context(event_id, n, one["to"])} | one for n, one in enumerate(found)]


def _seal(event: Event, number: int, message: Message) -> dict[str, Any]:
    body = crypto.seal(canonical(message.body), _context(event.id, number, message.to))
    copies = {"also": list(message.also)} if message.also else {}
    return {"to": message.to, "kind": message.kind, "body": body, **copies}


def _context(event_id: str, number: int, to: str) -> str:
    return f"message|{event_id}|{number}|{to}"
