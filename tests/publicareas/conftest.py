"""A public area with its handler, a reporter with a key, and the function behind an HTTP port for real clients."""

import datetime as dt
import json
import random
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlencode

import pytest

from mashangban.domains.publicareas.app import handler
from mashangban.domains.publicareas.schemas import PublicAreaForm
from mashangban.domains.publicareas.service import areas, keys
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Principal, Role
from tests.registry.conftest import COUNTY, Desk, enterprise_form, officer, person, project_code, project_form
from tests.workers import phone

ROOT = "/v1/open311"
FORM = "application/x-www-form-urlencoded"


def act(actor: Principal, at: dt.datetime | None = None) -> Act:
    return Act(actor, at or clock.now())


def somewhere() -> tuple[int, int]:
    """A place far from those of other tests, in millionths of a degree."""
    return random.randrange(25_000_000, 45_000_000), random.randrange(85_000_000, 125_000_000)


@dataclass
class Court:
    """An estate whose builder opened its public area."""

    county: str = COUNTY
    name: str = "西溪人才公寓"
    spot: tuple[int, int] = field(default_factory=somewhere)

    def __post_init__(self) -> None:
        self.desk = Desk(officer(self.county[:2]))
        self.builder_id = self.desk.enterprise(**enterprise_form(name="杭州样例置业有限公司")).id
        parties = [{"enterprise_id": self.builder_id, "kind": "15"}]
        form = project_form(code=project_code(self.county), county=self.county, name=self.name)
        self.project = self.desk.project(**form, parties=parties)
        self.builder = person((Role.ENTERPRISE_ADMIN, f"org:{self.builder_id}"))
        self.officer, self.reporter = officer(self.county), person()
        latitude, longitude = self.spot
        given = PublicAreaForm(latitude_e6=latitude, longitude_e6=longitude)
        areas.open_area(act(self.builder), self.project.id, given)
        self.key = keys.issue(act(self.reporter)).api_key or ""

    def post(self, ending: str = "json", **differs: Any) -> tuple[int, str]:
        values = {
            "jurisdiction_id": self.county,
            "api_key": self.key,
            "service_code": "lift",
            "address_id": self.project.id,
            "description": f"电梯停运，已经两天 {random.random()}",
        }
        body = urlencode({k: v for k, v in (values | differs).items() if v is not None})
        return send("POST", f"{ROOT}/requests.{ending}", body)

    def reported(self, **differs: Any) -> str:
        status, text = self.post(**differs)
        assert status == 201, text
        return str(json.loads(text)[0]["service_request_id"])


def send(method: str, path: str, body: str | None = None) -> tuple[int, str]:
    raw = handler(phone._event(method, path, body, {"content-type": FORM} if body else {}), None)
    return raw["statusCode"], _text(raw).decode()


def _text(raw: dict[str, Any]) -> bytes:
    return b64decode(raw["body"]) if raw["isBase64Encoded"] else str(raw["body"]).encode()


class _Port(BaseHTTPRequestHandler):
    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
        headers = {name.lower(): value for name, value in self.headers.items()}
        raw = handler(phone._event(self.command, self.path, body, headers), None)
        content = _text(raw)
        self.send_response(raw["statusCode"])
        self.send_header("Content-Type", str(raw["headers"]["Content-Type"]))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = _answer  # noqa: N815 - names that the server calls

    def log_message(self, format: str, *args: Any) -> None:
        """Silent."""


@pytest.fixture
def court(tables: str) -> Court:
    return Court()


@pytest.fixture
def endpoint(tables: str) -> Iterator[str]:
    """The protocol's address on a port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Port)
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{ROOT}"
    server.shutdown()
    thread.join()
    server.server_close()
