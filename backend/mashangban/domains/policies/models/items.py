"""How facts and policies lie in the policies table (docs/data/policies.md)."""

from dataclasses import asdict
from datetime import date
from typing import Any

from pynamodb.attributes import DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.domains.policies.rules.conditions.facts import Field
from mashangban.domains.policies.rules.policy import Award, Case, Edition, Material, Tier
from mashangban.domains.policies.terms import Access, Answer, FactType
from mashangban.domains.policies.terms.departments import Department
from mashangban.domains.policies.terms.items import AwardKind, CreditRule, MaterialSource, Mode
from mashangban.kernel.attributes import EnumAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("policies")
_DAYS = ("valid_from", "valid_until", "opens_on", "closes_on")


def _dump_fields(fields: tuple[Field, ...]) -> list[Any]:
    return [asdict(one) for one in fields]


def _load_fields(raw: list[Any]) -> tuple[Field, ...]:
    return tuple(
        Field(one["name"], one["label"], FactType(one["type"]), one["unit"], tuple(one["options"]))
        for one in raw
    )


def dump_edition(edition: Edition) -> dict[str, Any]:
    """Everything a policy says, as it is stored."""
    days = {name: day.isoformat() if (day := getattr(edition, name)) else None for name in _DAYS}
    return asdict(edition) | days


def load_edition(raw: dict[str, Any]) -> Edition:
    """A stored edition."""
    given = raw | {name: date.fromisoformat(raw[name]) if raw[name] else None for name in _DAYS}
    award = raw["award"]
    tiers = tuple(Tier(**one) for one in award["tiers"])
    materials = tuple(
        Material(one["name"], MaterialSource(one["source"]), one["fact"], one.get("licence", ""))
        for one in raw["materials"]
    )
    cases = tuple(Case(one["name"], one["facts"], Answer(one["expected"])) for one in raw["cases"])
    given |= {
        "department": Department(raw["department"]),
        "award": Award(**award | {"kind": AwardKind(award["kind"]), "tiers": tiers}),
        "mode": Mode(raw["mode"]),
        "credit": CreditRule(raw["credit"]),
        "tags": tuple(raw["tags"]),
        "materials": materials,
        "cases": cases,
    }
    return Edition(**given)


class PoliciesRecord(Record):
    """Base of every item of this table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class IndicatorRecord(PoliciesRecord, discriminator="indicator"):
    """A declared fact. PK INDICATOR#code, SK INDICATOR; GSI1 INDICATORS#department / code."""

    code = UnicodeAttribute()
    name = UnicodeAttribute()
    type = EnumAttribute(FactType)
    department = EnumAttribute(Department)
    unit = UnicodeAttribute(null=True)
    options = JsonAttribute[tuple[str, ...]](list, tuple)
    fields = JsonAttribute[tuple[Field, ...]](_dump_fields, _load_fields)
    access = EnumAttribute(Access)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class PolicyRecord(PoliciesRecord, discriminator="policy"):
    """The head of an item. PK POLICY#id, SK POLICY; GSI1 POLICIES-OF#region / id.

    GSI2 POLICIES-ON#region#shelf / id; GSI3 POLICIES-BY#region#department / id.
    """

    id = UnicodeAttribute()
    region = UnicodeAttribute()
    title = UnicodeAttribute()
    department = EnumAttribute(Department)
    edition = NumberAttribute()
    draft = NumberAttribute()
    withdrawn = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class EditionRecord(PoliciesRecord, discriminator="edition"):
    """What an item says in one version. PK POLICY#id, SK EDITION#0001; written over only while it is a draft."""

    content = JsonAttribute[Edition](dump_edition, load_edition)


class FavouriteRecord(PoliciesRecord, discriminator="favourite"):
    """A policy that somebody keeps. PK POLICYFAVOURITES#person, SK POLICY#id; GSI1 FAVOURITES#person / since."""

    region = UnicodeAttribute()
    title = UnicodeAttribute()


class TallyRecord(PoliciesRecord, discriminator="tally"):
    """What an item counts on the boards. PK POLICY#id, SK COUNTED."""

    version = NumberAttribute()
    counted = JsonAttribute[dict[str, int]](dict, dict)


class RowRecord(PoliciesRecord, discriminator="row"):
    """An item in a public list. PK POLICY#id, SK ROW#list; GSI1 LISTED#list / order."""

    id = UnicodeAttribute()
    region = UnicodeAttribute()
    edition = NumberAttribute()
    content = JsonAttribute[Edition](dump_edition, load_edition)
