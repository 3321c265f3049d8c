"""A generated case as API Gateway would bring it, and its answer as a client would see it."""

import base64
import secrets
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

import requests
from schemathesis import Response

from checks import house
from tests.workers import phone


@cache
def _functions() -> dict[tuple[str, str], str]:
    return {(route.method, route.path): route.function.name for route in house.routes()}


@dataclass(frozen=True, slots=True)
class Sent:
    """Where a request goes, and what it carries."""

    method: str
    path: str
    address: str
    content: bytes
    content_type: str
    token: str

    def answer(self) -> Response:
        """What the function of this path answers, in this process."""
        headers = {"content-type": self.content_type, "authorization": f"Bearer {self.token}"}
        if self.method != "GET":
            headers["idempotency-key"] = secrets.token_hex(12)
        event = phone._event(self.method, self.address, None, headers)
        event |= {"body": base64.b64encode(self.content).decode() or None, "isBase64Encoded": True}
        raw = house.handler(_functions()[self.method, self.path])(event, None)
        return _response(self, raw)


def address(path: str, values: dict[str, Any], query: dict[str, Any]) -> str:
    """A path with its values and what is asked of it."""
    for name, value in values.items():
        path = path.replace(f"{{{name}}}", quote(str(value), safe=""))
    return f"{path}?{urlencode(query, doseq=True, errors='replace')}" if query else path


def _response(sent: Sent, raw: dict[str, Any]) -> Response:
    one = {name: [value] for name, value in raw["headers"].items()}
    body = raw.get("body") or ""
    content = base64.b64decode(body) if raw.get("isBase64Encoded") else body.encode()
    request = requests.Request(sent.method, f"http://127.0.0.1{sent.path}").prepare()
    return Response(raw["statusCode"], one | raw["multiValueHeaders"], content, request, 0.0, verify=False)
