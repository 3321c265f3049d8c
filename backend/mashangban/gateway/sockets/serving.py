"""The connections of one worker process. Each id names the process that has it, so that any other can reach it."""

import asyncio
import contextlib
import json
import secrets
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from mashangban.gateway.functions import FunctionError, Functions
from mashangban.gateway.receiving import Receive, Scope, Send
from mashangban.gateway.socket_routes import SocketRoutes
from mashangban.gateway.sockets.connection import MESSAGE_LIMIT, Connection
from mashangban.gateway.sockets.events import socket_event

GONE, TOO_LARGE = 410, 413
_REFUSED = 1008  # RFC 6455: policy violation
_PATIENCE_S = 5.0
OnThread = Callable[[Callable[[], Any]], Awaitable[Any]]


class Sockets:
    """Opens connections, hands what they say to the function of the route, and says to them what others send."""

    def __init__(self, routes: SocketRoutes, functions: Functions, on_thread: OnThread) -> None:
        self._routes = routes
        self._functions = functions
        self._on_thread = on_thread
        self._open: dict[str, Connection] = {}
        self._neighbours: asyncio.Server | None = None
        self._opening = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The life of one connection."""
        await receive()
        if scope["path"] != self._routes.path:
            await send({"type": "websocket.close", "code": _REFUSED})
            return
        connection = Connection(f"{await self._door():04x}{secrets.token_urlsafe(12)}", send)
        if await self._invoked("$connect", connection.id, scope) != 200:
            await send({"type": "websocket.close", "code": _REFUSED})
            return
        self._open[connection.id] = connection
        try:
            await send({"type": "websocket.accept"})
            while (text := await connection.heard(receive)) is not None:
                await self._invoked("$default", connection.id, scope, text)
        finally:
            del self._open[connection.id]
            await self._invoked("$disconnect", connection.id, scope)

    async def tell(self, connection_id: str, text: str | None) -> int:
        """Say something to a connection of any worker, or end it (None). The status of `@connections`."""
        if text is not None and len(text.encode()) > MESSAGE_LIMIT:
            return TOO_LARGE
        if connection_id in self._open:
            return await self._said(connection_id, text)
        try:
            return await asyncio.wait_for(_forwarded(connection_id, text), _PATIENCE_S)
        except (OSError, ValueError, TimeoutError):
            return GONE

    async def _said(self, connection_id: str, text: str | None) -> int:
        connection = self._open.get(connection_id)
        if connection is None:
            return GONE
        with contextlib.suppress(Exception):  # the server's own errors for a connection that just broke
            await (connection.close() if text is None else connection.say(text))
            return 200 if text is not None else 204
        return GONE

    async def _invoked(self, route: str, connection_id: str, scope: Scope, body: str | None = None) -> int:
        name = self._routes.functions.get(route)
        if name is None:
            return 200
        event = socket_event(route, connection_id, scope, body)
        try:
            answer = await self._on_thread(partial(self._functions.invoke, name, event))
        except FunctionError:
            return 500
        return int(answer["statusCode"])

    async def _door(self) -> int:
        """The port at which the other workers reach this one."""
        async with self._opening:
            if self._neighbours is None:
                self._neighbours = await asyncio.start_server(
                    self._asked, "127.0.0.1", 0, limit=4 * MESSAGE_LIMIT
                )
        port: int = self._neighbours.sockets[0].getsockname()[1]
        return port

    async def _asked(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, ValueError, KeyError):
            asked = json.loads(await reader.readline())
            writer.write(b"%d\n" % await self._said(asked["id"], asked["text"]))
            await writer.drain()
        writer.close()


async def _forwarded(connection_id: str, text: str | None) -> int:
    """The answer of the process that the id names. Raises OSError or ValueError where there is none any more."""
    reader, writer = await asyncio.open_connection("127.0.0.1", int(connection_id[:4], 16))
    try:
        writer.write(json.dumps({"id": connection_id, "text": text}).encode() + b"\n")
        await writer.drain()
        return int(await reader.readline())
    finally:
        writer.close()
