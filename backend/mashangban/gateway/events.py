"""HTTP to the events of an API Gateway HTTP API, payload 1.0, and a function's answer back to HTTP.

Sources: API Gateway developer guide, "Create AWS Lambda proxy integrations for HTTP APIs" and "Quotas";
Lambda developer guide, "Lambda quotas". What the guides leave open follows what was observed of the service:
the path is percent-decoded, and only text, JSON, XML and JavaScript bodies arrive as text.
"""

import base64
import binascii
import json
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, unquote_to_bytes

from mashangban.gateway.intrinsics import ACCOUNT_ID
from mashangban.gateway.routing import Match

REQUEST_LIMIT = 10 * 1024 * 1024
"""Bytes of a request body that an HTTP API takes."""
INVOCATION_LIMIT = 6 * 1024 * 1024
"""Bytes of an event or an answer that a synchronous Lambda call takes."""

Headers = Sequence[tuple[bytes, bytes]]

# The service writes these names so and leaves the client's own in lower case; code must take both.
_CANONICAL = {
    name.lower(): name
    for name in ("Content-Length", "Content-Type", "Host", "User-Agent", "X-Amzn-Trace-Id",
                 "X-Forwarded-For", "X-Forwarded-Port", "X-Forwarded-Proto")
}  # fmt: skip
_TEXT_TYPES = ("application/json", "application/xml", "application/javascript")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_IDENTITY = (
    "accessKey", "accountId", "caller", "cognitoAmr", "cognitoAuthenticationProvider",
    "cognitoAuthenticationType", "cognitoIdentityId", "cognitoIdentityPoolId", "principalOrgId",
    "sourceIp", "user", "userAgent", "userArn",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request, its path and query still as sent."""

    method: str
    raw_path: bytes
    query: bytes
    headers: Headers
    body: bytes
    client: str
    host_port: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP response."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes


def decoded_path(raw_path: bytes) -> str:
    """The path as the event carries it: percent-decoded, cut at a decoded '?'. Raises UnicodeDecodeError."""
    path = raw_path.decode("ascii") if b"%" not in raw_path else unquote_to_bytes(raw_path).decode()
    return path.split("?", 1)[0]


def plain(status: int, message: str) -> Answer:
    """What the API itself answers, without a function: {"message": ...}."""
    body = json.dumps({"message": message}).encode()
    return Answer(status, [(b"content-type", b"application/json")], body)


def make_event(request: Request, match: Match, path: str) -> dict[str, Any]:
    """The payload 1.0 event that a function gets for this request."""
    headers = _header_lists(request)
    query: dict[str, list[str]] = {}
    for key, value in parse_qsl(request.query.decode("latin-1"), keep_blank_values=True):
        query.setdefault(key, []).append(value)
    body, is_base64 = _body(request.body, headers.get("Content-Type", [""])[0])
    return {
        "version": "1.0",
        "resource": match.route,
        "path": path,
        "httpMethod": request.method,
        "headers": {name: values[-1] for name, values in headers.items()},
        "multiValueHeaders": headers,
        "queryStringParameters": {key: values[-1] for key, values in query.items()} or None,
        "multiValueQueryStringParameters": query or None,
        "requestContext": _context(request, match.route, path, headers),
        "pathParameters": None if match.proxy is None else {"proxy": match.proxy},
        "stageVariables": None,
        "body": body,
        "isBase64Encoded": is_base64,
    }


def _header_lists(request: Request) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {}
    for raw_name, raw_value in request.headers:
        name = raw_name.decode("latin-1").lower()
        lists.setdefault(_CANONICAL.get(name, name), []).append(raw_value.decode("latin-1"))
    forwarded = [*lists.get("X-Forwarded-For", ()), request.client]
    lists["X-Forwarded-For"] = [", ".join(forwarded)]
    lists["X-Forwarded-Port"] = [str(request.host_port)]
    lists["X-Forwarded-Proto"] = ["http"]
    lists["X-Amzn-Trace-Id"] = [f"Root=1-{int(time.time()):08x}-{os.urandom(12).hex()}"]
    return lists


def _body(body: bytes, content_type: str) -> tuple[str | None, bool]:
    if not body:
        return None, False
    kind = content_type.split(";", 1)[0].strip().lower()
    if kind.startswith("text/") or kind in _TEXT_TYPES:
        try:
            return body.decode(), False
        except UnicodeDecodeError:
            pass
    return base64.b64encode(body).decode("ascii"), True


def _context(request: Request, route: str, path: str, headers: Mapping[str, list[str]]) -> dict[str, Any]:
    now = time.time()
    moment = time.gmtime(now)
    request_id = base64.b64encode(os.urandom(11)).decode("ascii")
    host = headers.get("Host", ["localhost"])[0]
    agent = headers.get("User-Agent", [""])[0]
    return {
        "accountId": ACCOUNT_ID,
        "apiId": "local",
        "domainName": host,
        "domainPrefix": host.split(".", 1)[0],
        "extendedRequestId": request_id,
        "httpMethod": request.method,
        "identity": dict.fromkeys(_IDENTITY) | {"sourceIp": request.client, "userAgent": agent},
        "path": path,
        "protocol": "HTTP/1.1",
        "requestId": request_id,
        "requestTime": time.strftime(f"%d/{_MONTHS[moment.tm_mon - 1]}/%Y:%H:%M:%S +0000", moment),
        "requestTimeEpoch": int(now * 1000),
        "resourceId": None,
        "resourcePath": route,
        "stage": "$default",
    }


def make_answer(result: Any) -> Answer:
    """A function's payload 1.0 response as HTTP; anything malformed is the API's own 500."""
    try:
        return _answer(result)
    except (AttributeError, KeyError, TypeError, ValueError, binascii.Error):
        return plain(500, "Internal Server Error")


def _answer(result: Mapping[str, Any]) -> Answer:
    status = int(result["statusCode"])
    body = result.get("body") or ""
    content = base64.b64decode(body, validate=True) if result.get("isBase64Encoded") else body.encode()
    if len(body) > INVOCATION_LIMIT:
        return plain(500, "Internal Server Error")
    repeated = result.get("multiValueHeaders") or {}
    headers = [(name, value) for name, values in repeated.items() for value in values]
    several = {name.lower() for name in repeated}
    headers += [(n, v) for n, v in (result.get("headers") or {}).items() if n.lower() not in several]
    wire = [(n.lower().encode("latin-1"), str(v).encode("latin-1")) for n, v in headers]
    wire = [(name, value) for name, value in wire if name != b"content-length"]
    if not any(name == b"content-type" for name, _ in wire):
        wire.append((b"content-type", b"text/plain; charset=utf-8"))
    return Answer(status, wire, content)
