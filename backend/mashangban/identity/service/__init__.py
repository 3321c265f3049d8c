"""Acts of identity, one function each; other rooms call these."""

from mashangban.identity.service.granting import GrantOrder, grant, grants_at, revoke, revoke_role
from mashangban.identity.service.people import (
    Contact,
    RealName,
    change_phone,
    change_preferences,
    contact,
    ensure_person,
    find_by_phone,
    me,
    person,
    real_name,
    reveal,
    staff_account_of,
)
from mashangban.identity.service.privacy import (
    erase_me,
    export_me,
    lift_hold,
    place_hold,
    withdraw_consent,
)
from mashangban.identity.service.proving import prove_name
from mashangban.identity.service.sessions import my_sessions, refresh, sign_out, sign_out_everywhere
from mashangban.identity.service.signing_in import (
    ConsoleSession,
    Origin,
    create_console_session,
    send_code,
    sign_in_by_sms,
    sign_in_by_wechat,
    sign_in_staff,
)
from mashangban.identity.service.staff import change_password, create_staff, open_own_account, reset_staff

__all__ = [
    "ConsoleSession",
    "Contact",
    "GrantOrder",
    "Origin",
    "RealName",
    "change_password",
    "change_phone",
    "change_preferences",
    "contact",
    "create_console_session",
    "create_staff",
    "ensure_person",
    "erase_me",
    "export_me",
    "find_by_phone",
    "grant",
    "grants_at",
    "lift_hold",
    "me",
    "my_sessions",
    "open_own_account",
    "person",
    "place_hold",
    "prove_name",
    "real_name",
    "refresh",
    "reset_staff",
    "reveal",
    "revoke",
    "revoke_role",
    "send_code",
    "sign_in_by_sms",
    "sign_in_by_wechat",
    "sign_in_staff",
    "sign_out",
    "sign_out_everywhere",
    "staff_account_of",
    "withdraw_consent",
]
