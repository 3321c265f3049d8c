"""Signing in, staying in, signing out."""

from mashangban.identity import errors, permissions, service
from mashangban.identity.routes.origin import origin
from mashangban.identity.schemas import (
    CodeRequest,
    CodeSent,
    Refresh,
    Sessions,
    SmsSignIn,
    StaffSignIn,
    Tokens,
    WechatSignIn,
)
from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.http import Blueprint, Call, endpoint
from mashangban.kernel.sessions import IDENTITY

api = Blueprint(__name__)
BASE = "/v1/identity"


@api.route(f"{BASE}/sms-codes", methods=["POST"])
@endpoint(
    permission=permissions.SIGN_IN,
    body=CodeRequest,
    returns=CodeSent,
    status=202,
    errors=(errors.TooManyCodes, PartnerUnavailable),
)
def send_code(call: Call[CodeRequest, None]) -> CodeSent:
    return service.send_code(call.body.phone, origin(call.request), call.at)


@api.route(f"{BASE}/sessions/sms", methods=["POST"])
@endpoint(
    permission=permissions.SIGN_IN,
    body=SmsSignIn,
    returns=Tokens,
    status=201,
    errors=(errors.WrongCode, errors.CodeSpent, errors.TooMany),
)
def sign_in_by_sms(call: Call[SmsSignIn, None]) -> Tokens:
    return service.sign_in_by_sms(call.body.phone, call.body.code, origin(call.request), call.at)


@api.route(f"{BASE}/sessions/wechat", methods=["POST"])
@endpoint(
    permission=permissions.SIGN_IN,
    body=WechatSignIn,
    returns=Tokens,
    status=201,
    errors=(errors.WechatRefused, PartnerUnavailable),
)
def sign_in_by_wechat(call: Call[WechatSignIn, None]) -> Tokens:
    return service.sign_in_by_wechat(call.body.code, origin(call.request), call.at)


@api.route(f"{BASE}/sessions/staff", methods=["POST"])
@endpoint(
    permission=permissions.SIGN_IN,
    body=StaffSignIn,
    returns=Tokens,
    status=201,
    errors=(errors.StaffRefused, errors.StaffLocked),
)
def sign_in_staff(call: Call[StaffSignIn, None]) -> Tokens:
    given = call.body
    return service.sign_in_staff(given.username, given.password, given.totp, origin(call.request), call.at)


@api.route(f"{BASE}/sessions/refresh", methods=["POST"])
@endpoint(
    permission=permissions.SIGN_IN,
    body=Refresh,
    returns=Tokens,
    status=201,
    errors=(errors.RefreshRefused, errors.RefreshReused),
)
def refresh(call: Call[Refresh, None]) -> Tokens:
    return service.refresh(call.body.refresh_token, call.at)


@api.route(f"{BASE}/sessions", methods=["GET"])
@endpoint(permission=permissions.READ_SESSIONS, returns=Sessions)
def my_sessions(call: Call[None, None]) -> Sessions:
    return service.my_sessions(call.actor, call.at)


@api.route(f"{BASE}/sessions/current", methods=["DELETE"])
@endpoint(permission=permissions.END_SESSIONS, status=204, once=IDENTITY)
def sign_out(call: Call[None, None]) -> None:
    service.sign_out(call.act)


@api.route(f"{BASE}/sessions", methods=["DELETE"])
@endpoint(permission=permissions.END_SESSIONS, status=204, once=IDENTITY)
def sign_out_everywhere(call: Call[None, None]) -> None:
    service.sign_out_everywhere(call.act)
