"""What a partner sends back later: signed POSTs, tried again for a while, twice if the fault asks."""

import json
import queue
import threading
import time
import uuid
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import urllib3

from sandbox.keys import Key
from sandbox.signatures import sign

WAITS_SECONDS = (0.0, 1.0, 5.0, 30.0)


@dataclass(frozen=True, slots=True)
class Callback:
    """One message to the platform; sending it twice sends the same body with another request id."""

    url: str
    key: Key
    body: dict[str, Any]


class Callbacks:
    """Sends callbacks in order from one thread; a target that stays silent is given up after four tries."""

    def __init__(self) -> None:
        self._queue: queue.Queue[Callback | None] = queue.Queue()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="callbacks", daemon=True)
        self._thread.start()

    def send(self, callback: Callback, twice: bool = False) -> None:
        """Queue a callback."""
        for _ in range(2 if twice else 1):
            self._queue.put(callback)

    def close(self) -> None:
        """Stop; what is still queued is dropped."""
        self._stopping.set()
        self._queue.put(None)
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while (callback := self._queue.get()) is not None:
            for wait in WAITS_SECONDS:
                if self._stopping.wait(wait) or _post(callback):
                    break


def _post(callback: Callback) -> bool:
    body = json.dumps(callback.body, ensure_ascii=False).encode()
    parts, timestamp, request_id = urlsplit(callback.url), str(int(time.time())), str(uuid.uuid4())
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    headers = {
        "Content-Type": "application/json",
        "X-App-Id": callback.key.app_id,
        "X-Timestamp": timestamp,
        "X-Request-Id": request_id,
        "X-Signature": sign(callback.key.secret, "POST", target, timestamp, request_id, body),
    }
    try:
        answer = urllib3.request("POST", callback.url, body=body, headers=headers, timeout=10, retries=False)
    except urllib3.exceptions.HTTPError:
        return False
    return 200 <= answer.status < 300
