"""A page is a route: `@page` reads and shows, `@form` acts and goes on. Both stand under Chalice's own `route`.

Same services and permissions as the API; what differs is the door: a cookie for a token, pages for problems.
"""

import functools
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any, TypeVar
from urllib.parse import quote

from chalice.app import Response

from mashangban.console import menu, rendering, visits
from mashangban.console.forms import attempt
from mashangban.console.labels import scope_label
from mashangban.console.views import Choice, Flash, Link, Tone
from mashangban.kernel import ids, objects
from mashangban.kernel.errors import AppError, Unauthenticated
from mashangban.kernel.http import Call, Reply, Request, endpoint
from mashangban.kernel.http.endpoint import Door
from mashangban.kernel.http.problems import headers as problem_headers
from mashangban.kernel.http.problems import problem
from mashangban.kernel.permissions import Permission
from mashangban.kernel.settings import Table

PageCall = Call[Any, Any]
F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")
SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows: its heading, the way to it, and what its template needs; `pictures` (films too)
    from the object store."""

    title: str
    context: Mapping[str, Any] = field(default_factory=dict)
    lead: str = ""
    crumbs: tuple[Link, ...] = ()
    status: int = 200
    flash: Flash | None = None
    template: str | None = None
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class Go:
    """Where an act leads, and what is said there."""

    location: str
    flash: Flash | None = None
    cookies: tuple[str, ...] = ()


def acted(where: str, run: Callable[[], T], title: str, text: Callable[[T], str] = lambda _: "") -> Go:
    """Run an act and go on to a page that says what came of it, or why it was refused."""
    done = attempt(run)
    if isinstance(done, AppError):
        return Go(where, refusal(done))
    return Go(where, Flash(Tone.GOOD, title, text(done)))


def refusal(done: AppError) -> Flash:
    """What a page says of an act that was refused: the fields to mend, or else what happened and what to do."""
    wrong = "；".join(f"{one.field}：{one.message}" for one in done.errors)
    return Flash(Tone.BAD, done.title, wrong or done.detail or done.next or "")


@dataclass(frozen=True, slots=True)
class Shell:
    """What surrounds every page."""

    person: str
    csrf: str
    key: str
    menu: tuple[menu.MenuArea, ...]
    folds: bool
    current: str
    place: str
    places: tuple[Choice, ...]
    flash: Flash | None


def page(*, permission: Permission, template: str) -> Callable[[F], Callable[..., Response]]:
    """A page one may look at. The function `(call, **path_values)` returns a View (or a Reply, e.g. a file)."""
    return _door(permission, template, None, None)


def form(
    *, permission: Permission, template: str = "", once: Table | None = None, again: str = "/console/"
) -> Callable[[F], Callable[..., Response]]:
    """A page that acts. It returns Go, or a View that shows the form once more with what is wrong.

    `once` as for the API; `again` is where a repeated submission leads, filled from the first answer (`.../{id}`);
    empty for uploads by script, which read the first answer themselves.
    """
    return _door(permission, template, once, again)


def _door(
    permission: Permission, template: str, once: Table | None, again: str | None
) -> Callable[[F], Callable[..., Response]]:
    body = bytes if again is not None else None

    def decorate(view: F) -> Callable[..., Response]:
        @functools.wraps(view)
        def shown(call: PageCall, **values: str) -> Reply:
            return _reply(view(call, **values), call.request, template)

        routed = endpoint(permission=permission, body=body, once=once, door=CONSOLE)(shown)

        @functools.wraps(routed)
        def route(**values: str) -> Response:
            answer = routed(**values)
            return _led_on(answer, again) if again and "Idempotent-Replayed" in answer.headers else answer

        return route

    return decorate


def _reply(result: View | Go | Reply, request: Request, template: str) -> Reply:
    if isinstance(result, Reply):
        return Reply(
            result.body, result.status, result.content_type, {**SECURITY, **result.headers}, result.cookies
        )
    if isinstance(result, Go):
        return _redirect(result)
    return _shown(result, request, template)


def _redirect(go: Go) -> Reply:
    cookies = (
        (*go.cookies, cookie(visits.FLASH_COOKIE, _pack(go.flash), seconds=60)) if go.flash else go.cookies
    )
    return Reply("", 303, headers={"Location": go.location, **SECURITY}, cookies=cookies)


def _shown(view: View, request: Request, template: str) -> Reply:
    visit = visits.current()
    shell = _shell(visit, request, view.flash) if visit else None
    context = {"title": view.title, "lead": view.lead, "crumbs": view.crumbs, "shell": shell, **view.context}
    html = rendering.render(view.template or template, context)
    seen = visits.cookie_name(visits.FLASH_COOKIE) in request.cookies
    cookies = (cookie(visits.FLASH_COOKIE, "", seconds=0),) if seen else ()
    return Reply(html, view.status, headers=_with_pictures() if view.pictures else SECURITY, cookies=cookies)


def _with_pictures() -> dict[str, str]:
    policy = SECURITY["Content-Security-Policy"].replace(
        "img-src 'self'", f"img-src 'self' {objects.origin()}"
    )
    return {**SECURITY, "Content-Security-Policy": f"{policy}; media-src {objects.origin()}"}


def _shell(visit: visits.Visit, request: Request, flash: Flash | None) -> Shell:
    places = tuple(
        Choice(visits.name_of(grant), f"{scope_label(grant.scope)} · {grant.role.label}")
        for grant in visit.grants
    )
    shown = menu.menu_for(visit.principal)
    return Shell(
        person=visit.session.label or "工作人员",
        csrf=visit.csrf,
        key=ids.new_id(),
        menu=shown,
        folds=menu.folds(shown),
        current=menu.current(request.path),
        place=visit.place,
        places=places,
        flash=flash or _unpack(request.cookies.get(visits.cookie_name(visits.FLASH_COOKIE), "")),
    )


def _refuse(error: AppError, request: Request) -> Reply:
    """Errors as pages: sign in first, or what happened, what is kept, what to do next."""
    if "application/json" in (request.header("accept") or ""):
        body = json.dumps(problem(error, request.id), ensure_ascii=False)
        extra = problem_headers(error)
        return Reply(body, error.status, extra.pop("Content-Type"), {**extra, **SECURITY})
    if isinstance(error, Unauthenticated):
        return _to_sign_in(request)
    template = "console/problem.html" if visits.current() else "console/problem_alone.html"
    return _shown(
        View(error.title, {"problem": error, "request_id": request.id}, status=error.status),
        request,
        template,
    )


def _to_sign_in(request: Request) -> Reply:
    wanted = request.path if request.method == "GET" else "/console/"
    location = f"{visits.SIGN_IN}?next={quote(wanted)}"
    if request.header("hx-request"):
        return Reply("", 401, headers={"HX-Redirect": location, **SECURITY})
    return Reply("", 303, headers={"Location": location, **SECURITY})


def _led_on(answer: Response, again: str) -> Response:
    """A form sent twice: go where the first one led."""
    first = json.loads(answer.body) if answer.body else {}
    headers: dict[str, Any] = {"Location": again.format_map(first), "Cache-Control": "no-store", **SECURITY}
    return Response("", headers, 303)


def cookie(name: str, value: str, *, seconds: int | None = None) -> str:
    """A strict cookie of the console; without `seconds` it ends with the browser."""
    jar: SimpleCookie = SimpleCookie()
    called, secure = visits.cookie_name(name), visits.is_secure()
    jar[called] = value
    # The prefix asks for the whole host; without it the cookie stays with the console's pages.
    jar[called].update({"path": "/" if secure else "/console", "samesite": "Strict"})
    jar[called]["httponly"] = True
    if secure:
        jar[called]["secure"] = True
    if seconds is not None:
        jar[called]["max-age"] = seconds
    return jar[called].OutputString()


def _pack(flash: Flash | None) -> str:
    told = [flash.tone.value, flash.title, flash.text] if flash else []
    return urlsafe_b64encode(json.dumps(told).encode()).decode().rstrip("=")


def _unpack(packed: str) -> Flash | None:
    if not packed:
        return None
    try:
        tone, title, text = json.loads(urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
        return Flash(Tone(tone), str(title), str(text))
    except ValueError:
        return None


CONSOLE = Door(authenticate=visits.admit, refuse=_refuse, submission_key=visits.submission_key)
