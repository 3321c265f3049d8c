"""What identity writes on a person's chain. No event holds personal data: ids, roles, scopes and versions only."""

from enum import StrEnum


class Happened(StrEnum):
    """Event types."""

    REGISTERED = "identity.person.registered"
    SIGNED_IN = "identity.session.opened"
    SIGNED_OUT = "identity.session.ended"
    REFRESH_REUSED = "identity.session.ended-for-reuse"
    NAME_PROVED = "identity.real-name.proved"
    CONSENT_WITHDRAWN = "identity.consent.withdrawn"
    PREFERENCES_CHANGED = "identity.preferences.changed"
    PHONE_CHANGED = "identity.phone.changed"
    GRANTED = "identity.role.granted"
    REVOKED = "identity.role.revoked"
    STAFF_CREATED = "identity.staff.created"
    STAFF_RESET = "identity.staff.reset"
    PASSWORD_CHANGED = "identity.password.changed"
    CODE_REUSED = "identity.staff.code-reused"
    AUTHENTICATOR_RENEWED = "identity.authenticator.renewed"
    REVEALED = "identity.personal-data.revealed"
    SEEN = "identity.person.seen"
    SLEEP_TOLD = "identity.sleep.told"
    ERASURE_ASKED = "identity.erasure.asked"
    ERASED = "identity.person.erased"
    HELD = "identity.hold.placed"
    RELEASED = "identity.hold.lifted"
