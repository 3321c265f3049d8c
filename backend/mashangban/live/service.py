"""Tickets, connections, and telling people that something moved."""

import hashlib
import json
import secrets
from collections.abc import Iterable
from datetime import datetime

from mashangban.kernel.acts import system_act
from mashangban.kernel.settings import settings
from mashangban.live import repository
from mashangban.live.partners import connections
from mashangban.live.schemas import LiveTicket
from mashangban.live.terms import MOST_CONNECTIONS, TICKET_LASTS

ACTOR = "live_socket"


def open_ticket(person_id: str, at: datetime) -> LiveTicket:
    """A ticket for one connection: a browser can set no header when it connects."""
    secret, until = secrets.token_urlsafe(24), at + TICKET_LASTS
    repository.issue(_hash(secret), person_id, until)
    socket = settings().public_url.replace("http", "ws", 1)
    return LiveTicket(url=f"{socket}/live?ticket={secret}", valid_until=until)


def connect(secret: str, connection_id: str, at: datetime) -> bool:
    """Let a connection in by its ticket; whoever has too many loses the oldest."""
    person_id = repository.redeem(_hash(secret), at)
    if person_id is None:
        return False
    act = system_act(ACTOR, at)
    repository.keep(act, connection_id, person_id)
    for old in repository.connections_of(person_id)[:-MOST_CONNECTIONS]:
        connections.close(old)
        repository.drop(act, old)
    return True


def disconnect(connection_id: str, at: datetime) -> None:
    """A connection ended; the last word may be missing, then it expires or is found to be gone."""
    repository.drop(system_act(ACTOR, at), connection_id)


def tell(person_ids: Iterable[str], topic: str, number: int, at: datetime) -> None:
    """Say to whoever of these listens that `topic` has come to `number`. Never raises for a connection that broke."""
    text = json.dumps({"topic": topic, "number": number})
    for person_id in dict.fromkeys(person_ids):
        for connection_id in repository.connections_of(person_id):
            if not connections.say(connection_id, text):
                disconnect(connection_id, at)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
