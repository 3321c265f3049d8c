"""Wire shapes of identity."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mashangban.identity.terms import Purpose, SignInMethod
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.permissions import Role

Typed = Annotated[str, StringConstraints(min_length=1, max_length=64)]
SixDigits = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
ScopeText = Annotated[str, StringConstraints(pattern=r"^(\*|(region|org|project):[A-Za-z0-9_-]{1,64})$")]
Username = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9._-]{3,31}$", to_lower=True)]


class WechatSignIn(Schema):
    """The code of `wx.login`."""

    code: Annotated[str, StringConstraints(min_length=1, max_length=256)]


class CodeRequest(Schema):
    """Where to send a one-time code."""

    phone: Typed


class CodeSent(Schema):
    """The same answer whether or not the phone is known. Seconds."""

    expires_in: int
    resend_after: int


class SmsSignIn(Schema):
    """Phone and the code it received; `shared`: at a machine that others use after, so for minutes only."""

    phone: Typed
    code: SixDigits
    shared: bool = False


class StaffSignIn(Schema):
    """User name, password, one-time code of the authenticator; the first time one's own password beside the one that
    was handed over."""

    username: Typed
    password: Annotated[str, StringConstraints(min_length=1, max_length=128, strip_whitespace=False)]
    totp: SixDigits
    new_password: Annotated[str, StringConstraints(max_length=128, strip_whitespace=False)] | None = None


class Refresh(Schema):
    """The latest refresh token; it works once."""

    refresh_token: Annotated[str, StringConstraints(min_length=1, max_length=256)]


class PreferencesView(Schema):
    """How screens are shown."""

    elder_mode: bool
    speech: bool
    high_contrast: bool


class PreferencesChange(Schema):
    """What to change; the rest stays."""

    elder_mode: bool | None = None
    speech: bool | None = None
    high_contrast: bool | None = None


class RoleView(Schema):
    """A role held now, in words for screens."""

    role: Role
    role_label: str
    scope: str
    scope_label: str


class Me(Schema):
    """The signed-in person; personal data is masked."""

    person_id: str
    name_masked: str | None
    phone_masked: str | None
    id_number_masked: str | None
    real_name: Literal["none", "verified"]
    verified_at: datetime | None
    roles: list[RoleView]
    preferences: PreferencesView


class Tokens(Schema):
    """A session's tokens; `expires_in` is the access token's life in seconds."""

    access_token: str
    refresh_token: str
    token_type: Literal["Bearer"] = "Bearer"
    expires_in: int
    me: Me


class SessionView(Schema):
    """One sign-in of mine."""

    session_id: str
    method: SignInMethod
    method_label: str
    device: str
    current: bool
    created_at: datetime
    ends_at: datetime


class Sessions(Schema):
    """My sign-ins, newest first."""

    items: list[SessionView]


class RealNameProof(Schema):
    """Name and number as the card has them, and which text was agreed to."""

    name: Typed
    id_number: Typed
    consent_version: Typed


class ConsentTextView(Schema):
    """A text to be agreed to."""

    purpose: Purpose
    version: str
    title: str
    text: str


class ConsentTexts(Schema):
    """The texts in force."""

    items: list[ConsentTextView]


class PhoneChange(Schema):
    """A new phone and the code it received."""

    phone: Typed
    code: SixDigits


class GrantRequest(Schema):
    """A role for a person known by id or by phone."""

    person_id: Typed | None = None
    phone: Typed | None = None
    role: Role
    scope: ScopeText
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    scope_label: Annotated[str, StringConstraints(max_length=60)] = ""


class GrantView(Schema):
    """A role that was given."""

    grant_id: str
    person_id: str
    name_masked: str | None
    phone_masked: str | None
    role: Role
    role_label: str
    scope: str
    scope_label: str
    valid_from: datetime
    valid_to: datetime | None
    granted_by: str


class GrantQuery(ListQuery):
    """Whose roles at which scope."""

    scope: ScopeText


class StaffCreation(Schema):
    """A new member of staff; without a password one is made and shown once."""

    username: Username
    name: Typed
    phone: Typed | None = None
    password: Annotated[str, StringConstraints(max_length=128, strip_whitespace=False)] | None = None


class StaffAccess(Schema):
    """What a new member of staff needs to sign in: shown once, to be handed over in person."""

    person_id: str
    username: str
    initial_password: str | None
    totp_secret: str
    totp_uri: str


class OwnStaffAccount(Schema):
    """Open the console for myself."""

    username: Username
    password: Annotated[str, StringConstraints(max_length=128, strip_whitespace=False)]


class PasswordChange(Schema):
    """The old password proves that it is still me."""

    old_password: Annotated[str, StringConstraints(max_length=128, strip_whitespace=False)]
    new_password: Annotated[str, StringConstraints(max_length=128, strip_whitespace=False)]


class AuthenticatorRenewal(Schema):
    """The password proves that it is still me."""

    password: Annotated[str, StringConstraints(max_length=128, strip_whitespace=False)]


class ConsentExport(Schema):
    purpose: Purpose
    version: str
    given_at: datetime
    withdrawn_at: datetime | None


class GrantExport(Schema):
    role_label: str
    scope_label: str
    valid_from: datetime
    valid_to: datetime | None
    revoked_at: datetime | None


class EventExport(Schema):
    at: datetime
    type: str
    actor: str
    hash: str


class MyData(Schema):
    """Everything identity keeps about me, in full (个人信息保护法 Art. 45)."""

    person_id: str
    name: str | None
    phone: str | None
    id_number: str | None
    wechat_openid: str | None
    created_at: datetime
    real_name: str
    verified_at: datetime | None
    preferences: PreferencesView
    roles: list[GrantExport]
    sessions: list[SessionView]
    consents: list[ConsentExport]
    events: list[EventExport]


class ErasureRequest(Schema):
    """Why, if the person wants to say."""

    reason: Annotated[str, StringConstraints(max_length=200)] | None = None


class HoldView(Schema):
    """What the law makes us keep, and until when."""

    reason: str
    until: datetime | None = None


class Erasure(Schema):
    """`erased`: done. `held`: noted; these reasons stand in the way until they end (个人信息保护法 Art. 47)."""

    state: Literal["erased", "held"]
    asked_at: datetime
    holds: list[HoldView] = Field(default_factory=list)
