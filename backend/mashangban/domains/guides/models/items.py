"""Service items: a small head with its chain, the draft, each edition, what stands now, and where it is found."""

from dataclasses import asdict
from datetime import date
from typing import Any

from pynamodb.attributes import BooleanAttribute, DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.domains.guides.rules.item import Basis, Content, Material, Stage, Window
from mashangban.domains.guides.terms import (
    GuideAudience,
    GuideKind,
    GuideLevel,
    GuideState,
    GuideTheme,
    PaperMade,
    PaperNeed,
    PaperSource,
)
from mashangban.kernel.attributes import DateAttribute, EnumAttribute, JsonAttribute, PackedAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("guides")


def dump_content(one: Content) -> dict[str, Any]:
    """An edition as plain JSON: the same content gives the same text, so its digest can be told again."""
    ends = one.valid_until.isoformat() if one.valid_until else None
    said = asdict(one) | {"valid_from": one.valid_from.isoformat(), "valid_until": ends}
    if not one.no_materials:  # earlier editions don't say it, and keep their digest
        del said["no_materials"]
    return said


def load_content(raw: dict[str, Any]) -> Content:
    """An edition as it was stored."""
    ends = raw["valid_until"]
    typed = {
        "kind": GuideKind(raw["kind"]),
        "level": GuideLevel(raw["level"]),
        "words": tuple(raw["words"]),
        "audience": tuple(GuideAudience(one) for one in raw["audience"]),
        "themes": tuple(GuideTheme(one) for one in raw["themes"]),
        "basis": tuple(Basis(**one) for one in raw["basis"]),
        "materials": tuple(_material(one) for one in raw["materials"]),
        "steps": tuple(Stage(**one) for one in raw["steps"]),
        "places": tuple(Window(**one) for one in raw["places"]),
        "valid_from": date.fromisoformat(raw["valid_from"]),
        "valid_until": date.fromisoformat(ends) if ends else None,
    }
    return Content(**raw | typed)


def _material(raw: dict[str, Any]) -> Material:
    typed = {
        "need": PaperNeed(raw["need"]),
        "form": PaperMade(raw["form"]),
        "source": PaperSource(raw["source"]),
    }
    return Material(**raw | typed)


class GuidesRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class ItemRecord(GuidesRecord, discriminator="item"):
    """The head. PK GUIDEITEM#id, SK ITEM; GSI1 ITEMS-IN#region, GSI2 ITEMS-IN#region#state, GSI3 …#submitted."""

    id = UnicodeAttribute()
    region = UnicodeAttribute()
    code = UnicodeAttribute()
    name = UnicodeAttribute()
    state = EnumAttribute(GuideState)
    edition = NumberAttribute()
    draft = BooleanAttribute()
    why = UnicodeAttribute(null=True)
    writers = JsonAttribute[tuple[str, ...]](list, tuple, null=True)
    handed_by = UnicodeAttribute(null=True)
    returned = UnicodeAttribute(null=True)
    revision = NumberAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class DraftRecord(GuidesRecord, discriminator="draft"):
    """What is being written. PK GUIDEITEM#id, SK DRAFT."""

    content = PackedAttribute[Content](dump_content, load_content)


class EditionRecord(GuidesRecord, discriminator="edition"):
    """What an edition said, for good. PK GUIDEITEM#id, SK EDITION#0001."""

    content = PackedAttribute[Content](dump_content, load_content)
    published_on = DateAttribute()


class CurrentRecord(GuidesRecord, discriminator="current"):
    """What stands now, for everybody. PK GUIDEITEM#id, SK CURRENT; GSI3 GUIDE-ENDS / last day, if it has one."""

    id = UnicodeAttribute()
    region = UnicodeAttribute()
    code = UnicodeAttribute()
    edition = NumberAttribute()
    published_on = DateAttribute()
    content = PackedAttribute[Content](dump_content, load_content)


class ShelfRecord(GuidesRecord, discriminator="shelf"):
    """Where everybody finds it. PK GUIDES#region, GUIDES#region#theme: SK name#id; PK GUIDEWORDS#region: SK word#id."""

    id = UnicodeAttribute()
    name = UnicodeAttribute()
    region = UnicodeAttribute()
    department = UnicodeAttribute()
    promised_days = NumberAttribute()
    visits = NumberAttribute()
    online = BooleanAttribute()
    valid_from = DateAttribute()
    valid_until = DateAttribute(null=True)


class FollowerRecord(GuidesRecord, discriminator="follower"):
    """Who wants to hear of it. PK GUIDEITEM#id, SK FOLLOWER#person; GSI1 GUIDEFOLLOWS-OF#person / item."""

    person_id = UnicodeAttribute()
    item_id = UnicodeAttribute()


class CodeRecord(GuidesRecord, discriminator="code"):
    """A code stands for one item of a region. PK GUIDECODE#region#code, SK CODE."""

    item_id = UnicodeAttribute()
