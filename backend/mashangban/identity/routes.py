"""The API of identity: `/v1/identity`."""

from mashangban.identity import errors, permissions, service, terms
from mashangban.identity.schemas import (
    CodeRequest,
    CodeSent,
    ConsentTexts,
    ConsentTextView,
    Erasure,
    ErasureRequest,
    GrantQuery,
    GrantRequest,
    GrantView,
    Me,
    MyData,
    OwnStaffAccount,
    PasswordChange,
    PhoneChange,
    PreferencesChange,
    RealNameProof,
    Refresh,
    Sessions,
    SmsSignIn,
    StaffAccess,
    StaffCreation,
    StaffSignIn,
    Tokens,
    WechatSignIn,
)
from mashangban.identity.service.granting import GrantOrder
from mashangban.identity.service.signing_in import Origin
from mashangban.identity.terms import Purpose
from mashangban.kernel.errors import NotFound, PartnerUnavailable
from mashangban.kernel.http import Blueprint, Call, Listing, Request, endpoint
from mashangban.kernel.permissions import Scope
from mashangban.kernel.sessions import IDENTITY

api = Blueprint(__name__)
BASE = "/v1/identity"


def _origin(request: Request) -> Origin:
    return Origin(request.ip, request.header("user-agent") or "")


@api.route(f"{BASE}/sms-codes", methods=["POST"])
@endpoint(
    permission=permissions.SIGN_IN,
    body=CodeRequest,
    returns=CodeSent,
    status=202,
    errors=(errors.TooManyCodes, PartnerUnavailable),
)
def send_code(call: Call[CodeRequest, None]) -> CodeSent:
    return service.send_code(call.body.phone, _origin(call.request), call.at)


@api.route(f"{BASE}/sessions/sms", methods=["POST"])
@endpoint(
    permission=permissions.SIGN_IN,
    body=SmsSignIn,
    returns=Tokens,
    status=201,
    errors=(errors.WrongCode, errors.CodeSpent, errors.TooMany),
)
def sign_in_by_sms(call: Call[SmsSignIn, None]) -> Tokens:
    return service.sign_in_by_sms(call.body.phone, call.body.code, _origin(call.request), call.at)


@api.route(f"{BASE}/sessions/wechat", methods=["POST"])
@endpoint(
    permission=permissions.SIGN_IN,
    body=WechatSignIn,
    returns=Tokens,
    status=201,
    errors=(errors.WechatRefused, PartnerUnavailable),
)
def sign_in_by_wechat(call: Call[WechatSignIn, None]) -> Tokens:
    return service.sign_in_by_wechat(call.body.code, _origin(call.request), call.at)


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
    return service.sign_in_staff(given.username, given.password, given.totp, _origin(call.request), call.at)


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


@api.route(f"{BASE}/me", methods=["GET"])
@endpoint(permission=permissions.READ_ME, returns=Me)
def me(call: Call[None, None]) -> Me:
    return service.me(call.actor, call.at)


@api.route(f"{BASE}/me/preferences", methods=["PUT"])
@endpoint(permission=permissions.CHANGE_ME, body=PreferencesChange, returns=Me, once=IDENTITY)
def change_preferences(call: Call[PreferencesChange, None]) -> Me:
    return service.change_preferences(call.act, call.body)


@api.route(f"{BASE}/me/phone", methods=["PUT"])
@endpoint(
    permission=permissions.CHANGE_ME,
    body=PhoneChange,
    returns=Me,
    once=IDENTITY,
    errors=(errors.WrongCode, errors.CodeSpent, errors.PhoneTaken, errors.TooMany),
)
def change_phone(call: Call[PhoneChange, None]) -> Me:
    return service.change_phone(call.act, call.body, _origin(call.request))


@api.route(f"{BASE}/me/staff-account", methods=["POST"])
@endpoint(
    permission=permissions.CHANGE_ME,
    body=OwnStaffAccount,
    returns=StaffAccess,
    status=201,
    once=IDENTITY,
    errors=(errors.UsernameTaken, errors.WeakPassword),
)
def open_own_account(call: Call[OwnStaffAccount, None]) -> StaffAccess:
    return service.open_own_account(call.act, call.body)


@api.route(f"{BASE}/me/password", methods=["PUT"])
@endpoint(
    permission=permissions.CHANGE_ME,
    body=PasswordChange,
    status=204,
    once=IDENTITY,
    errors=(errors.OldPasswordWrong, errors.StaffLocked, errors.WeakPassword),
)
def change_password(call: Call[PasswordChange, None]) -> None:
    service.change_password(call.act, call.body)


