"""How what an office set for its items is stored."""

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute

from mashangban.domains.matters.models.base import MattersRecord, dump_asks, load_asks, load_deliveries
from mashangban.domains.matters.rules.item import Ask
from mashangban.domains.matters.terms import Delivery
from mashangban.kernel.attributes import JsonAttribute


class OfferRecord(MattersRecord, discriminator="offer"):
    """What is set for an item. PK MATTEROFFER#item, SK OFFER."""

    item_id = UnicodeAttribute()
    name = UnicodeAttribute()
    region = UnicodeAttribute()
    open = BooleanAttribute()
    asks = JsonAttribute[tuple[Ask, ...]](dump_asks, load_asks)
    deliveries = JsonAttribute[tuple[Delivery, ...]](list, load_deliveries)
    version = NumberAttribute()
    chain = UnicodeAttribute()
