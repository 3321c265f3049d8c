"""One's own account: the password, and where one is signed in."""

from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Field, Flash, Tone
from mashangban.console.visits import SIGN_IN
from mashangban.identity import permissions
from mashangban.identity import service as identity
from mashangban.identity.schemas import PasswordChange
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError, NotFound
from mashangban.kernel.http import Blueprint
from mashangban.kernel.sessions import IDENTITY

pages = Blueprint(__name__)
HOME = "/console/account"


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.READ_SESSIONS, template="console/account.html")
def account(call: PageCall) -> View:
    return _view(call, None)


@pages.route(HOME + "/password", methods=["POST"], content_types=[FORM])
@form(permission=permissions.CHANGE_ME, template="console/account.html", once=IDENTITY, again=HOME)
def change_password(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    # Taken as typed: a blank at the end of a password belongs to it.
    typed = {name: given.values.get(name, ("",))[-1] for name in ("old_password", "new_password")}
    done = attempt(lambda: identity.change_password(call.act, PasswordChange(**typed)))
    if isinstance(done, AppError):
        return _view(call, done)
    return Go(HOME, Flash(Tone.GOOD, "密码已修改", "别处的登录都已退出"))


@pages.route(HOME + "/sessions/end", methods=["POST"], content_types=[FORM])
@form(permission=permissions.END_SESSIONS, once=IDENTITY, again=HOME)
def sign_out_of(call: PageCall) -> Go:
    try:
        identity.sign_out_of(call.act, Form.read(call.body).one("session"))
    except NotFound:
        return Go(HOME, Flash(Tone.PLAIN, "那一处先前已经退出了"))
    return Go(HOME, Flash(Tone.GOOD, "已退出那一处"))


@pages.route(HOME + "/sign-out", methods=["POST"], content_types=[FORM])
@form(permission=permissions.END_SESSIONS, once=IDENTITY, again=SIGN_IN)
def sign_out_everywhere(call: PageCall) -> Go:
    identity.sign_out_everywhere(call.act)
    return Go(SIGN_IN, Flash(Tone.GOOD, "所有地方都已退出登录"))


def _view(call: PageCall, refused: AppError | None) -> View:
    fields = (
        Field(
            "old_password",
            "现在的密码",
            kind="password",
            required=True,
            autocomplete="current-password",
            error=error_of(refused, "old_password"),
            attributes={"maxlength": "128"},
        ),
        Field(
            "new_password",
            "新密码",
            kind="password",
            required=True,
            autocomplete="new-password",
            error=error_of(refused, "new_password"),
            hint="至少 12 位，不要和用户名相近",
            attributes={"maxlength": "128"},
        ),
    )
    context = {
        "sessions": identity.my_sessions(call.actor, call.at).items,
        "fields": fields,
        "refused": refused,
        "key": ids.new_id(),
    }
    return View("我的账号", context, status=refused.status if refused else 200)
