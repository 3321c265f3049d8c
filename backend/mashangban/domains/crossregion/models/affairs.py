"""How affairs of an alliance are stored."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.domains.crossregion.models.base import CrossregionRecord
from mashangban.domains.crossregion.terms.affairs import AffairKind, AffairState
from mashangban.kernel.attributes import DateAttribute, EnumAttribute, InstantAttribute, JsonAttribute


class AffairRecord(CrossregionRecord, discriminator="affair"):
    """An affair. PK CROSSAFFAIR#id, SK AFFAIR; GSI1 AFFAIRS-OF#alliance#kind, and of who is sent GSI2
    POSTINGS-OF#person, both / made#id.
    """

    id = UnicodeAttribute()
    alliance_id = UnicodeAttribute()
    # `kind` is the discriminator's.
    sort = EnumAttribute(AffairKind)
    host = UnicodeAttribute()
    guests = JsonAttribute[tuple[str, ...]](list, tuple)
    title = UnicodeAttribute()
    text = UnicodeAttribute()
    made_at = InstantAttribute()
    first = DateAttribute(null=True)
    last = DateAttribute(null=True)
    person_id = UnicodeAttribute(null=True)
    case_id = UnicodeAttribute(null=True)
    state = EnumAttribute(AffairState)
    parts = NumberAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class AffairPartRecord(CrossregionRecord, discriminator="affair-part"):
    """What a zone added. PK CROSSAFFAIR#id, SK PART#0001."""

    number = NumberAttribute()
    zone = UnicodeAttribute()
    text = UnicodeAttribute()
    at = InstantAttribute()
    source = UnicodeAttribute(null=True)
    owner = UnicodeAttribute(null=True)
    due = DateAttribute(null=True)
    done_at = InstantAttribute(null=True)
