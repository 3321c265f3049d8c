"""The object store under this server's own address, so that presigned links work from a phone.

Nothing is trusted here: the object store checks every signature itself (see `engines.objects`).
"""

from collections.abc import AsyncIterator

import httpx

from mashangban.gateway.events import plain
from mashangban.gateway.receiving import Receive, Scope, Send, TooLargeError, body_parts
from mashangban.gateway.sending import send_answer

OBJECT_LIMIT = 64 * 1024 * 1024
"""Bytes of one object; the local object store holds objects in memory."""

# RFC 9110, section 7.6.1: these belong to one connection only.
_HOP_BY_HOP = frozenset(
    (b"connection", b"keep-alive", b"proxy-connection", b"te", b"trailer", b"transfer-encoding", b"upgrade")
)


class ObjectProxy:
    """Passes requests on byte for byte, Host included, since the signature covers it."""

    def __init__(self, base: str) -> None:
        self._base = httpx.URL(base)
        self._client = httpx.AsyncClient(timeout=httpx.Timeout(30, connect=2), trust_env=False)
        self._client.headers.clear()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request for an object."""
        try:
            upstream = await self._client.send(self._request(scope, receive), stream=True)
        except TooLargeError:
            return await send_answer(send, plain(413, "Request Entity Too Large"), scope["method"])
        except ConnectionResetError:
            return None
        except httpx.TransportError:
            return await send_answer(send, plain(502, "Bad Gateway"), scope["method"])
        try:
            await _pass_back(upstream, send)
        finally:
            await upstream.aclose()

    def _request(self, scope: Scope, receive: Receive) -> httpx.Request:
        target = scope["raw_path"] + (b"?" + scope["query_string"] if scope["query_string"] else b"")
        headers = [(name, value) for name, value in scope["headers"] if name.lower() not in _HOP_BY_HOP]
        sized = any(name in (b"content-length", b"transfer-encoding") for name, _ in scope["headers"])
        content: AsyncIterator[bytes] | None = body_parts(scope, receive, OBJECT_LIMIT) if sized else None
        url = self._base.copy_with(raw_path=target)
        return self._client.build_request(scope["method"], url, headers=headers, content=content)


async def _pass_back(upstream: httpx.Response, send: Send) -> None:
    headers = [(n.lower(), v) for n, v in upstream.headers.raw if n.lower() not in _HOP_BY_HOP]
    await send({"type": "http.response.start", "status": upstream.status_code, "headers": headers})
    async for part in upstream.aiter_raw():
        await send({"type": "http.response.body", "body": part, "more_body": True})
    await send({"type": "http.response.body", "body": b""})
