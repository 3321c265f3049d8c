"""Signing in and out, and choosing the place one acts for."""

from mashangban.console import permissions, visits
from mashangban.console.forms import FORM, Form, error_of
from mashangban.console.pages import Go, PageCall, View, cookie, form, page
from mashangban.console.views import Field, Flash, Tone
from mashangban.identity import service as identity
from mashangban.identity.errors import PasswordMustChange
from mashangban.identity.schemas import StaffSignIn
from mashangban.identity.service.signing_in import ConsoleSession, Origin
from mashangban.kernel.errors import AppError, Unauthenticated
from mashangban.kernel.http import Blueprint, noting
from mashangban.kernel.sessions import IDENTITY

pages = Blueprint(__name__)
_HOME = "/console/"


@pages.route("/console/sign-in", methods=["GET"])
@page(permission=permissions.SIGN_IN, template="console/sign_in.html")
def sign_in_page(call: PageCall) -> View | Go:
    if visits.current():
        return Go(_own_path(call.request.query.get("next", "")))
    return _asked(Form({}), call.request.query.get("next", ""), None)


@pages.route("/console/sign-in", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SIGN_IN, template="console/sign_in.html")
def sign_in(call: PageCall) -> View | Go:
    visits.require_same_origin(call.request)
    given = Form.read(call.body)
    try:
        opened = _opened(call, given)
    except AppError as refused:
        noting.note(refused)
        return _asked(given, given.one("next"), refused)
    seconds = int((opened.ends_at - call.at).total_seconds())
    return Go(
        _own_path(given.one("next")), cookies=(cookie(visits.SESSION_COOKIE, opened.cookie, seconds=seconds),)
    )


def _opened(call: PageCall, given: Form) -> ConsoleSession:
    origin = Origin(call.request.ip, (call.request.header("user-agent") or "")[:120])
    # Taken as typed: a blank at the end of a password belongs to it.
    typed = {name: given.values[name][-1] for name in ("password", "new_password") if given.one(name)}
    return identity.create_console_session(given.parse(StaffSignIn, **typed), origin, call.at)


@pages.route("/console/sign-out", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SIGN_OUT, once=IDENTITY, again="/console/sign-in")
def sign_out(call: PageCall) -> Go:
    identity.sign_out(call.act)
    gone = (cookie(visits.SESSION_COOKIE, "", seconds=0), cookie(visits.PLACE_COOKIE, "", seconds=0))
    return Go(visits.SIGN_IN, Flash(Tone.GOOD, "已退出登录"), gone)


@pages.route("/console/place", methods=["GET"])
@page(permission=permissions.OPEN_DESK, template="")
def choose_place(call: PageCall) -> Go:
    """Remember which of one's own roles the pages are for; it only ever narrows."""
    visit = visits.current()
    if visit is None:
        raise Unauthenticated()
    wanted = call.request.query.get("place", "")
    mine = {visits.name_of(grant) for grant in visit.grants}
    return Go(_HOME, cookies=(cookie(visits.PLACE_COOKIE, wanted if wanted in mine else ""),))


def _asked(given: Form, next_path: str, refused: AppError | None) -> View:
    """The form; with a place for a new password once the one that was typed is one that was handed over."""
    first_time = isinstance(refused, PasswordMustChange) or "new_password" in given.values
    fields = (
        Field(
            "username", "用户名", given.one("username"), required=True, autocomplete="username",
            error=error_of(refused, "username"), attributes={"autofocus": ""},
        ),
        Field(
            "password", "初始密码" if first_time else "密码", kind="password", required=True,
            autocomplete="current-password", error=error_of(refused, "password"),
        ),
        *((_new_password(refused),) if first_time else ()),
        Field(
            "totp", "动态验证码", required=True, autocomplete="one-time-code", hint="手机验证器上现在显示的 6 位数字",
            error=error_of(refused, "totp"),
            attributes={"inputmode": "numeric", "maxlength": "6", "pattern": "[0-9]{6}", "class": "code-input"},
        ),
    )  # fmt: skip
    context = {"fields": fields, "next": next_path, "refused": refused}
    return View("登录管理台", context, status=refused.status if refused else 200)


def _new_password(refused: AppError | None) -> Field:
    return Field(
        "new_password", "新密码", kind="password", required=True, autocomplete="new-password",
        hint="至少 12 位，以后用它登录", error=error_of(refused, "new_password"), attributes={"maxlength": "128"},
    )  # fmt: skip


def _own_path(text: str) -> str:
    """Only addresses of the console itself: an address from outside leads home."""
    own = text.startswith("/console/") and not text.startswith(visits.SIGN_IN) and "\\" not in text
    return text if own and text.isprintable() else _HOME
