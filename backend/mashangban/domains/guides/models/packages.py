"""Packages and the plans that people make of them."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute

from mashangban.domains.guides.models.items import GuidesRecord
from mashangban.domains.guides.rules.package import Card, Choice, PackageContent, Poster, Question, When
from mashangban.domains.guides.terms import (
    CardState,
    GuideState,
    GuideTheme,
    PlanState,
    PosterPaper,
    PosterState,
)
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute, PackedAttribute


def dump_package(one: PackageContent) -> dict[str, Any]:
    """An edition as plain JSON: the same content gives the same text."""
    return asdict(one)


def load_package(raw: dict[str, Any]) -> PackageContent:
    """An edition as it was stored."""
    questions = tuple(
        Question(
            one["key"],
            one["text"],
            tuple(Choice(**choice) for choice in one["choices"]),
            _when(one["when"]),
            one["hint"],
        )
        for one in raw["questions"]
    )
    cards = tuple(
        Card(**{**one, "after": tuple(one["after"]), "when": _when(one["when"])}) for one in raw["cards"]
    )
    return PackageContent(raw["name"], raw["lead"], GuideTheme(raw["theme"]), questions, cards)


def _when(raw: list[dict[str, Any]]) -> tuple[When, ...]:
    return tuple(When(one["question"], tuple(one["choices"])) for one in raw)


def _load_states(raw: dict[str, str]) -> Mapping[str, CardState]:
    return {key: CardState(state) for key, state in raw.items()}


def _dump_posters(posters: tuple[Poster, ...]) -> list[dict[str, Any]]:
    return [asdict(one) for one in posters]


def _load_posters(raw: list[dict[str, Any]]) -> tuple[Poster, ...]:
    return tuple(
        Poster(**one | {"paper": PosterPaper(one["paper"]), "state": PosterState(one["state"])})
        for one in raw
    )


class PackageRecord(GuidesRecord, discriminator="package"):
    """The head. PK GUIDEPACKAGE#id, SK PACKAGE; GSI1 PACKAGES-IN#region, GSI2 …#state, GSI3 …#submitted, by name#id."""

    id = UnicodeAttribute()
    region = UnicodeAttribute()
    name = UnicodeAttribute()
    state = EnumAttribute(GuideState)
    edition = NumberAttribute()
    draft = BooleanAttribute()
    why = UnicodeAttribute(null=True)
    writers = JsonAttribute[tuple[str, ...]](list, tuple, null=True)
    handed_by = UnicodeAttribute(null=True)
    returned = UnicodeAttribute(null=True)
    posters = JsonAttribute[tuple[Poster, ...]](_dump_posters, _load_posters, null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class PackageDraftRecord(GuidesRecord, discriminator="package-draft"):
    """What is being written. PK GUIDEPACKAGE#id, SK DRAFT."""

    content = PackedAttribute[PackageContent](dump_package, load_package)


class PackageEditionRecord(GuidesRecord, discriminator="package-edition"):
    """What an edition said: the plans made of it go by it. PK GUIDEPACKAGE#id, SK EDITION#0001."""

    content = PackedAttribute[PackageContent](dump_package, load_package)


class OfferedRecord(GuidesRecord, discriminator="offered"):
    """What stands now. PK GUIDEPACKAGE#id, SK CURRENT; GSI1 PACKAGES#region / name#id."""

    id = UnicodeAttribute()
    region = UnicodeAttribute()
    edition = NumberAttribute()
    content = PackedAttribute[PackageContent](dump_package, load_package)


class PlanRecord(GuidesRecord, discriminator="plan"):
    """A person's plan. PK GUIDEPLAN#id, SK PLAN; GSI1 GUIDEPLANS-OF#person / made_at#id."""

    id = UnicodeAttribute()
    person_id = UnicodeAttribute(null=True)
    package_id = UnicodeAttribute()
    edition = NumberAttribute()
    name = UnicodeAttribute()
    region = UnicodeAttribute()
    answers = JsonAttribute[Mapping[str, str]](dict, dict)
    made_at = InstantAttribute()
    state = EnumAttribute(PlanState)
    cards = JsonAttribute[Mapping[str, CardState]](dict, _load_states)
    papers = JsonAttribute[tuple[str, ...]](list, tuple)
    helper_id = UnicodeAttribute(null=True)
    help_until = InstantAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()
