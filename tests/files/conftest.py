"""A real object store for the tests of files, and a scanner that can be told what to say."""

import json
import os
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from mashangban.kernel import objects
from mashangban.kernel.settings import settings
from tests import engine
from tests.files.phone import Phone

BUCKET = "mashangban-test-objects"


@pytest.fixture(scope="session")
def store_url() -> Iterator[str]:
    """A running object store with the bucket."""
    port = engine.free_port()
    extra = {"GATEWAY_PORT": str(port), "SERVICES": "s3", "MINISTACK_HOST": "127.0.0.1", "S3_PERSIST": "0"}
    process = subprocess.Popen(
        [str(engine.MINISTACK)],
        env={**os.environ, **extra},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        engine._wait_for(port, process)
        url = f"http://127.0.0.1:{port}"
        place = {"LocationConstraint": "cn-north-1"}
        engine.client(url, "s3").create_bucket(Bucket=BUCKET, CreateBucketConfiguration=place)
        yield url
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture
def store(tables: str, store_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Let the product speak to engine and store."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", store_url)
    monkeypatch.setenv("OBJECTS_PUBLIC_URL", store_url)
    settings.cache_clear()
    if _spoken_to != [store_url]:  # a new client costs half a second
        objects.forget()
        _spoken_to[:] = [store_url]
    yield store_url
    settings.cache_clear()


_spoken_to: list[str] = []


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
