"""One port for everything: functions behind an HTTP API, the browser app, objects, health."""

import asyncio
import contextlib
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from mashangban.gateway.children import die_with_parent
from mashangban.gateway.events import (
    INVOCATION_LIMIT,
    REQUEST_LIMIT,
    Answer,
    Request,
    decoded_path,
    make_answer,
    make_event,
    plain,
)
from mashangban.gateway.functions import FunctionError, Functions
from mashangban.gateway.health import health
from mashangban.gateway.proxy import ObjectProxy
from mashangban.gateway.receiving import Receive, Scope, Send, TooLargeError, whole_body
from mashangban.gateway.routing import Match, Router
from mashangban.gateway.sending import send_answer
from mashangban.gateway.settings import ROOT, LocalSettings, local_settings
from mashangban.gateway.sockets.connection import MESSAGE_LIMIT
from mashangban.gateway.sockets.management import PREFIX, managed
from mashangban.gateway.sockets.serving import Sockets
from mashangban.gateway.static import Site, file_answer
from mashangban.gateway.template import Template, read_template

INTEGRATION_LIMIT_S = 30.0
"""How long an HTTP API waits for a function."""
_THREADS = 24
T = TypeVar("T")


class Application:
    """The ASGI application of one worker process. Handlers block, so each request runs on a thread."""

    def __init__(self, settings: LocalSettings, template: Template) -> None:
        self._settings = settings
        self._router = Router(template)
        self._functions = Functions(template)
        self._functions.load(template.served)
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="function")
        self._site = Site(ROOT / "miniprogram" / "dist" / "build" / "h5", template.content_policy)
        self._bucket = f"/{os.environ['OBJECTS_BUCKET']}/".encode()
        self._objects = ObjectProxy(os.environ["AWS_ENDPOINT_URL_S3"])
        self._sockets = Sockets(template.sockets, self._functions, self._on_thread)
        self._management = template.sockets.path + PREFIX

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one HTTP request, or keeps one connection."""
        if scope["type"] == "websocket":
            await self._sockets(scope, receive, send)
            return
        if scope["raw_path"].startswith(self._bucket) or scope["raw_path"] == self._bucket[:-1]:
            await self._objects(scope, receive, send)
            return
        with contextlib.suppress(ConnectionResetError):
            await send_answer(send, await self._answer(scope, receive), scope["method"])

    async def _answer(self, scope: Scope, receive: Receive) -> Answer:
        try:
            path = decoded_path(scope["raw_path"])
        except UnicodeDecodeError:
            return plain(400, "Bad Request")
        if path.startswith(self._management):
            return await self._managed(scope, receive, path)
        # The template routes /console/ and /console to the same function; here they are one address.
        called = path.rstrip("/")
        match = self._router.match(called)
        if match is None:
            return await self._on_thread(partial(self._own_answer, scope, path))
        try:
            body = await whole_body(scope, receive, REQUEST_LIMIT)
        except TooLargeError:
            return plain(413, "Request Entity Too Large")
        return await self._call(_request(scope, body, self._settings.port), match, called)

    async def _managed(self, scope: Scope, receive: Receive, path: str) -> Answer:
        try:
            body = await whole_body(scope, receive, MESSAGE_LIMIT + 1)
        except TooLargeError:
            return plain(413, "Request Entity Too Large")
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        url = f"http://{headers.get('host', '')}{scope['raw_path'].decode('latin-1')}"
        return await managed(self._sockets, scope["method"], path, headers, body, url)

    async def _call(self, request: Request, match: Match, path: str) -> Answer:
        limit = min(match.function.timeout_s, INTEGRATION_LIMIT_S)
        try:
            async with asyncio.timeout(limit):
                return await self._on_thread(partial(self._invoke, request, match, path))
        except TimeoutError:
            # A thread can't be ended as Lambda ends a function; the caller gets the same answer all the same.
            print(
                f"{match.function.name}: {request.method} {path} took longer than {limit:.0f} s", flush=True
            )
            own = match.function.timeout_s < INTEGRATION_LIMIT_S
            return plain(500, "Internal Server Error") if own else plain(503, "Service Unavailable")

    def _invoke(self, request: Request, match: Match, path: str) -> Answer:
        event = make_event(request, match, path)
        if event["body"] is not None and len(event["body"]) > INVOCATION_LIMIT:
            return plain(413, "Request Entity Too Large")
        try:
            return make_answer(self._functions.invoke(match.function.name, event))
        except FunctionError:
            return plain(500, "Internal Server Error")

    def _own_answer(self, scope: Scope, path: str) -> Answer:
        if path == "/healthz":
            return health(self._settings)
        given = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        encodings, known = given.get("accept-encoding", ""), given.get("if-none-match", "")
        if path == "/v1/openapi.json":
            file = ROOT / "docs" / "openapi.json"
            return (
                file_answer(file, encodings, known, "no-cache") if file.exists() else plain(404, "Not Found")
            )
        if path.startswith("/v1/"):
            return plain(404, "Not Found")
        return self._site.answer(scope["method"], scope["raw_path"].decode("latin-1"), encodings, known)

    async def _on_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)


def _request(scope: Scope, body: bytes, port: int) -> Request:
    return Request(
        method=scope["method"],
        raw_path=scope["raw_path"],
        query=scope["query_string"],
        headers=scope["headers"],
        body=body,
        client=scope["client"][0] if scope["client"] else "127.0.0.1",
        host_port=port,
    )


def application() -> Application:
    """The application of a worker process; called once by the web server."""
    die_with_parent()
    settings = local_settings()
    return Application(settings, read_template(settings.template, settings.public_url))
