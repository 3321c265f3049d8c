"""What everyone may see and change of themselves."""

from mashangban.identity import errors, permissions, service, terms
from mashangban.identity.routes.origin import origin
from mashangban.identity.schemas import (
    AuthenticatorRenewal,
    ConsentTexts,
    ConsentTextView,
    Erasure,
    ErasureRequest,
    Me,
    OwnStaffAccount,
    PasswordChange,
    PhoneChange,
    PreferencesChange,
    RealNameProof,
    StaffAccess,
)
from mashangban.identity.terms import Purpose
from mashangban.kernel.errors import NotFound, PartnerUnavailable
from mashangban.kernel.http import Blueprint, Call, endpoint
from mashangban.kernel.sessions import IDENTITY

api = Blueprint(__name__)
BASE = "/v1/identity"


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
    return service.change_phone(call.act, call.body, origin(call.request))


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


@api.route(f"{BASE}/me/authenticator", methods=["POST"])
@endpoint(
    permission=permissions.CHANGE_ME,
    body=AuthenticatorRenewal,
    returns=StaffAccess,
    status=201,
    once=IDENTITY,
    errors=(errors.OldPasswordWrong, errors.StaffLocked),
)
def renew_authenticator(call: Call[AuthenticatorRenewal, None]) -> StaffAccess:
    return service.renew_authenticator(call.act, call.body)


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
