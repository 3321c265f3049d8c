"""What every peer does alike: the wire shapes, the token, the permission. No cache that the product has not."""

import hashlib
import json
import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import jwt
from pydantic import BaseModel, ConfigDict, Field

REQUIRED = ["exp", "iat", "iss", "aud", "sub", "sid", "epoch"]
ROLES = frozenset({"person"})
KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")


class PeriodKind(StrEnum):
    FIXED = "fixed"
    TASK = "task"


class Schema(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, from_attributes=True)


class Period(Schema):
    kind: PeriodKind
    start: date
    end: date | None = None


class Certificate(Schema):
    number: str = Field(min_length=6, max_length=40, pattern=r"^[A-Za-z0-9\u4e00-\u9fff()（）-]+$")
    valid_until: date


class Application(Schema):
    code: str = Field(min_length=20, max_length=60)
    trade_code: str = Field(pattern=r"^\d{3}$")
    period: Period
    training_confirmed: bool
    certificate: Certificate | None = None


class Done(Schema):
    id: str
    number: str
    state: str
    state_label: str
    version: int


# Storage is stubbed: the session that a read would give, the answer that the act would give.
SESSION = {"person_id": "p1", "epoch": 1, "roles": frozenset({"person"}), "real_name": True}
DONE = Done(id="c1", number="HT2026110000017", state="offered", state_label="待签字", version=1)


class Refused(Exception):
    """Not signed in, or not allowed."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def load_keys(folder: str) -> dict[str, Any]:
    """The public keys by `kid`."""
    keys = json.loads((Path(folder) / "jwt-public-keys").read_text())["keys"]
    return {key["kid"]: jwt.PyJWK(key, algorithm="EdDSA").key for key in keys}


def authenticate(header: str | None, keys: dict[str, Any]) -> dict[str, Any]:
    """The claims of the bearer token. Raises Refused."""
    scheme, _, token = (header or "").partition(" ")
    if scheme.lower() != "bearer" or not token or "=" in token:
        raise Refused(401)
    try:
        kid = jwt.get_unverified_header(token).get("kid", "")
        claims: dict[str, Any] = jwt.decode(
            token, keys[kid], algorithms=["EdDSA"], issuer="mashangban", audience="mashangban-api",
            options={"require": REQUIRED},
        )  # fmt: skip
    except (jwt.InvalidTokenError, KeyError) as refused:
        raise Refused(401) from refused
    return claims


def submission(headers: Any, path: str, body: bytes) -> str:
    """What a repeated submission is recognised by: the phone's key and the digest of what it sent. Raises Refused."""
    key = headers.get("idempotency-key")
    if key is None or not KEY.fullmatch(key):
        raise Refused(400)
    return hashlib.sha256(path.encode() + b"\0" + body).hexdigest()


def authorise(claims: dict[str, Any], session: dict[str, Any]) -> None:
    """The session lives, is of this epoch and holds the permission. Raises Refused."""
    if session["person_id"] != claims["sub"] or session["epoch"] != claims["epoch"]:
        raise Refused(401)
    if not session["roles"] & ROLES or not session["real_name"]:
        raise Refused(403)
