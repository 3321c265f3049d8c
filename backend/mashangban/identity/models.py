"""Items of the identity table (docs/data/identity.md). Fields named `*_sealed` hold ciphertext."""

from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    DiscriminatorAttribute,
    NumberAttribute,
    UnicodeAttribute,
)

from mashangban.identity.terms import Purpose, RealNameState, SignInMethod
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.permissions import Role
from mashangban.kernel.sessions import IDENTITY


class IdentityRecord(Record):
    """Base of all kinds."""

    class Meta:
        table_name = ""

    table = IDENTITY
    kind = DiscriminatorAttribute()


class PersonRecord(IdentityRecord, discriminator="person"):
    """PK PERSON#<id>, SK PERSON: the head of the person's chain."""

    version = NumberAttribute()
    chain = UnicodeAttribute()
    created_at = InstantAttribute()
    name_sealed = UnicodeAttribute(null=True)
    phone_sealed = UnicodeAttribute(null=True)
    id_number_sealed = UnicodeAttribute(null=True)
    openid_sealed = UnicodeAttribute(null=True)
    real_name = EnumAttribute(RealNameState)
    verified_at = InstantAttribute(null=True)
    verification_id = UnicodeAttribute(null=True)
    username = UnicodeAttribute(null=True)
    elder_mode = BooleanAttribute(default=False)
    speech = BooleanAttribute(default=False)
    high_contrast = BooleanAttribute(default=False)
    here_at = InstantAttribute(null=True)
    erasure_asked_at = InstantAttribute(null=True)
    erased_at = InstantAttribute(null=True)


class LookupRecord(IdentityRecord, discriminator="lookup"):
    """PK PHONE# / IDNUMBER# / WECHAT#<keyed hash>, SK LOOKUP: one value belongs to one person."""

    person_id = UnicodeAttribute()


class SessionRecord(IdentityRecord, discriminator="session"):
    """PK SESSION#<id>, SK SESSION: what the kernel reads on every request, and the refresh state."""

    person_id = UnicodeAttribute()
    epoch = NumberAttribute()
    grants = UnicodeAttribute()
    real_name = BooleanAttribute()
    label = UnicodeAttribute()
    ends_at = InstantAttribute()
    secret_hash = UnicodeAttribute(null=True)
    csrf = UnicodeAttribute(null=True)
    method = EnumAttribute(SignInMethod)
    created_at = InstantAttribute()
    generation = NumberAttribute()
    rotated_at = InstantAttribute()
    refresh_salt = UnicodeAttribute()
    expires_at = NumberAttribute()


class SessionEntryRecord(IdentityRecord, discriminator="session_entry"):
    """PK PERSON#<id>, SK SESSION#<id>: the person's own list, read consistently."""

    method = EnumAttribute(SignInMethod)
    device = UnicodeAttribute()
    console = BooleanAttribute()
    created_at = InstantAttribute()
    ends_at = InstantAttribute()
    expires_at = NumberAttribute()


class GrantRecord(IdentityRecord, discriminator="grant"):
    """PK PERSON#<id>, SK GRANT#<id>; GSI1 SCOPE#<scope> while it was not taken back."""

    role = EnumAttribute(Role)
    scope = UnicodeAttribute()
    label = UnicodeAttribute()
    valid_from = InstantAttribute()
    valid_to = InstantAttribute(null=True)
    granted_by = UnicodeAttribute()
    revoked_at = InstantAttribute(null=True)
    revoked_by = UnicodeAttribute(null=True)


class ConsentRecord(IdentityRecord, discriminator="consent"):
    """PK PERSON#<id>, SK CONSENT#<purpose>: the latest answer; earlier ones are events."""

    purpose = EnumAttribute(Purpose)
    text_version = UnicodeAttribute()
    given_at = InstantAttribute()
    withdrawn_at = InstantAttribute(null=True)


class HoldRecord(IdentityRecord, discriminator="hold"):
    """PK PERSON#<id>, SK HOLD#<source>: a law that forbids erasing this person yet. GSI3 DUE#HOLD, by its last moment,
    where it has one.
    """

    reason = UnicodeAttribute()
    until = InstantAttribute(null=True)


class SleepRecord(IdentityRecord, discriminator="sleep"):
    """PK PERSON#<id>, SK SLEEP: when to look whether this person still comes. GSI3 DUE#SLEEP, by that instant.

    `goes_at`: what they were told, the instant at which they are forgotten unless they sign in before.
    """

    told_at = InstantAttribute(null=True)
    goes_at = InstantAttribute(null=True)


class CodeRecord(IdentityRecord, discriminator="code"):
    """PK CODE#<keyed hash of the phone>, SK CODE: the one valid text-message code of a phone."""

    code_hash = UnicodeAttribute()
    tries = NumberAttribute()
    resend_at = InstantAttribute()
    ends_at = InstantAttribute()
    expires_at = NumberAttribute()


class ScanRecord(IdentityRecord, discriminator="scan"):
    """PK SCAN#<keyed hash of the picture's code>, SK SCAN: a kiosk that waits to be let in by somebody's phone."""

    label = UnicodeAttribute()
    secret_hash = UnicodeAttribute()
    person_id = UnicodeAttribute(null=True)
    ends_at = InstantAttribute()
    expires_at = NumberAttribute()


class StaffRecord(IdentityRecord, discriminator="staff"):
    """PK STAFF#<username>, SK STAFF: password and authenticator of a member of staff.

    `initial_until` is there as long as the password is the one that an administrator handed over.
    """

    person_id = UnicodeAttribute()
    password = UnicodeAttribute()
    totp_sealed = UnicodeAttribute()
    last_step = NumberAttribute()
    initial_until: Any = InstantAttribute(null=True)
