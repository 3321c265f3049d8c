"""How lists of those who need not apply lie in the claims table (docs/data/claims.md)."""

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute

from mashangban.domains.claims.models import ClaimsRecord
from mashangban.domains.claims.terms.offers import Candidacy, OfferListState
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute


class OfferListRecord(ClaimsRecord, discriminator="offerlist"):
    """A list with its counts. PK OFFERLIST#id, SK LIST; GSI1 OFFERLISTS-OF#policy / id."""

    id = UnicodeAttribute()
    policy_id = UnicodeAttribute()
    edition = NumberAttribute()
    title = UnicodeAttribute()
    region = UnicodeAttribute()
    begun_at = InstantAttribute()
    automatic = BooleanAttribute()
    state = EnumAttribute(OfferListState)
    counts = JsonAttribute[dict[str, int]](dict, dict)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class CandidateRecord(ClaimsRecord, discriminator="candidate"):
    """An enterprise on a list. PK OFFERLIST#id, SK FIRM#county#enterprise."""

    enterprise_id = UnicodeAttribute()
    name = UnicodeAttribute()
    county = UnicodeAttribute()
    worth_fen = NumberAttribute()
    state = EnumAttribute(Candidacy)
    why = UnicodeAttribute(null=True)
