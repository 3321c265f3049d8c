"""Access tokens: EdDSA JWT (RFC 7519, RFC 8037) that carry person, session and epoch, never roles."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from jwt.utils import base64url_decode

from mashangban.kernel.errors import TokenExpired, Unauthenticated
from mashangban.kernel.secret_store import secret

ISSUER = "mashangban"
AUDIENCE = "mashangban-api"
LIFETIME = timedelta(minutes=15)
_REQUIRED = ["exp", "iat", "iss", "aud", "sub", "sid", "epoch"]


@dataclass(frozen=True, slots=True)
class Claims:
    """What a token proves: which person, which session, which generation of that session's rights."""

    person_id: str
    session_id: str
    epoch: int


def issue(claims: Claims, at: datetime) -> str:
    """A token good for LIFETIME. Only the identity function holds the signing key."""
    kid, key = _signing_key()
    payload = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "iat": at,
        "exp": at + LIFETIME,
        "sub": claims.person_id,
        "sid": claims.session_id,
        "epoch": claims.epoch,
    }
    return jwt.encode(payload, key, algorithm="EdDSA", headers={"kid": kid})


def read(token: str) -> Claims:
    """The claims of a valid token. Raises TokenExpired or Unauthenticated.

    When it was issued is not compared with the time here: of two machines' clocks one is ahead, and whoever has just
    signed in would be thrown out by the other.
    """
    try:
        _require_one_spelling(token)
        payload = jwt.decode(
            token,
            _public_keys()[_kid(token)],
            algorithms=["EdDSA"],
            issuer=ISSUER,
            audience=AUDIENCE,
            options={"require": _REQUIRED, "verify_iat": False},
        )
        return Claims(str(payload["sub"]), str(payload["sid"]), int(payload["epoch"]))
    except jwt.ExpiredSignatureError as expired:
        raise TokenExpired() from expired
    except (jwt.InvalidTokenError, KeyError, ValueError, TypeError, RecursionError) as refused:
        raise Unauthenticated() from refused


def _kid(token: str) -> Any:
    """The name of the key, from the first part alone: PyJWT takes the whole token apart for it, and again to verify it.

    Nothing is believed yet: a wrong name finds no key, or one that does not fit the signature.
    """
    return json.loads(base64url_decode(token.partition(".")[0]))["kid"]


def _require_one_spelling(token: str) -> None:
    """PyJWT refuses spare bits in the last letter of a part but takes padding: then several texts were one token."""
    if "=" in token:
        raise ValueError("not canonical base64url")


@cache
def _signing_key() -> tuple[str, Any]:
    value = json.loads(secret("jwt-signing-key"))
    return value["kid"], load_pem_private_key(value["pem"].encode(), password=None)


@cache
def _public_keys() -> dict[str, Any]:
    """The JSON Web Key Set by `kid`; during a key change it holds the old and the new key."""
    keys = json.loads(secret("jwt-public-keys"))["keys"]
    return {key["kid"]: jwt.PyJWK(key, algorithm="EdDSA").key for key in keys}
