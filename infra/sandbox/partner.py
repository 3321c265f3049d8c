"""What a partner module is made of, and the world it is given."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from werkzeug import Request, Response

from sandbox.callbacks import Callbacks
from sandbox.faults import Switchboard
from sandbox.keys import Key
from sandbox.pages import render
from sandbox.signatures import RefusedError
from sandbox.store import Store


@dataclass(frozen=True, slots=True)
class World:
    """Everything a handler may touch."""

    store: Store
    faults: Switchboard
    keys: Mapping[str, Key]
    callbacks: Callbacks


Handler = Callable[..., Response]


@dataclass(frozen=True, slots=True)
class Route:
    """One address of a partner. `outside` routes are the partner's interface: faults touch them;
    the others are its back office for developers. `signed` routes check the shared signature first."""

    method: str
    path: str
    handler: Handler
    outside: bool = True
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Partner:
    """One outside system: its name in addresses and switches, its title, its page, its routes."""

    name: str
    title: str
    page: str
    routes: tuple[Route, ...] = field(default_factory=tuple)


def json_reply(body: object, status: int = 200, mimetype: str = "application/json") -> Response:
    """Answer JSON in UTF-8."""
    return Response(json.dumps(body, ensure_ascii=False), status, content_type=f"{mimetype}; charset=utf-8")


def page_reply(template: str, **values: object) -> Response:
    """Answer a page of the partner's back office."""
    return Response(render(template, **values), content_type="text/html; charset=utf-8")


def json_body(request: Request) -> dict[str, Any]:
    """Read a JSON object; RefusedError with 400 when it is none."""
    body = request.get_json(force=True, silent=True)
    if not isinstance(body, dict):
        raise RefusedError(400, "body_invalid", "a JSON object is expected")
    return body


def text_field(body: Mapping[str, Any], name: str, limit: int = 500) -> str:
    """Read a required text; RefusedError with 400 when it is missing or too long."""
    value = body.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= limit:
        raise RefusedError(400, "field_invalid", f"{name} is missing or longer than {limit}")
    return value
