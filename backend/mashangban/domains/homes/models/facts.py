"""How facts lie in the homes table."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.domains.homes.models.estates import HomesRecord, dump_door, load_door
from mashangban.domains.homes.rules.fact import Link
from mashangban.domains.homes.rules.home import Door
from mashangban.domains.homes.terms import FactKind
from mashangban.kernel.attributes import DateAttribute, EnumAttribute, InstantAttribute, JsonAttribute


def _dump_link(one: Link) -> list[str]:
    return [one.room, one.subject, one.event]


def _load_link(raw: list[str]) -> Link:
    return Link(*raw)


class FactRecord(HomesRecord, discriminator="fact"):
    """A fact. PK HOMEFACT#id, SK FACT; GSI1 FACTS#estate#scope / kind#day#id."""

    id = UnicodeAttribute()
    estate_id = UnicodeAttribute()
    region = UnicodeAttribute()
    builder_id = UnicodeAttribute()
    door = JsonAttribute[Door](dump_door, load_door)
    fact_kind = EnumAttribute(FactKind)
    title = UnicodeAttribute()
    words = UnicodeAttribute(null=True)
    source = UnicodeAttribute()
    number = UnicodeAttribute(null=True)
    happened_on = DateAttribute()
    entered_at = InstantAttribute()
    files = JsonAttribute[tuple[str, ...]](list, tuple)
    link = JsonAttribute[Link](_dump_link, _load_link, null=True)
    withdrawn = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()
