"""How fuses lie in the claims table (docs/data/claims.md)."""

from typing import Any

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.domains.claims.models import ClaimsRecord, Stoppable
from mashangban.domains.claims.terms.fuses import FuseKind, FusePhase, FuseState
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute

Json = dict[str, Any]


class FuseRecord(ClaimsRecord, discriminator="fuse"):
    """A trip or a warning. PK FUSE#id, SK FUSE; GSI1 FUSES-IN#region#open (or #done) / tripped_at#id. Facts and reasons
    are encrypted.
    """

    id = UnicodeAttribute()
    fuse_kind = EnumAttribute(FuseKind)
    phase = EnumAttribute(FusePhase)
    state = EnumAttribute(FuseState)
    region = UnicodeAttribute()
    policy_id = UnicodeAttribute()
    title = UnicodeAttribute()
    claim_id = UnicodeAttribute()
    targets = JsonAttribute[tuple[str, ...]](list, tuple)
    facts = UnicodeAttribute()
    barred = JsonAttribute[tuple[str, ...]](list, tuple)
    tripped_at = InstantAttribute()
    releases = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class HaltRecord(Stoppable, ClaimsRecord, discriminator="halt"):
    """Whether an enterprise or a reviewer is halted. PK HALT#enterprise.id or HALT#reviewer.id, SK HALT; there is none
    until a fuse trips.
    """


class FaceRecord(ClaimsRecord, discriminator="face"):
    """An enterprise that uses an account, or has a legal person, known by a keyed hash. PK FACE#account.hash or
    FACE#legal.hash.policy, SK ENTERPRISE#id.
    """

    enterprise_id = UnicodeAttribute()
    enterprise_name = UnicodeAttribute()
    claim_id = UnicodeAttribute()


class PaceRecord(ClaimsRecord, discriminator="pace"):
    """One approval of a reviewer, kept for a day. PK PACE#reviewer.id, SK instant#claim."""

    claim_id = UnicodeAttribute()
    expires_at = NumberAttribute()


class HourRecord(ClaimsRecord, discriminator="hour"):
    """How many claims of a policy came within an hour. PK PACE#policy.id.hour, SK COUNT, and CLAIM#id for each."""

    claims = NumberAttribute(null=True)
    expires_at = NumberAttribute()


class CountedRecord(ClaimsRecord, discriminator="counted"):
    """That a claim's amount was counted among its policy's. PK CLAIM#id, SK COUNTED."""


class FuseSettingRecord(ClaimsRecord, discriminator="fuserule"):
    """A province's own figures. PK FUSERULE#province.kind, SK FUSERULE; GSI1 FUSERULES#province / kind."""

    province = UnicodeAttribute()
    fuse_kind = EnumAttribute(FuseKind)
    figures = JsonAttribute[Json](dict, dict)
    source = UnicodeAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()
