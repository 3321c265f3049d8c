"""A short way to the test worker's own engine. botocore's HTTP client and its signature, which the engine wants to see
and does not read, are more than half of what a call costs; they are proved where a whole stack runs.
"""

import socket
from collections import defaultdict, deque
from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.exceptions import ConnectionClosedError
from botocore.handlers import disable_signing

_UNREAD = (
    "POST / HTTP/1.1\r\nHost: engine\r\nX-Amz-Date: 20260101T000000Z\r\nAuthorization: AWS4-HMAC-SHA256 "
    "Credential=test/20260101/cn-north-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0\r\n"
)
_PATIENCE_S = 30.0


_idle: defaultdict[str, deque["_Line"]] = defaultdict(deque)


def take(client: Any, url: str) -> None:
    """Lets a botocore client of the engine at `url` go the short way; its retries stay what they are."""
    service = client.meta.service_model.service_id.hyphenize()
    client.meta.events.register(f"choose-signer.{service}", disable_signing)
    client.meta.events.register(f"before-send.{service}", partial(_ask, url))


def close(url: str) -> None:
    """Hangs up, before the engine is stopped."""
    for line in _idle.pop(url, ()):
        line.close()


def _ask(url: str, request: AWSPreparedRequest, **_: Any) -> AWSResponse:
    line = _line(url)
    try:
        answer = line.ask(request)
    except (OSError, IndexError) as broken:
        line.close()
        raise ConnectionClosedError(endpoint_url=url, error=broken) from broken
    _idle[url].append(line)
    return answer


def _line(url: str) -> "_Line":
    try:
        return _idle[url].pop()
    except IndexError:
        return _Line(url)


class _Answer(AWSResponse):
    """An answer that is read already."""

    def __init__(self, url: str, status: int, headers: Mapping[str, str], content: bytes) -> None:
        super().__init__(url, status, headers, None)  # type: ignore[arg-type]  # it takes any mapping
        self._content = content


class _Line:
    """One connection, kept from call to call."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._socket = socket.create_connection((str(parts.hostname), int(parts.port or 80)), _PATIENCE_S)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._answers = self._socket.makefile("rb")

    def ask(self, request: AWSPreparedRequest) -> AWSResponse:
        told = "".join(f"{name}: {_text(value)}\r\n" for name, value in request.headers.items())
        assert isinstance(request.body, bytes)
        self._socket.sendall(f"{_UNREAD}{told}\r\n".encode() + request.body)
        status, headers = int(self._answers.readline().split()[1]), {}
        while line := self._answers.readline().decode("latin-1").strip():
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        return _Answer(request.url, status, headers, self._answers.read(int(headers["content-length"])))

    def close(self) -> None:
        self._answers.close()
        self._socket.close()


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value
