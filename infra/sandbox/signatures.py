"""The request signature that signed partners share: HMAC-SHA256 over all that matters.

X-App-Id, X-Timestamp (epoch seconds), X-Request-Id (unique), X-Signature (hex)
text = METHOD \n path[?query] \n timestamp \n request id \n hex SHA-256 of the body
"""

import hashlib
import hmac
import time

from sandbox.store import Store

MAX_SKEW_SECONDS = 360


class RefusedError(Exception):
    """The request is not let in; carries the HTTP status and the partner's error code."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def sign(secret: str, method: str, target: str, timestamp: str, request_id: str, body: bytes) -> str:
    """Compute the signature of a request (hex)."""
    text = "\n".join((method.upper(), target, timestamp, request_id, hashlib.sha256(body).hexdigest()))
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()


def check(store: Store, app_id: str, secret: str, signed: "SignedRequest", clock_s: int = 0) -> None:
    """Let a request in once; RefusedError when key, signature, clock or request id is wrong. `clock_s`: how fast the
    clock here is."""
    expected = sign(secret, signed.method, signed.target, signed.timestamp, signed.request_id, signed.body)
    same = hmac.compare_digest(signed.signature.encode(), expected.encode())
    if not (same and signed.request_id and signed.app_id == app_id):
        raise RefusedError(401, "signature_invalid", "app id, request id or signature is wrong")
    now = time.time() + clock_s
    if not signed.timestamp.isdecimal() or abs(now - int(signed.timestamp)) > MAX_SKEW_SECONDS:
        raise RefusedError(401, "clock_skewed", f"timestamp is more than {MAX_SKEW_SECONDS} s away")
    # An id stays known for twice the window: a timestamp from the future edge replays no later than that.
    store.forget_before("request", now - 2 * MAX_SKEW_SECONDS)
    if not store.add("request", f"{app_id}/{signed.request_id}", {}):
        raise RefusedError(409, "request_replayed", "this request id was used before")


class SignedRequest:
    """The parts of a request that the signature covers."""

    def __init__(self, method: str, target: str, headers: "dict[str, str]", body: bytes) -> None:
        self.method, self.target, self.body = method, target, body
        self.app_id = headers.get("x-app-id", "")
        self.timestamp = headers.get("x-timestamp", "")
        self.request_id = headers.get("x-request-id", "")
        self.signature = headers.get("x-signature", "")
