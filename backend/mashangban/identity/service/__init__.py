"""Acts of identity, one function each; other rooms call these.

What other rooms ask most is at hand; the rest is loaded when first used: identity's wire shapes and partners cost
40 ms of a cold start, and a worker's function needs none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from mashangban.identity.service.knowing import (
    Contact,
    RealName,
    all_holders,
    contact,
    find_by_phone,
    grants_of,
    holders,
    office_of,
    officers,
    person,
    real_name,
    staff_account_of,
)

if TYPE_CHECKING:
    from mashangban.identity.service.granting import GrantOrder, grant, grants_at, revoke, revoke_role
    from mashangban.identity.service.people import (
        change_phone,
        change_preferences,
        ensure_person,
        me,
        reveal,
    )
    from mashangban.identity.service.privacy import (
        erase_me,
        lift_ended_holds,
        lift_hold,
        place_hold,
        withdraw_consent,
    )
    from mashangban.identity.service.proving import prove_name
    from mashangban.identity.service.scanning import (
        ask_scan,
        let_in,
        show_scan,
        sign_in_by_scan,
        voucher,
    )
    from mashangban.identity.service.sessions import (
        my_sessions,
        refresh,
        sign_out,
        sign_out_everywhere,
        sign_out_of,
    )
    from mashangban.identity.service.signing_in import (
        ConsoleSession,
        Origin,
        create_console_session,
        send_code,
        sign_in_by_sms,
        sign_in_by_wechat,
        sign_in_staff,
    )
    from mashangban.identity.service.sleeping import look_at_sleepers, seen
    from mashangban.identity.service.staff import (
        change_password,
        create_staff,
        open_own_account,
        renew_authenticator,
        reset_staff,
    )

__all__ = [
    "ConsoleSession",
    "Contact",
    "GrantOrder",
    "Origin",
    "RealName",
    "all_holders",
    "ask_scan",
    "change_password",
    "change_phone",
    "change_preferences",
    "contact",
    "create_console_session",
    "create_staff",
    "ensure_person",
    "erase_me",
    "find_by_phone",
    "grant",
    "grants_at",
    "grants_of",
    "holders",
    "let_in",
    "lift_ended_holds",
    "lift_hold",
    "look_at_sleepers",
    "me",
    "my_sessions",
    "office_of",
    "officers",
    "open_own_account",
    "person",
    "place_hold",
    "prove_name",
    "real_name",
    "refresh",
    "renew_authenticator",
    "reset_staff",
    "reveal",
    "revoke",
    "revoke_role",
    "seen",
    "send_code",
    "show_scan",
    "sign_in_by_scan",
    "sign_in_by_sms",
    "sign_in_by_wechat",
    "sign_in_staff",
    "sign_out",
    "sign_out_everywhere",
    "sign_out_of",
    "staff_account_of",
    "voucher",
    "withdraw_consent",
]

_LATER = {
    "granting": ("GrantOrder", "grant", "grants_at", "revoke", "revoke_role"),
    "people": ("change_phone", "change_preferences", "ensure_person", "me", "reveal"),
    "privacy": ("erase_me", "lift_ended_holds", "lift_hold", "place_hold", "withdraw_consent"),
    "proving": ("prove_name",),
    "scanning": ("ask_scan", "let_in", "show_scan", "sign_in_by_scan", "voucher"),
    "sessions": ("my_sessions", "refresh", "sign_out", "sign_out_everywhere", "sign_out_of"),
    "signing_in": (
        "ConsoleSession",
        "Origin",
        "create_console_session",
        "send_code",
        "sign_in_by_sms",
        "sign_in_by_wechat",
        "sign_in_staff",
    ),
    "sleeping": ("look_at_sleepers", "seen"),
    "staff": ("change_password", "create_staff", "open_own_account", "renew_authenticator", "reset_staff"),
}
_HOME = {name: module for module, names in _LATER.items() for name in names}


def __getattr__(name: str) -> Any:
    """PEP 562: the act, from the module it lives in."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
