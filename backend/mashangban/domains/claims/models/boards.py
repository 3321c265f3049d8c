"""How what boards count, and how money of a line moved, lie in the claims table (docs/data/claims.md)."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.domains.claims.models import ClaimsRecord
from mashangban.domains.claims.terms.boards import Movement
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute


class TallyRecord(ClaimsRecord, discriminator="tally"):
    """What a claim counts on the boards, as of one of its versions. PK CLAIM#id, SK TALLY."""

    version = NumberAttribute()
    counted = JsonAttribute[dict[str, int]](dict, dict)


class MovementRecord(ClaimsRecord, discriminator="movement"):
    """How money of a line moved. PK BUDGETLINE#policy, SK MOVE#instant#event."""

    movement = EnumAttribute(Movement)
    at = InstantAttribute()
    claim_id = UnicodeAttribute()
    number = UnicodeAttribute()
    enterprise_name = UnicodeAttribute()
    amount_fen = NumberAttribute()
