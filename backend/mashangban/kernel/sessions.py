"""Who is calling: a token or a cookie names a session, one strongly consistent read says what it may do now.

Identity writes the session item; everyone reads it here. Sign-out, a lost role and expiry act on the next request.
"""

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mashangban.kernel import tokens
from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import TokenExpired, Unauthenticated
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from mashangban.kernel.settings import Table

IDENTITY = Table("identity")


@dataclass(frozen=True, slots=True)
class Session:
    """A live session. `secret_hash` and `csrf` exist for console sessions only. Times are aware, UTC."""

    id: str
    person_id: str
    epoch: int
    grants: tuple[tuple[Grant, datetime | None], ...]
    real_name: bool
    label: str
    ends_at: datetime
    secret_hash: str | None = None
    csrf: str | None = None

    def principal(self, at: datetime) -> Principal:
        """The person with the grants that are in force at `at`."""
        held = tuple(grant for grant, until in self.grants if until is None or at < until)
        return Principal(self.person_id, self.id, held, self.real_name, self.label)


def session_pk(session_id: str) -> str:
    """The partition a session lives in."""
    return f"SESSION#{session_id}"


def grants_to_text(grants: list[tuple[Grant, datetime | None]]) -> str:
    """How identity stores grants on the session item."""
    return json.dumps([[g.role.value, str(g.scope), u and u.isoformat()] for g, u in grants])


def from_bearer(header: str | None, at: datetime) -> Principal:
    """The caller of an API request. Raises Unauthenticated or TokenExpired."""
    scheme, _, token = (header or "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unauthenticated()
    claims = tokens.read(token)
    session = read(claims.session_id, at)
    if session is None or session.person_id != claims.person_id:
        raise Unauthenticated()
    if session.epoch != claims.epoch:
        raise TokenExpired()  # rights changed since it was issued: the client refreshes and goes on
    return session.principal(at)


def from_cookie(value: str | None, at: datetime) -> Session:
    """The console session of a `<id>.<secret>` cookie. Raises Unauthenticated."""
    session_id, _, secret = (value or "").partition(".")
    session = read(session_id, at) if session_id and secret else None
    if session is None or session.secret_hash is None:
        raise Unauthenticated()
    if not hmac.compare_digest(session.secret_hash, hashlib.sha256(secret.encode()).hexdigest()):
        raise Unauthenticated()
    return session


def read(session_id: str, at: datetime) -> Session | None:
    """The session if it still lives at `at` (one consistent read, 1 RCU)."""
    key = {"PK": {"S": session_pk(session_id)}, "SK": {"S": "SESSION"}}
    item = client().get_item(TableName=IDENTITY.physical, Key=key, ConsistentRead=True).get("Item")
    session = _from_item(session_id, item) if item else None
    return session if session and at < session.ends_at else None


def _from_item(session_id: str, item: dict[str, Any]) -> Session:
    return Session(
        id=session_id,
        person_id=item["person_id"]["S"],
        epoch=int(item["epoch"]["N"]),
        grants=tuple(_grant(entry) for entry in json.loads(item["grants"]["S"])),
        real_name=item["real_name"]["BOOL"],
        label=item.get("label", {}).get("S", ""),
        ends_at=datetime.fromisoformat(item["ends_at"]["S"]),
        secret_hash=item.get("secret_hash", {}).get("S"),
        csrf=item.get("csrf", {}).get("S"),
    )


def _grant(entry: list[str | None]) -> tuple[Grant, datetime | None]:
    role, scope, until = entry
    grant = Grant(Role(str(role)), Scope.parse(str(scope)))
    return grant, datetime.fromisoformat(until) if until else None
