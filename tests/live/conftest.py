"""The live floor on the real engine, with a stand-in for the WebSocket API that notes what is sent to connections."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

import pytest

from mashangban.kernel.settings import settings
from mashangban.live.partners import connections


class Gateway:
    """Which connections are over, and what was said to the others or done to them."""

    def __init__(self) -> None:
        self.over: set[str] = set()
        self.said: list[tuple[str, str]] = []
        self.ended: list[str] = []


@pytest.fixture
def gateway(tables: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gateway]:
    seen = Gateway()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Door,), {"seen": seen}))
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    speak_to(f"http://127.0.0.1:{server.server_port}/live", monkeypatch)
    yield seen
    server.shutdown()
    server.server_close()
    monkeypatch.undo()
    forget()


class Door(BaseHTTPRequestHandler):
    """The wire of `@connections`."""

    seen: Gateway

    def do_POST(self) -> None:
        one = unquote(self.path).rpartition("/")[2]
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if one not in self.seen.over:
            self.seen.said.append((one, text))
        self._answer(410 if one in self.seen.over else 200)

    def do_DELETE(self) -> None:
        self.seen.ended.append(unquote(self.path).rpartition("/")[2])
        self._answer(204)

    def _answer(self, status: int) -> None:
        self.send_response(status)
        if status == 410:
            self.send_header("x-amzn-errortype", "GoneException")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


def speak_to(url: str, patch: pytest.MonkeyPatch) -> None:
    """Let the floor send to this address."""
    patch.setenv("LIVE_API_URL", url)
    forget()


def forget() -> None:
    for cached in (settings, connections._client):
        cached.cache_clear()
