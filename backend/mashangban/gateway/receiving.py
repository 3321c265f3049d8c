"""Reading a request body from an ASGI server, never more of it than is allowed."""

from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class TooLargeError(Exception):
    """The body is longer than the limit."""


async def body_parts(scope: Scope, receive: Receive, limit: int) -> AsyncIterator[bytes]:
    """The body in the pieces in which it comes. Raises TooLargeError at the first byte beyond the limit."""
    if _declared_length(scope) > limit:
        raise TooLargeError
    seen = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ConnectionResetError("the client went away")
        part: bytes = message.get("body", b"")
        seen += len(part)
        if seen > limit:
            raise TooLargeError
        yield part
        if not message.get("more_body"):
            return


def _declared_length(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else 0
    return 0


async def whole_body(scope: Scope, receive: Receive, limit: int) -> bytes:
    """The whole body in memory."""
    return b"".join([part async for part in body_parts(scope, receive, limit)])
