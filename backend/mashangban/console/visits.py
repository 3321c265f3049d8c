"""Who is looking: the console session behind the cookie, the place acted for, and the guard of every form."""

import hmac
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from mashangban.console.errors import ForeignForm
from mashangban.console.forms import FORM, Form
from mashangban.kernel import sessions
from mashangban.kernel.errors import Unauthenticated
from mashangban.kernel.http import Request
from mashangban.kernel.permissions import Grant, Principal
from mashangban.kernel.sessions import Session
from mashangban.kernel.settings import settings

SESSION_COOKIE = "console_session"
PLACE_COOKIE = "console_place"
FLASH_COOKIE = "console_flash"
SIGN_IN = "/console/sign-in"
_SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Visit:
    """One signed-in look at the console: the session, all its grants, and the principal narrowed to one place."""

    session: Session
    grants: tuple[Grant, ...]
    principal: Principal
    place: str

    @property
    def csrf(self) -> str:
        return self.session.csrf or ""


_current: ContextVar[Visit | None] = ContextVar("visit", default=None)


def is_secure() -> bool:
    """Whether people reach this site encrypted."""
    return settings().public_url.startswith("https:")


def cookie_name(name: str) -> str:
    """How a cookie of ours is called: a browser takes `__Host-` only from this very host, encrypted, so that no
    neighbour can plant one."""
    return f"__Host-{name}" if is_secure() else name


def current() -> Visit | None:
    """The visit of this request, once its door has let it in."""
    return _current.get()


def admit(request: Request, at: datetime) -> Principal:
    """The door's first question. Raises Unauthenticated, or ForeignForm for a form that is not ours."""
    _current.set(None)
    if request.path.rstrip("/") == SIGN_IN and request.method not in _SAFE:
        raise Unauthenticated()  # whoever signs in starts anew, whatever cookie is left from before
    session = sessions.from_cookie(request.cookies.get(cookie_name(SESSION_COOKIE)), at)
    visit = _visit(session, request.cookies.get(cookie_name(PLACE_COOKIE), ""), at)
    if request.method not in _SAFE:
        _require_own_form(request, visit)
    _current.set(visit)
    return visit.principal


def require_same_origin(request: Request) -> None:
    """For forms without a session (signing in): the browser says where a form came from. Raises ForeignForm."""
    origin = request.header("origin")
    if origin is None:
        return
    allowed = {urlsplit(settings().public_url).netloc, request.header("host") or ""}
    if urlsplit(origin).netloc not in allowed:
        raise ForeignForm()


def submission_key(request: Request) -> str | None:
    """The key under which a form is submitted once: a hidden field, or a header for raw uploads."""
    return request.header("idempotency-key") or _form(request).one("key") or None


def _visit(session: Session, place: str, at: datetime) -> Visit:
    everyone = session.principal(at)
    if not everyone.grants:
        raise Unauthenticated()
    chosen = next((grant for grant in everyone.grants if name_of(grant) == place), everyone.grants[0])
    return Visit(session, everyone.grants, replace(everyone, grants=(chosen,)), name_of(chosen))


def name_of(grant: Grant) -> str:
    """`role@scope`: how a place is named in the cookie and the switch."""
    return f"{grant.role.value}@{grant.scope}"


def _require_own_form(request: Request, visit: Visit) -> None:
    given = request.header("x-csrf-token") or _form(request).one("csrf")
    if not visit.csrf or not hmac.compare_digest(given.encode(), visit.csrf.encode()):
        raise ForeignForm()
    require_same_origin(request)


def _form(request: Request) -> Form:
    media = (request.header("content-type") or "").partition(";")[0].strip().lower()
    return Form.read(request.raw) if media == FORM else Form({})
