"""Speaking to an outside partner over HTTP: signed, with time limits, and with errors a person can understand.

The signature is HMAC-SHA256 over method, target, time, request id and body digest (docs/sandbox.md); a user name in
the partner's address (`https://app-id@host`) is the app id it gave us.
"""

import hashlib
import hmac
import json
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import urllib3

from mashangban.kernel import ids
from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.secret_store import secret

APP_ID = "mashangban"
MAX_SKEW_SECONDS = 360
_NOT_LET_IN = 401
log = logging.getLogger(__name__)
# Its debug log holds whole addresses, and WeChat wants its secret in one.
logging.getLogger("urllib3.connectionpool").setLevel(logging.INFO)
_LIMITS = urllib3.Timeout(connect=2, read=5)


class PartnerRefusal(Exception):
    """The partner understood and said no (4xx); `code` is its own word for it. A try with the same input is vain."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(f"{status} {code}")
        self.status, self.code = status, code


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner by its address (None: this function may not call it) and the name of the secret shared with it."""

    url: str | None
    secret_name: str

    @property
    def app_id(self) -> str:
        return urlsplit(self.url or "").username or APP_ID

    @property
    def key(self) -> str:
        return secret(self.secret_name).decode().strip()

    def post_signed(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Send once and return the JSON answer. Raises PartnerUnavailable (also when its answer got lost) or
        PartnerRefusal. A repeat is the caller's: it carries the business key, the request id is always new."""
        raw = json.dumps(body, ensure_ascii=False).encode()
        return self.request("POST", path, raw, self._signature("POST", path, raw))

    def request(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """Send without a signature (partners with a manner of their own)."""
        content = {"Content-Type": "application/json"} if body is not None else {}
        try:
            answer = _pool().request(
                method, self._base() + path, body=body, headers={**content, **(headers or {})}, retries=False
            )
            value = json.loads(answer.data) if answer.data else {}
        except (urllib3.exceptions.HTTPError, ValueError) as silent:
            raise PartnerUnavailable() from silent
        return _judged(answer.status, value)

    def has_signed(
        self, method: str, target: str, headers: Callable[[str], str | None], body: bytes, at: datetime
    ) -> bool:
        """Whether a callback is this partner's own and fresh: signed as our requests are, at most six minutes old.

        `target` is path with query, `headers` looks one up by name. A request id may come once: the caller sees to it.
        """
        names = ("x-app-id", "x-timestamp", "x-request-id", "x-signature")
        app_id, timestamp, request_id, given = (headers(name) or "" for name in names)
        expected = self._mac(method, target, timestamp, request_id, body)
        if (
            not request_id
            or app_id != self.app_id
            or not hmac.compare_digest(given.encode(), expected.encode())
        ):
            return False
        fresh = timestamp.isascii() and timestamp.isdecimal() and len(timestamp) < 12
        return fresh and abs(at.timestamp() - int(timestamp)) <= MAX_SKEW_SECONDS

    def _base(self) -> str:
        parts = urlsplit(self.url or "")
        if not parts.hostname:
            raise PartnerUnavailable()
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path.rstrip('/')}"

    def _signature(self, method: str, path: str, body: bytes) -> dict[str, str]:
        timestamp, request_id = str(int(time.time())), ids.new_id()
        target = urlsplit(self.url or "").path.rstrip("/") + path
        return {
            "X-App-Id": self.app_id,
            "X-Timestamp": timestamp,
            "X-Request-Id": request_id,
            "X-Signature": self._mac(method, target, timestamp, request_id, body),
        }

    def _mac(self, method: str, target: str, timestamp: str, request_id: str, body: bytes) -> str:
        text = "\n".join((method, target, timestamp, request_id, hashlib.sha256(body).hexdigest()))
        return hmac.new(self.key.encode(), text.encode(), hashlib.sha256).hexdigest()


def _judged(status: int, value: Any) -> dict[str, Any]:
    """5xx, 429 and 401 are worth another try later, any other 4xx is not.

    401 says nothing of what was asked: our key or one of two clocks is wrong, which somebody here must mend.
    """
    if status == _NOT_LET_IN:
        log.error("a partner does not let us in: %s", value.get("code") if isinstance(value, dict) else "")
    if status >= 500 or status in (_NOT_LET_IN, 429) or not isinstance(value, dict):
        raise PartnerUnavailable()
    if status >= 400:
        raise PartnerRefusal(status, str(value.get("code", "")))
    return value


@cache
def _pool() -> urllib3.PoolManager:
    return urllib3.PoolManager(timeout=_LIMITS, maxsize=32)
