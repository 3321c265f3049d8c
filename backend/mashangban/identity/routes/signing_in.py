"""Signing in, staying in, signing out."""

from datetime import timedelta

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
from mashangban.identity.schemas.scans import ScanAsk, ScanAsked, ScanSignIn, ScanView
from mashangban.kernel.errors import NotFound, PartnerUnavailable
from mashangban.kernel.http import Blueprint, Call, endpoint
from mashangban.kernel.limits import Limit
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
    given = call.body
    return service.sign_in_by_sms(given.phone, given.code, origin(call.request), call.at, shared=given.shared)


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
    errors=(
        errors.StaffRefused,
        errors.StaffLocked,
        errors.PasswordMustChange,
        errors.InitialPasswordOver,
        errors.WeakPassword,
    ),
)
def sign_in_staff(call: Call[StaffSignIn, None]) -> Tokens:
    return service.sign_in_staff(call.body, origin(call.request), call.at)


@api.route(f"{BASE}/scans", methods=["POST"])
@endpoint(
    permission=permissions.SIGN_IN,
    body=ScanAsk,
    returns=ScanAsked,
    status=201,
    limit=Limit(IDENTITY, "scans", 600, timedelta(minutes=10)),
    errors=(errors.UnknownMachine,),
)
def ask_scan(call: Call[ScanAsk, None]) -> ScanAsked:
    """自助机出示扫码登录的图"""
    return service.ask_scan(call.body.voucher, call.at)


@api.route(f"{BASE}/scans/{{code}}", methods=["GET"])
@endpoint(permission=permissions.LET_IN, returns=ScanView, errors=(errors.ScanOver,))
def show_scan(call: Call[None, None], code: str) -> ScanView:
    """要登录的是哪台自助机"""
    return service.show_scan(code, call.at)


@api.route(f"{BASE}/scans/{{code}}/confirmation", methods=["POST"])
@endpoint(permission=permissions.LET_IN, status=204, once=IDENTITY, errors=(errors.ScanOver,))
def let_in(call: Call[None, None], code: str) -> None:
    """我就在这台自助机前，登录"""
    service.let_in(call.act, code)


@api.route(f"{BASE}/sessions/scan", methods=["POST"])
@endpoint(
    permission=permissions.SIGN_IN,
    body=ScanSignIn,
    returns=Tokens,
    status=201,
    limit=Limit(IDENTITY, "scan-sign-ins", 6000, timedelta(minutes=10)),
    errors=(errors.ScanWaits, errors.ScanOver),
)
def sign_in_by_scan(call: Call[ScanSignIn, None]) -> Tokens:
    """自助机：本人在手机上点了登录没有"""
    return service.sign_in_by_scan(call.body.code, call.body.secret, call.at)


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


@api.route(f"{BASE}/sessions/{{session_id}}", methods=["DELETE"])
@endpoint(permission=permissions.END_SESSIONS, status=204, once=IDENTITY, errors=(NotFound,))
def sign_out_of(call: Call[None, None], session_id: str) -> None:
    """退出我的一处登录"""
    service.sign_out_of(call.act, session_id)


@api.route(f"{BASE}/sessions", methods=["DELETE"])
@endpoint(permission=permissions.END_SESSIONS, status=204, once=IDENTITY)
def sign_out_everywhere(call: Call[None, None]) -> None:
    service.sign_out_everywhere(call.act)
