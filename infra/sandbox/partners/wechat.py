"""The WeChat mini-program server API: login codes, the stable access token, subscribe messages.

Errors come as HTTP 200 with errcode and errmsg, as there. Test phones are made on the page or with
`POST /wechat/codes`; a login code lives five minutes and works once.
"""

import hashlib
import secrets
import time
from typing import Any

from werkzeug import Request, Response
from werkzeug.utils import redirect

from sandbox.faults import Fault
from sandbox.partner import Partner, Route, World, json_body, json_reply, page_reply, text_field
from sandbox.signatures import RefusedError
from sandbox.store import Store

CODE_SECONDS = 300
TOKEN_SECONDS = 7200
ERRORS = {
    40001: "invalid credential, access_token is invalid or not latest",
    40002: "invalid grant_type",
    40003: "invalid openid",
    40013: "invalid appid",
    40029: "invalid code",
    40037: "invalid template_id",
    40125: "invalid appsecret",
    40163: "code been used",
    43101: "user refuse to accept the msg",
    47003: "argument invalid!",
}


def _error(code: int) -> Response:
    return json_reply({"errcode": code, "errmsg": f"{ERRORS[code]} rid: {secrets.token_hex(8)}"})


def _credential_error(world: World, app_id: object, secret: object) -> int | None:
    key = world.keys["wechat"]
    if app_id != key.app_id:
        return 40013
    return None if secret == key.secret else 40125


def _openid(app_id: str, device: str) -> str:
    return "o" + hashlib.sha256(f"{app_id}/{device}".encode()).hexdigest()[:27]


def code_to_session(world: World, request: Request, fault: Fault) -> Response:
    """jscode2session: swap a login code for openid and session_key, once."""
    asked = request.args
    wrong = _credential_error(world, asked.get("appid"), asked.get("secret"))
    if wrong or asked.get("grant_type") != "authorization_code":
        return _error(wrong or 40002)
    code = asked.get("js_code", "")
    minted = world.store.take("wechat-code", code)
    if minted is None or minted["until"] < time.time():
        used = world.store.get("wechat-used", code) is not None
        return _error(40163 if used else 40029)
    world.store.put("wechat-used", code, {})
    session = {
        "session_key": secrets.token_urlsafe(18),
        "openid": minted["openid"],
        "unionid": "u" + minted["openid"][1:],
    }
    # The real one labels its JSON as plain text.
    return json_reply(session, mimetype="text/plain")


def stable_token(world: World, request: Request, fault: Fault) -> Response:
    """stable_token: the same token while it lives, a new one when forced."""
    body = json_body(request)
    wrong = _credential_error(world, body.get("appid"), body.get("secret"))
    if wrong or body.get("grant_type") != "client_credential":
        return _error(wrong or 40002)
    token = world.store.get("wechat-token", "current")
    now = time.time()
    if token is None or token["until"] <= now or body.get("force_refresh") is True:
        token = {"value": secrets.token_urlsafe(64), "until": now + TOKEN_SECONDS}
        world.store.put("wechat-token", "current", token)
    return json_reply({"access_token": token["value"], "expires_in": int(token["until"] - now)})


def send_message(world: World, request: Request, fault: Fault) -> Response:
    """subscribe/send: deliver one template message and use up one consent of that person."""
    token = world.store.get("wechat-token", "current")
    if not token or token["until"] < time.time() or request.args.get("access_token") != token["value"]:
        return _error(40001)
    body = json_body(request)
    wrong = _message_error(world.store, body)
    if wrong:
        return _error(wrong)
    message_id = secrets.randbits(53)
    message = {"msgid": message_id, "sent_at": time.time()} | {
        name: body.get(name) for name in ("touser", "template_id", "page", "data", "miniprogram_state")
    }
    world.store.put("wechat-message", str(message_id), message)
    return json_reply({"errcode": 0, "errmsg": "ok", "msgid": message_id})


def _message_error(store: Store, body: dict[str, Any]) -> int | None:
    user = store.get("wechat-user", str(body.get("touser")))
    if user is None:
        return 40003
    template, data = body.get("template_id"), body.get("data")
    if not isinstance(template, str) or not template:
        return 40037
    fields = data.values() if isinstance(data, dict) else ()
    if not fields or not all(isinstance(one, dict) and isinstance(one.get("value"), str) for one in fields):
        return 47003
    if not user["consents"].get(template):
        return 43101
    user["consents"][template] -= 1
    store.put("wechat-user", user["openid"], user)
    return None


def _mint(world: World, device: str) -> dict[str, str]:
    openid = _openid(world.keys["wechat"].app_id, device)
    world.store.add("wechat-user", openid, {"openid": openid, "device": device, "consents": {}})
    code = "0" + secrets.token_hex(15) + "w"
    world.store.put("wechat-code", code, {"openid": openid, "until": time.time() + CODE_SECONDS})
    return {"code": code, "openid": openid, "device": device}


def mint_code(world: World, request: Request, fault: Fault) -> Response:
    """Play `wx.login` on a test phone: {"device"} -> {"code", "openid"}."""
    return json_reply(_mint(world, text_field(json_body(request), "device", 60)), 201)


def mint_from_page(world: World, request: Request, fault: Fault) -> Response:
    """The same from the page's form."""
    minted = _mint(world, text_field(request.form, "device", 60))
    return redirect(f"/wechat/?code={minted['code']}", 303)


def give_consent(world: World, request: Request, fault: Fault, openid: str) -> Response:
    """Play `wx.requestSubscribeMessage`: {"template_id": count} adds that many consents."""
    user = world.store.get("wechat-user", openid)
    if user is None:
        raise RefusedError(404, "openid_unknown", "no such test phone")
    for template, count in json_body(request).items():
        user["consents"][template] = user["consents"].get(template, 0) + int(count)
    world.store.put("wechat-user", openid, user)
    return json_reply(user)


def messages(world: World, request: Request, fault: Fault) -> Response:
    """Show delivered messages as JSON, newest first; `?openid=` narrows."""
    openid = request.args.get("openid")
    items = world.store.newest("wechat-message", 200)
    return json_reply({"items": [one for one in items if not openid or one["touser"] == openid]})


def page(world: World, request: Request, fault: Fault) -> Response:
    """Show test phones, a fresh code and delivered messages."""
    return page_reply(
        "wechat.html",
        code=request.args.get("code"),
        users=world.store.newest("wechat-user"),
        messages=world.store.newest("wechat-message"),
    )


PARTNER = Partner(
    "wechat",
    "微信小程序",
    "/wechat/",
    (
        Route("GET", "/sns/jscode2session", code_to_session),
        Route("POST", "/cgi-bin/stable_token", stable_token),
        Route("POST", "/cgi-bin/message/subscribe/send", send_message),
        Route("POST", "/wechat/codes", mint_code, outside=False),
        Route("POST", "/wechat/codes/form", mint_from_page, outside=False),
        Route("POST", "/wechat/users/<openid>/consents", give_consent, outside=False),
        Route("GET", "/wechat/messages", messages, outside=False),
        Route("GET", "/wechat/", page, outside=False),
    ),
)
