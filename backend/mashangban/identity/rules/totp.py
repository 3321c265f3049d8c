"""One-time codes of an authenticator app: RFC 6238 over RFC 4226 (HMAC-SHA1, 6 digits, 30 s)."""

import base64
import hashlib
import hmac
import secrets
from datetime import datetime
from urllib.parse import quote, urlencode

STEP_SECONDS = 30
DIGITS = 6
# One step to either side forgives a slow thumb or a clock half a minute off (RFC 6238, 5.2).
DRIFT = 1


def new_secret() -> str:
    """160 random bits in base 32, as authenticator apps take them (RFC 4226, 4 R6)."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def code_at(secret: str, step: int) -> str:
    """The code of one 30-second step."""
    digest = hmac.new(base64.b32decode(secret), step.to_bytes(8), hashlib.sha1).digest()
    offset = digest[-1] & 0x0F
    number = int.from_bytes(digest[offset : offset + 4]) & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def step_of(moment: datetime) -> int:
    """The number of the 30-second step an instant lies in."""
    return int(moment.timestamp()) // STEP_SECONDS


def accepted_step(secret: str, code: str, at: datetime, last_used: int) -> int | None:
    """The step whose code this is, if it lies after the last used one: a code works once (RFC 6238, 5.2)."""
    now, found = step_of(at), None
    for step in range(now - DRIFT, now + DRIFT + 1):
        same = hmac.compare_digest(code_at(secret, step).encode(), code.encode())
        if same and step > last_used:
            found = step
    return found


def was_good(secret: str, code: str, at: datetime) -> bool:
    """Whether the code would be good now, had nobody used it yet."""
    return accepted_step(secret, code, at, last_used=0) is not None


def provisioning_uri(secret: str, username: str, issuer: str = "码上办") -> str:
    """What the authenticator's QR code holds."""
    query = urlencode({"secret": secret, "issuer": issuer, "period": STEP_SECONDS, "digits": DIGITS})
    return f"otpauth://totp/{quote(issuer)}:{quote(username)}?{query}"
