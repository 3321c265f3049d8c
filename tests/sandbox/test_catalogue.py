"""The catalogue counts each change on and sends it out, signed as the platform reads it."""

import http.server
import json
import queue
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from sandbox.keys import read_keys
from sandbox.signatures import sign
from tests.sandbox.conftest import Client

Heard = queue.Queue[tuple[dict[str, str], bytes]]


@pytest.fixture
def platform() -> Iterator[tuple[str, Heard]]:
    """An address that takes what is sent to it."""
    heard: Heard = queue.Queue()

    class Door(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            heard.put(({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Door)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1/guides/feed", heard
    server.shutdown()
    thread.join()
    server.server_close()


def test_each_change_is_sent_signed_with_the_next_revision(
    client: Client, platform: tuple[str, Heard]
) -> None:
    url, heard = platform
    for revision, name in ((1, "办执照"), (2, "办营业执照")):
        body = {"content": {"name": name}, "feed_url": url}
        told = client.http.put("/catalogue/items/330106/code-1", json=body).json()
        assert told["revision"] == revision
        headers, raw = heard.get(timeout=10)
        assert json.loads(raw)["items"] == [told]
        signed = (headers["x-timestamp"], headers["x-request-id"], raw)
        secret = read_keys(None)["catalogue"].secret
        assert headers["x-signature"] == sign(secret, "POST", "/v1/guides/feed", *signed)
    assert "办营业执照" in client.http.get("/catalogue/").text


def test_an_item_without_content_is_refused(client: Client) -> None:
    body = {"feed_url": "http://127.0.0.1:9/"}
    assert client.http.put("/catalogue/items/330106/code-1", json=body).json()["code"] == "content_invalid"