@api.route(f"{BASE}/me/data", methods=["GET"])
@endpoint(permission=permissions.EXPORT_ME, returns=MyData)
def export_me(call: Call[None, None]) -> MyData:
    return service.export_me(call.act)


@api.route(f"{BASE}/me/erasure", methods=["POST"])
@endpoint(permission=permissions.ERASE_ME, body=ErasureRequest, returns=Erasure, status=202, once=IDENTITY)
def erase_me(call: Call[ErasureRequest, None]) -> Erasure:
    return service.erase_me(call.act)


@api.route(f"{BASE}/me/consents/{{purpose}}", methods=["DELETE"])
@endpoint(permission=permissions.CHANGE_ME, returns=Me, once=IDENTITY, errors=(NotFound,))
def withdraw_consent(call: Call[None, None], purpose: str) -> Me:
    if purpose not in set(Purpose):
        raise NotFound()
    return service.withdraw_consent(call.act, Purpose(purpose))


@api.route(f"{BASE}/consents", methods=["GET"])
@endpoint(permission=permissions.READ_CONSENT_TEXTS, returns=ConsentTexts)
def consent_texts(call: Call[None, None]) -> ConsentTexts:
    return ConsentTexts(items=[ConsentTextView.model_validate(one) for one in terms.CONSENTS])


@api.route(f"{BASE}/real-name", methods=["POST"])
@endpoint(
    permission=permissions.PROVE_NAME,
    body=RealNameProof,
    returns=Me,
    status=201,
    once=IDENTITY,
    errors=(
        errors.RealNameMismatch,
        errors.RealNameNotFound,
        errors.IdNumberTaken,
        errors.AlreadyVerified,
        errors.ConsentOutdated,
        errors.TooManyRealNameTries,
        PartnerUnavailable,
    ),
)
def prove_name(call: Call[RealNameProof, None]) -> Me:
    return service.prove_name(call.act, call.body)


@api.route(f"{BASE}/grants", methods=["POST"])
@endpoint(
    permission=permissions.CHANGE_GRANTS,
    body=GrantRequest,
    returns=GrantView,
    status=201,
    once=IDENTITY,
    errors=(errors.MayNotGrant, errors.WrongScope, errors.GrantNeedsEnd, errors.PersonUnknown),
)
def grant(call: Call[GrantRequest, None]) -> GrantView:
    asked = call.body
    order = GrantOrder(
        role=asked.role,
        scope=Scope.parse(asked.scope),
        person_id=asked.person_id,
        phone=asked.phone,
        label=asked.scope_label,
        valid_from=asked.valid_from,
        valid_to=asked.valid_to,
    )
    return service.grant(call.act, order)


@api.route(f"{BASE}/grants/{{grant_id}}", methods=["DELETE"])
@endpoint(
    permission=permissions.END_GRANTS,
    status=204,
    once=IDENTITY,
    errors=(errors.MayNotGrant, errors.GrantEnded, NotFound),
)
def revoke(call: Call[None, None], grant_id: str) -> None:
    service.revoke(call.act, grant_id)


@api.route(f"{BASE}/grants", methods=["GET"])
@endpoint(
    permission=permissions.READ_GRANTS,
    query=GrantQuery,
    returns=Listing[GrantView],
    errors=(errors.MayNotGrant,),
)
def grants_at(call: Call[None, GrantQuery]) -> Listing[GrantView]:
    page = service.grants_at(call.actor, Scope.parse(call.query.scope), call.query.page, call.at)
    return Listing[GrantView].model_validate(page)


@api.route(f"{BASE}/staff", methods=["POST"])
@endpoint(
    permission=permissions.CREATE_STAFF,
    body=StaffCreation,
    returns=StaffAccess,
    status=201,
    once=IDENTITY,
    errors=(errors.UsernameTaken, errors.StaffPhoneTaken, errors.WeakPassword),
)
def create_staff(call: Call[StaffCreation, None]) -> StaffAccess:
    return service.create_staff(call.act, call.body)


@api.route(f"{BASE}/staff/{{username}}/reset", methods=["POST"])
@endpoint(
    permission=permissions.RESET_STAFF,
    returns=StaffAccess,
    once=IDENTITY,
    errors=(errors.PersonUnknown,),
)
def reset_staff(call: Call[None, None], username: str) -> StaffAccess:
    return service.reset_staff(call.act, username)
