"""The one decorator of every route: authenticate, authorise, parse, run, answer.

Stacked under Chalice's own `route`, it stamps the permission and the schemas on the function, where the house tests and
the OpenAPI generator read them.
"""

import functools
import json
import logging
import random
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from chalice.app import Response
from pydantic import BaseModel

from mashangban.kernel import clock, idempotency, limits, sessions, tracing
from mashangban.kernel.acts import Submission
from mashangban.kernel.errors import (
    AppError,
    Busy,
    Forbidden,
    Malformed,
    RealNameRequired,
    Stale,
    Unauthenticated,
    Unexpected,
)
from mashangban.kernel.http import call, noting, problems
from mashangban.kernel.http.bodies import read_body, read_query
from mashangban.kernel.http.call import AnyCall, Call, Reply, Request
from mashangban.kernel.limits import Limit
from mashangban.kernel.permissions import Permission, Principal
from mashangban.kernel.settings import Table

log = logging.getLogger(__name__)
F = TypeVar("F", bound=Callable[..., Any])
_KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")
_RUNS = 4


@dataclass(frozen=True, slots=True)
class Door:
    """How one kind of door knows its callers and tells them of errors (the API here, pages in the console)."""

    authenticate: Callable[[Request, datetime], Principal]
    refuse: Callable[[AppError, Request], Reply]
    submission_key: Callable[[Request], str | None]


@dataclass(frozen=True, slots=True)
class Contract:
    """What a route promises, for the matrix of permissions and the OpenAPI file."""

    permission: Permission
    body: type[Any] | None
    query: type[BaseModel] | None
    returns: Any
    status: int
    once: Table | None
    errors: tuple[type[AppError], ...]
    door: Door
    limit: Limit | None


def _problem_reply(error: AppError, request: Request) -> Reply:
    body = json.dumps(problems.problem(error, request.id), ensure_ascii=False)
    headers = problems.headers(error)
    return Reply(body, error.status, headers.pop("Content-Type"), headers)


API = Door(
    authenticate=lambda request, at: sessions.from_bearer(request.header("authorization"), at),
    refuse=_problem_reply,
    submission_key=lambda request: request.header("idempotency-key"),
)


def endpoint(
    *,
    permission: Permission,
    body: type[Any] | None = None,
    query: type[BaseModel] | None = None,
    returns: Any = None,
    status: int = 200,
    once: Table | None = None,
    errors: tuple[type[AppError], ...] = (),
    door: Door = API,
    limit: Limit | None = None,
) -> Callable[[F], Callable[..., Response]]:
    """Make a route of a function `(call, **path_values)`.

    `once` names the table whose transaction keeps the submission (every write that changes state has it); `errors` are
    the domain errors to document; `returns` is the schema of the answer, None for 204; `limit` is how often one address
    may come, for what is open to all.
    """
    contract = Contract(permission, body, query, returns, status, once, errors, door, limit)

    def decorate(view: F) -> Callable[..., Response]:
        @functools.wraps(view)
        def route(**values: str) -> Response:
            request = Request(call.current.get())
            try:
                with tracing.span(view.__name__):
                    return _respond(_run(contract, view, request, values), contract)
            except AppError as refused:
                noting.note(refused)
                return _respond(door.refuse(refused, request), contract)
            except Exception:
                log.exception("%s failed, request %s", request.route, request.id)
                return _respond(door.refuse(Unexpected(), request), contract)

        route.contract = contract  # type: ignore[attr-defined]
        return route

    return decorate


def _run(contract: Contract, view: Callable[..., Any], request: Request, values: dict[str, str]) -> Any:
    at = clock.now()
    principal = _admit(contract, request, at)
    if contract.limit is not None:
        limits.count(contract.limit, request.ip, at)
    parsed: AnyCall = Call(
        request=request,
        at=at,
        body=read_body(request, contract.body),
        query=read_query(request, contract.query),
        principal=principal,
        submission=_submission(contract, request, principal),
        claimed_at=_claimed(request),
    )
    try:
        earlier = _earlier(contract, parsed)
        return earlier if earlier is not None else _persist(view, parsed, values)
    except idempotency.Repeated as repeated:
        # Another request with the same key was faster by a moment: its answer is ours.
        answer = idempotency.first_answer(repeated.submission, repeated.table)
        if answer is None:
            raise idempotency.InProgress() from repeated
        return _replay(answer, contract)
    except AppError:
        # Refused because its own twin, sent by a double tap, has just done it: then that answer is ours too.
        twin = _earlier(contract, parsed)
        if twin is None:
            raise
        return twin


def _admit(contract: Contract, request: Request, at: datetime) -> Principal | None:
    permission = contract.permission
    noting.caller.set("")
    try:
        principal = contract.door.authenticate(request, at)
    except Unauthenticated:
        if permission.public:
            return None
        raise
    noting.caller.set(principal.person_id)
    if not principal.holds(permission):
        raise Forbidden()
    if permission.real_name and not principal.real_name:
        raise RealNameRequired()
    return principal


def _persist(view: Callable[..., Any], parsed: AnyCall, values: dict[str, str]) -> Any:
    """Run the act; when someone else changed the same record meanwhile, read and decide again."""
    for run in range(_RUNS):
        try:
            return view(parsed, **values)
        except Stale:
            time.sleep(random.uniform(0.005, 0.03) * 2**run)  # noqa: S311 - jitter, not a secret
    raise Busy()


def _submission(contract: Contract, request: Request, principal: Principal | None) -> Submission | None:
    if contract.once is None or principal is None:
        return None
    key = contract.door.submission_key(request)
    if key is None:
        raise idempotency.KeyMissing()
    if not _KEY.fullmatch(key):
        raise Malformed()
    return Submission(key, request.route, principal.person_id, idempotency.digest(request.path, request.raw))


def _claimed(request: Request) -> datetime | None:
    text = request.header("client-time")
    try:
        return clock.from_text(text) if text else None
    except ValueError as broken:
        raise Malformed() from broken


def _earlier(contract: Contract, parsed: AnyCall) -> Reply | None:
    if parsed.submission is None or contract.once is None:
        return None
    answer = idempotency.first_answer(parsed.submission, contract.once)
    return None if answer is None else _replay(answer, contract)


def _replay(answer: str, contract: Contract) -> Reply:
    status = contract.status if answer else 204
    return Reply(answer, status, "application/json", {**problems.DATA_HEADERS, "Idempotent-Replayed": "true"})


def _respond(result: Any, contract: Contract) -> Response:
    """Serialise here: a body that can't be serialised would escape Chalice's error handling."""
    if isinstance(result, Reply):
        headers: dict[str, Any] = {"Content-Type": result.content_type, **result.headers}
        if result.cookies:
            headers["Set-Cookie"] = list(result.cookies)
        always = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        return Response(result.body, {**always, **headers}, result.status)
    if result is None:
        return Response("", dict(problems.DATA_HEADERS), 204)
    body = result.model_dump_json()
    return Response(body, {"Content-Type": "application/json", **problems.DATA_HEADERS}, contract.status)
