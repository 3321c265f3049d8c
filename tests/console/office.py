"""An office for console tests: staff with roles, their cookies, and the console served to a real browser."""

import base64
import hashlib
import random
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pyotp

from checks import house
from mashangban.console.app import handler
from mashangban.gateway.routing import Router
from mashangban.identity import service as identity
from mashangban.identity.schemas import StaffCreation, StaffSignIn
from mashangban.identity.service import sessions
from mashangban.identity.service.granting import GrantOrder
from mashangban.identity.service.sessions import Entry
from mashangban.identity.service.signing_in import Origin
from mashangban.identity.terms import SignInMethod
from mashangban.kernel import acts, clock, history
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Place, Role, Scope
from mashangban.registry import listeners
from mashangban.registry.models import TABLE

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Staff:
    """A member of staff as the administrator hands the account over."""

    username: str
    password: str
    totp_secret: str

    def code(self) -> str:
        return str(pyotp.TOTP(self.totp_secret).now())


def hire(*places: tuple[Role, str], name: str = "周敏") -> Staff:
    """Open an account and give it roles."""
    username, password = f"u{secrets.token_hex(6)}", secrets.token_urlsafe(15)
    act = acts.system_act("tests")
    opened = identity.create_staff(act, StaffCreation(username=username, name=name, password=password))
    for role, scope in places:
        order = GrantOrder(role, Scope.parse(scope), person_id=opened.person_id)
        identity.grant(acts.system_act("tests"), order, Place())
    return Staff(username, password, opened.totp_secret)


@dataclass(frozen=True, slots=True)
class Page:
    """What the console answered."""

    status: int
    html: str
    headers: dict[str, str]
    cookies: dict[str, str]

    @property
    def location(self) -> str:
        return self.headers["location"]

    def hidden(self, name: str) -> str:
        """The first hidden field of that name."""
        mark = f'name="{name}" value="'
        return self.html.partition(mark)[2].partition('"')[0]


@dataclass(slots=True)
class Window:
    """A browser without scripts: it keeps cookies and sends forms."""

    cookies: dict[str, str] = field(default_factory=dict)
    address: str = field(default_factory=lambda: ".".join(str(random.randrange(1, 255)) for _ in range(4)))

    def get(self, path: str, **headers: str) -> Page:
        return self.send("GET", path, None, headers)

    def post(self, path: str, fields: dict[str, Any] | None = None, **headers: str) -> Page:
        body = urlencode(fields or {}, doseq=True).encode()
        return self.send("POST", path, body, {"content-type": FORM, **headers})

    def submit(self, path: str, form_path: str, fields: dict[str, Any]) -> Page:
        """Open a form and send it with its own guards."""
        opened = self.get(form_path)
        assert opened.status == 200, opened.html[:400]
        guards = {"csrf": opened.hidden("csrf"), "key": opened.hidden("key")}
        return self.post(path, {**guards, **fields})

    def send(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Page:
        if self.cookies:
            headers = {**headers, "cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        answer = handler(event(method, path, body, headers, self.address), None)
        page = _page(answer)
        self.cookies.update(page.cookies)
        self.cookies = {name: value for name, value in self.cookies.items() if value}
        return page

    def sign_in(self, staff: Staff) -> "Window":
        origin = Origin(self.address)
        asked = StaffSignIn(username=staff.username, password=staff.password, totp=staff.code())
        opened = identity.create_console_session(asked, origin, clock.now())
        self.cookies["console_session"] = opened.cookie
        return self


def window(*places: tuple[Role, str]) -> Window:
    """A signed-in window of somebody with these roles."""
    return open_window(somebody(*places))


def somebody(*places: tuple[Role, str]) -> str:
    """A person with these roles; returns their id."""
    person: str = identity.ensure_person(acts.system_act("tests"), f"139{random.randrange(10**8):08d}")
    for role, scope in places:
        identity.grant(
            acts.system_act("tests"), GrantOrder(role, Scope.parse(scope), person_id=person), Place()
        )
    return person


def open_window(person: str) -> Window:
    """One more window of a person. Past the password, whose slowness is meant for burglars."""
    secret = secrets.token_urlsafe(32)
    cookie = (hashlib.sha256(secret.encode()).hexdigest(), secrets.token_urlsafe(24))
    opened = sessions.open_for(person, Entry(SignInMethod.STAFF, "测试", clock.now(), cookie=cookie))
    return Window({"console_session": f"{opened.session.id}.{secret}"})


def run_import(import_id: str) -> None:
    """What the stream does for an import: every event in turn, until no new one follows."""
    seen = 0
    while len(chain := history.of(TABLE, Subject("import", import_id))) > seen:
        for one in chain[seen:]:
            listeners.on_event(one)
        seen = len(chain)


def event(
    method: str, path: str, body: bytes | None, headers: dict[str, str], address: str
) -> dict[str, Any]:
    parts = urlsplit(path)
    query = parse_qs(parts.query, keep_blank_values=True)
    return {
        "version": "1.0",
        "resource": "/console/{proxy+}",
        "path": parts.path,
        "httpMethod": method,
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": {name: values[-1] for name, values in query.items()} or None,
        "multiValueQueryStringParameters": query or None,
        "pathParameters": {"proxy": "x"},
        "stageVariables": None,
        "requestContext": {
            "httpMethod": method,
            "path": parts.path,
            "stage": "$default",
            "requestId": "r-1",
            "resourcePath": "/console/{proxy+}",
            "identity": {"sourceIp": address},
        },
        "body": base64.b64encode(body).decode() if body is not None else None,
        "isBase64Encoded": body is not None,
    }


def _page(answer: dict[str, Any]) -> Page:
    assert answer["statusCode"] < 500, (
        "the page broke, and its menu still names everything a test may look for"
    )
    headers = {name.lower(): value for name, value in answer["headers"].items()}
    many = {name.lower(): values for name, values in answer.get("multiValueHeaders", {}).items()}
    cookies = {}
    for line in many.get("set-cookie", []):
        name, _, value = line.partition(";")[0].partition("=")
        cookies[name] = value.strip('"')
    return Page(answer["statusCode"], str(answer["body"]), headers, cookies)


def answered(asked: dict[str, Any]) -> dict[str, Any]:
    """By the function that the template names for this path, as the API gateway chooses."""
    match = Router(house.template()).match(asked["path"])
    assert match is not None, asked["path"]
    found: dict[str, Any] = house.handler(match.function.name)(asked, None)
    return found


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._serve(None)

    def do_POST(self) -> None:
        self._serve(self.rfile.read(int(self.headers.get("content-length", 0))))

    def _serve(self, body: bytes | None) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = answered(event(self.command, self.path, body, headers, "127.0.0.1"))
        content = str(answer["body"]).encode()
        if answer.get("isBase64Encoded"):
            content = base64.b64decode(answer["body"])
        self.send_response(answer["statusCode"])
        for name, value in answer["headers"].items():
            self.send_header(name, value)
        for name, values in answer.get("multiValueHeaders", {}).items():
            for value in values:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def served() -> Iterator[str]:
    """Every room's pages on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
