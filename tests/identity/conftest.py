"""Identity against the real engine and the partner sandbox, spoken to as a phone does."""

import json
import secrets
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from mashangban.identity.app import handler
from mashangban.identity.identifiers.citizen import check_character
from mashangban.kernel.settings import settings
from sandbox.keys import read_keys
from sandbox.server import Sandbox, serve


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: Any
    headers: dict[str, Any]

    @property
    def code(self) -> str:
        return str(self.body["code"])


class Partners:
    """The sandbox's back office."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.http = httpx.Client(base_url=base, trust_env=False, timeout=30)

    def code_sent_to(self, phone: str) -> str:
        items = self.http.get("/sms/messages", params={"phone": phone}).json()["items"]
        text: str = items[0]["text"]
        return "".join(filter(str.isdigit, text.partition("，")[0]))

    def wechat_code(self, device: str) -> str:
        return str(self.http.post("/wechat/codes", json={"device": device}).json()["code"])

    def fault(self, partner: str, **fault: object) -> None:
        assert self.http.put(f"/_faults/{partner}", json=fault).status_code == 200

    def heal(self) -> None:
        self.http.delete("/_faults")


@dataclass(slots=True)
class Phone:
    """One device: its address, and the tokens of whoever signed in on it."""

    partners: Partners
    address: str = field(default_factory=lambda: ".".join(str(secrets.randbelow(256)) for _ in range(4)))
    tokens: dict[str, Any] = field(default_factory=dict)

    def call(self, method: str, path: str, body: Any = None, key: str | None = None, **query: str) -> Answer:
        headers = {
            "content-type": "application/json",
            "user-agent": "测试手机",
            "idempotency-key": key or secrets.token_hex(12),
        }
        if self.tokens:
            headers["authorization"] = f"Bearer {self.tokens['access_token']}"
        answer = handler(self._event(method, f"/v1/identity{path}", headers, body, query), None)
        text = answer["body"]
        return Answer(answer["statusCode"], json.loads(text) if text else None, answer["headers"])

    def _event(
        self, method: str, path: str, headers: dict[str, str], body: Any, query: dict[str, str]
    ) -> dict[str, Any]:
        return {
            "version": "1.0",
            "resource": "/v1/identity/{proxy+}",
            "path": path,
            "httpMethod": method,
            "headers": headers,
            "multiValueHeaders": {name: [value] for name, value in headers.items()},
            "queryStringParameters": query or None,
            "multiValueQueryStringParameters": {name: [value] for name, value in query.items()} or None,
            "pathParameters": {"proxy": "x"},
            "stageVariables": None,
            "requestContext": {
                "httpMethod": method,
                "path": path,
                "stage": "$default",
                "requestId": "r-1",
                "resourcePath": "/v1/identity/{proxy+}",
                "identity": {"sourceIp": self.address},
            },
            "body": body if body is None or isinstance(body, str) else json.dumps(body, ensure_ascii=False),
            "isBase64Encoded": False,
        }

    def sign_in(self, phone: str | None = None) -> dict[str, Any]:
        """Sign in by text message; returns `me`."""
        number = phone or new_mobile()
        assert self.call("POST", "/sms-codes", {"phone": number}).status == 202
        return self.enter(number, self.partners.code_sent_to(number))

    def enter(self, number: str, code: str) -> dict[str, Any]:
        answer = self.call("POST", "/sessions/sms", {"phone": number, "code": code})
        assert answer.status == 201, answer
        self.tokens = answer.body
        return dict(answer.body["me"])

    def prove(self, name: str, number: str) -> Answer:
        body = {"name": name, "id_number": number, "consent_version": "real-name-2026-11"}
        return self.call("POST", "/real-name", body)

    def refresh(self) -> Answer:
        token = self.tokens["refresh_token"]
        answer = self.call("POST", "/sessions/refresh", {"refresh_token": token})
        if answer.status == 201:
            self.tokens = answer.body
        return answer


def new_mobile() -> str:
    return f"13{secrets.randbelow(10**9):09d}"


def new_id_number(sequence: str = "000", born: str | None = None) -> str:
    """A number of its own for each test; the sequence plants what the identity source answers."""
    day = (
        born
        or f"19{60 + secrets.randbelow(40)}{1 + secrets.randbelow(12):02d}{1 + secrets.randbelow(28):02d}"
    )
    first = f"33{secrets.randbelow(10**4):04d}{day}{sequence}"
    return first + check_character(first)


@pytest.fixture(scope="session")
def sandbox(stage: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Partners]:
    running = Sandbox(tmp_path_factory.mktemp("sandbox"), read_keys(stage))
    server = serve(running, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    partners = Partners(f"http://127.0.0.1:{server.port}")
    yield partners
    partners.http.close()
    server.shutdown()
    thread.join()
    server.server_close()
    running.close()


@pytest.fixture
def partners(sandbox: Partners, tables: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Partners]:
    for name in ("WECHAT_API_URL", "SMS_API_URL", "IDENTITY_VERIFIER_URL"):
        monkeypatch.setenv(name, sandbox.base)
    settings.cache_clear()
    yield sandbox
    sandbox.heal()
    settings.cache_clear()


@pytest.fixture
def phone(partners: Partners) -> Phone:
    return Phone(partners)
