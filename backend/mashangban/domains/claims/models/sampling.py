"""How draws and inspections lie in the claims table (docs/data/claims.md)."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.domains.claims.models import ClaimsRecord
from mashangban.domains.claims.terms.sampling import MoneyCheckKind, MoneyCheckState
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute


class DrawRecord(ClaimsRecord, discriminator="draw"):
    """A month's draw of a province. PK DRAW#province.period, SK DRAW; GSI1 DRAWS#province / period. The seed is
    encrypted until it is revealed.
    """

    province = UnicodeAttribute()
    period = UnicodeAttribute()
    commitment = UnicodeAttribute()
    committed_at = InstantAttribute()
    sealed_seed = UnicodeAttribute()
    revealed_at = InstantAttribute(null=True)
    population = NumberAttribute()
    digest = UnicodeAttribute(null=True)
    sampled = JsonAttribute[tuple[str, ...]](list, tuple)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class RoundRecord(ClaimsRecord, discriminator="drawround"):
    """When a province's draws are seen to again. PK DRAWS#province, SK ROUND; GSI3 DRAWROUND / instant."""


class PaidRecord(ClaimsRecord, discriminator="paid"):
    """A claim paid in a province's month. PK PAIDIN#province.period, SK CLAIM#id."""

    claim_id = UnicodeAttribute()


class InspectionRecord(ClaimsRecord, discriminator="inspection"):
    """A paid claim looked at again. PK CLAIMINSPECTION#id, SK INSPECTION; GSI1 INSPECTIONS-IN#region#open (or #done) /
    opened#id. What was found is encrypted.
    """

    id = UnicodeAttribute()
    inspection_kind = EnumAttribute(MoneyCheckKind)
    claim_id = UnicodeAttribute()
    number = UnicodeAttribute()
    enterprise_name = UnicodeAttribute()
    title = UnicodeAttribute()
    region = UnicodeAttribute()
    amount_fen = NumberAttribute()
    opened_at = InstantAttribute()
    state = EnumAttribute(MoneyCheckState)
    note = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()
