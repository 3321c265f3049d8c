"""How items are stored."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.domains.crossregion.models.base import CrossregionRecord, dump_standard, load_standard
from mashangban.domains.crossregion.rules.item import Standard
from mashangban.kernel.attributes import JsonAttribute


class ItemRecord(CrossregionRecord, discriminator="item"):
    """An item. PK CROSSITEM#alliance.code, SK ITEM; GSI1 ITEMS-OF#alliance / batch#code; GSI2 IN-FORCE#alliance / code
    once a standard counts; GSI3 PROPOSED#alliance / batch#code while one waits for agreement.
    """

    alliance_id = UnicodeAttribute()
    code = UnicodeAttribute()
    batch = NumberAttribute()
    edition = NumberAttribute()
    standard = JsonAttribute[Standard](dump_standard, load_standard, null=True)
    proposed = JsonAttribute[Standard](dump_standard, load_standard, null=True)
    agreed = JsonAttribute[tuple[str, ...]](list, tuple)
    version = NumberAttribute()
    chain = UnicodeAttribute()
