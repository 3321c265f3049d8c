"""What a route gets and gives: the request as the gateway sent it, the parsed call, a reply of any kind."""

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from http.cookies import CookieError, SimpleCookie
from typing import Any, Generic, TypeVar

from chalice.app import Request as ChaliceRequest

from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.errors import Malformed, Unauthenticated
from mashangban.kernel.permissions import Principal
from mashangban.kernel.settings import settings

B = TypeVar("B")
Q = TypeVar("Q")

current: ContextVar[ChaliceRequest] = ContextVar("current_request")


class Request:
    """A read-only view of the API Gateway event behind the current call."""

    def __init__(self, event: ChaliceRequest) -> None:
        self._event = event

    @property
    def method(self) -> str:
        return str(self._event.method)

    @property
    def route(self) -> str:
        """The route's pattern with its method, e.g. `POST /v1/workers/contracts`."""
        return f"{self.method} {self._event.context['resourcePath']}"

    @property
    def path(self) -> str:
        return str(self._event.context["path"])

    @property
    def id(self) -> str:
        return str(self._event.context.get("requestId", ""))

    @property
    def ip(self) -> str:
        """The caller's address; limits by address rest on it, so only our own proxies are believed, and what did not
        come through them was refused before (`site`)."""
        nearest = str(self._event.context.get("identity", {}).get("sourceIp", ""))
        hops = [hop.strip() for hop in (self.header("x-forwarded-for") or "").split(",") if hop.strip()]
        own = settings().trusted_proxies
        return hops[-1 - own] if own and len(hops) > own else nearest

    @property
    def query(self) -> Mapping[str, str]:
        return self._event.query_params or {}

    @property
    def raw(self) -> bytes:
        """The body's bytes as sent. Raises Malformed when the gateway's base64 is broken."""
        try:
            body = self._event.raw_body
        except (ValueError, TypeError) as broken:
            raise Malformed() from broken
        return body.encode() if isinstance(body, str) else body

    def header(self, name: str) -> str | None:
        return self._event.headers.get(name)

    @cached_property
    def cookies(self) -> Mapping[str, str]:
        try:
            jar = SimpleCookie(self.header("cookie") or "")
        except CookieError:
            return {}
        return {name: morsel.value for name, morsel in jar.items()}


@dataclass(frozen=True, slots=True)
class Call(Generic[B, Q]):
    """One parsed call: who, what, when. Routes hand its parts to exactly one service function."""

    request: Request
    at: datetime
    body: B
    query: Q
    principal: Principal | None = None
    submission: Submission | None = None
    claimed_at: datetime | None = None

    @property
    def actor(self) -> Principal:
        """The signed-in caller. Raises Unauthenticated on a public route without one."""
        if self.principal is None:
            raise Unauthenticated()
        return self.principal

    @property
    def act(self) -> Act:
        """The frame for a state change by this caller."""
        return Act(self.actor, self.at, self.submission, self.claimed_at)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that is not a schema: a page, a file, a redirect."""

    body: str | bytes = ""
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    cookies: tuple[str, ...] = ()


AnyCall = Call[Any, Any]
