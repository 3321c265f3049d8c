"""A stand-in for the service, for tests of the browser app alone: one small world in memory, and a network to lose.

It lives in the tests only. The end-to-end tests run the same pages against the real service.
"""

from __future__ import annotations

import json
import re
import sys
import traceback
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qsl, urlsplit

from checks import house
from tests.miniprogram import claims, draws, policies, seals
from tests.miniprogram.replies import problem
from tests.miniprogram.routes import ROUTES
from tests.miniprogram.world import Answer, Json, World

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".css": "text/css",
    ".png": "image/png",
}


class Stand(BaseHTTPRequestHandler):
    """Static files of the build, and the routes above with submit-once and expired tokens as the service has them."""

    world: World
    root: Path
    policy: str
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: the tests say what matters."""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.world.queries[path] = dict(parse_qsl(urlsplit(self.path).query))
        if not path.startswith("/v1/"):
            self.send_static(path)
            return
        state = re.search(r"\?state=\w+", self.path)
        self.answer(self.route("GET", path + (state.group() if state else "")))

    def do_POST(self) -> None:
        self.write("POST")

    def do_PUT(self) -> None:
        self.write("PUT")

    def do_DELETE(self) -> None:
        self.write("DELETE")

    def write(self, method: str) -> None:
        path = urlsplit(self.path).path
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length) or b"{}")
        key = self.headers["Idempotency-Key"]
        with self.world.lock:
            first = key not in self.world.answers
            answer = self.world.answers.get(key) or self.route(method, path, body)
            if first and answer.status < 400:
                self.world.answers[key] = answer
                self.world.writes.append((key, path, "done"))
            else:
                self.world.writes.append((key, path, "replayed" if not first else "refused"))
            lost = path in self.world.lose_after
        if path in self.world.held:
            self.world.held[path].wait(30)
        if lost:
            self.connection.close()
            self.close_connection = True
            return
        self.answer(answer)

    def route(self, method: str, path: str, body: Json | None = None) -> Answer:
        if self.world.expired and "/sessions/" not in path and self.headers.get("Authorization"):
            return problem(401, "auth.token-expired", "登录已过期", "请重新登录")
        for verb, pattern, handler in (
            *ROUTES,
            *policies.ROUTES,
            *claims.ROUTES,
            *draws.ROUTES,
            *seals.ROUTES,
        ):
            match = re.fullmatch(pattern, path)
            if verb == method and match:
                found = [*match.groups()]
                return handler(self.world, *found, *([] if body is None else [body]))
        return problem(404, "http.not-found", "没有这个地址", "请回首页")

    def answer(self, answer: Answer) -> None:
        content = b"" if answer.status == 204 else json.dumps(answer.body).encode()
        self.send_response(answer.status)
        kind = "application/problem+json" if answer.status >= 400 else "application/json"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def send_static(self, path: str) -> None:
        file = self.root / path.lstrip("/")
        if not file.is_file():
            file = self.root / "index.html"
        content = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", self.policy)
        self.end_headers()
        self.wfile.write(content)


class Server(ThreadingHTTPServer):
    """Keeps what broke while it answered; a phone that hangs up is none of it."""

    daemon_threads = True

    def __init__(self, handler: type[Stand], port: int) -> None:
        super().__init__(("127.0.0.1", port), handler)
        self.faults: list[str] = []

    def handle_error(self, request: object, client_address: object) -> None:
        fault = sys.exception()
        if not isinstance(fault, ConnectionError):
            self.faults.append("".join(traceback.format_exception(fault)))


@dataclass
class Service:
    """A running stand-in."""

    url: str
    world: World
    server: Server

    def stop(self) -> None:
        """Raises AssertionError when it broke while it answered: a page then only says that the network is gone."""
        self.server.shutdown()
        self.server.server_close()
        assert self.server.faults == [], self.server.faults[0]


def start_service(root: Path, port: int = 0) -> Service:
    world = World()
    # The policy that the site has: what it forbids fails here too.
    policy = house.template().content_policy
    handler = type("BoundStand", (Stand,), {"world": world, "root": root, "policy": policy})
    server = Server(handler, port)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    return Service(f"http://127.0.0.1:{server.server_port}", world, server)
