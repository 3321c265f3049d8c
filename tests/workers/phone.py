"""A signed-in phone: requests go through the function's own handler, as API Gateway sends them."""

import json
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from mashangban.domains.workers.app import handler
from mashangban.kernel import clock, sessions, tokens
from mashangban.kernel.dynamodb import client
from mashangban.kernel.permissions import Principal


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; `code` is the problem's, empty for a success."""

    status: int
    body: Any
    headers: dict[str, str]

    @property
    def code(self) -> str:
        return str(self.body["code"]) if self.status >= 400 else ""


@dataclass(frozen=True, slots=True)
class Phone:
    """One device; without a token it is nobody's."""

    token: str | None = None

    def get(self, path: str) -> Answer:
        return self.send("GET", path)

    def post(self, path: str, body: Any = None, *, key: str | None = None) -> Answer:
        return self.send("POST", path, body, key=key)

    def put(self, path: str, body: Any, *, key: str | None = None) -> Answer:
        return self.send("PUT", path, body, key=key)

    def delete(self, path: str) -> Answer:
        return self.send("DELETE", path)

    def send(
        self, method: str, path: str, body: Any = None, *, key: str | None = None, **headers: str
    ) -> Answer:
        """`body` is sent as it is when it is text, as JSON otherwise; a write gets a fresh key unless one is given."""
        given = {"content-type": "application/json", **{k.replace("_", "-"): v for k, v in headers.items()}}
        if self.token:
            given["authorization"] = f"Bearer {self.token}"
        if method != "GET":
            given["idempotency-key"] = secrets.token_hex(12) if key is None else key
        text = body if body is None or isinstance(body, str) else json.dumps(body)
        return _answer(handler(_event(method, path, text, given), None))


def phone_of(principal: Principal) -> Phone:
    """Sign a person in as identity would: their session with its grants, and a token for it."""
    at = clock.now()
    item = {
        "PK": {"S": sessions.session_pk(principal.session_id)},
        "SK": {"S": "SESSION"},
        "person_id": {"S": principal.person_id},
        "epoch": {"N": "1"},
        "grants": {"S": sessions.grants_to_text([(grant, None) for grant in principal.grants])},
        "real_name": {"BOOL": principal.real_name},
        "ends_at": {"S": (at + timedelta(hours=1)).isoformat()},
    }
    client().put_item(TableName=sessions.IDENTITY.physical, Item=item)
    return Phone(tokens.issue(tokens.Claims(principal.person_id, principal.session_id, 1), at))


def part(text: str) -> str:
    """Any text as one segment of a path."""
    return quote(text, safe="", errors="replace")


def _event(method: str, path: str, body: str | None, headers: dict[str, str]) -> dict[str, Any]:
    parts = urlsplit(path)
    query = parse_qs(parts.query, keep_blank_values=True)
    return {
        "version": "1.0",
        "resource": "/v1/workers/{proxy+}",
        "path": unquote(parts.path),
        "httpMethod": method,
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": {name: values[-1] for name, values in query.items()} or None,
        "multiValueQueryStringParameters": query or None,
        "pathParameters": {"proxy": "x"},
        "stageVariables": None,
        "requestContext": {
            "httpMethod": method,
            "path": unquote(parts.path),
            "stage": "$default",
            "requestId": "r-1",
            "resourcePath": "/v1/workers/{proxy+}",
            "identity": {"sourceIp": "127.0.0.1"},
        },
        "body": body,
        "isBase64Encoded": False,
    }


def _answer(raw: dict[str, Any]) -> Answer:
    text = raw["body"]
    return Answer(raw["statusCode"], json.loads(text) if text else None, raw["headers"])
