"""A real object store for the tests of files, and a scanner that can be told what to say."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.files.phone import Phone


@pytest.fixture
def store(object_store: str, tables: str) -> str:
    """Let the product speak to engine and store."""
    return object_store


class Scanner(ThreadingHTTPServer):
    """A scanner of the agreed interface; `says` is its next answers."""

    says: dict[str, object]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Answer(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        scanner = self.server
        assert isinstance(scanner, Scanner)
        self.rfile.read(int(self.headers["Content-Length"]))
        body = json.dumps(scanner.says).encode()
        self.send_response(200 if scanner.says else 503)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def scanner(monkeypatch: pytest.MonkeyPatch) -> Iterator[Scanner]:
    server = Scanner(("127.0.0.1", 0), _Answer)
    server.says = {"clean": True}
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    monkeypatch.setenv("VIRUS_SCANNER_URL", server.url)
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def phone(tables: str) -> Phone:
    return Phone()
