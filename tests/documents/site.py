"""The documents function behind HTTP, as the gateway would hand it requests."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit


def event(method: str, target: str, body: bytes = b"", **headers: str) -> dict[str, Any]:
    """An API Gateway event of payload format 1.0."""
    parts = urlsplit(target)
    query = dict(parse_qsl(parts.query))
    resource = "/v1/documents/{proxy+}" if parts.path.startswith("/v1") else "/verify/{proxy+}"
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return {
        "version": "1.0",
        "resource": resource,
        "path": parts.path,
        "httpMethod": method,
        "headers": named,
        "multiValueHeaders": {name: [value] for name, value in named.items()},
        "queryStringParameters": query or None,
        "multiValueQueryStringParameters": {name: [value] for name, value in query.items()} or None,
        "pathParameters": {"proxy": "x"},
        "stageVariables": None,
        "requestContext": {
            "httpMethod": method,
            "path": parts.path,
            "stage": "$default",
            "requestId": "r-1",
            "resourcePath": resource,
            "identity": {"sourceIp": "127.0.0.1"},
        },
        "body": b64encode(body).decode() if body else None,
        "isBase64Encoded": bool(body),
    }


def answered(method: str, target: str, body: bytes = b"", **headers: str) -> dict[str, Any]:
    """What the function answers."""
    from mashangban.documents.app import handler

    return handler(event(method, target, body, **headers), None)


class _Door(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._answer("GET")

    def do_POST(self) -> None:
        self._answer("POST")

    def _answer(self, method: str) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", "0")))
        given = {name.lower(): value for name, value in self.headers.items()}
        found = answered(method, self.path, body, **given)
        text = found["body"]
        sent = b64decode(text) if found.get("isBase64Encoded") else text.encode()
        self.send_response(found["statusCode"])
        for name, values in {**found["headers"], **found.get("multiValueHeaders", {})}.items():
            self.send_header(name, values if isinstance(values, str) else values[0])
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def serving() -> Iterator[str]:
    """The address of a server over the function; closed on leaving."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Door)
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
