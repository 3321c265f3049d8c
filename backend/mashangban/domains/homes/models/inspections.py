"""How inspection sheets lie in the homes table."""

from collections.abc import Mapping
from typing import Any

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute

from mashangban.domains.homes.models.estates import HomesRecord
from mashangban.domains.homes.rules.inspection import Entry, Signature
from mashangban.domains.homes.terms.inspections import Capacity, InspectionKind, InspectionState, Verdict
from mashangban.kernel import clock
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute, PackedAttribute


def _dump_entries(entries: Mapping[str, Entry]) -> dict[str, list[Any]]:
    return {
        point: [
            one.verdict and one.verdict.value,
            one.design,
            list(one.values),
            one.note,
            list(one.photos),
            one.pin and list(one.pin),
            one.revision,
        ]
        for point, one in entries.items()
    }


def _load_entry(raw: list[Any]) -> Entry:
    verdict, design, values, note, photos, pin, revision = raw
    placed = (pin[0], pin[1]) if pin else None
    found = Verdict(verdict) if verdict else None
    return Entry(found, design, tuple(values), note, tuple(photos), placed, revision)


def _load_entries(raw: dict[str, list[Any]]) -> Mapping[str, Entry]:
    return {point: _load_entry(one) for point, one in raw.items()}


def _dump_signatures(signatures: tuple[Signature, ...]) -> list[Any]:
    return [
        [one.capacity.value, one.person_id, one.name_masked, one.unit, clock.to_text(one.at)]
        for one in signatures
    ]


def _load_signatures(raw: list[Any]) -> tuple[Signature, ...]:
    return tuple(
        Signature(Capacity(capacity), person, name, unit, clock.from_text(at))
        for capacity, person, name, unit, at in raw
    )


def _load_units(raw: dict[str, list[str]]) -> Mapping[Capacity, tuple[str, str]]:
    return {Capacity(capacity): (one[0], one[1]) for capacity, one in raw.items()}


class InspectionRecord(HomesRecord, discriminator="inspection"):
    """A sheet. PK HOMEINSPECTION#id, SK SHEET; GSI1 INSPECTIONS-AT#home / id; GSI2 INSPECTIONS-OF#inspector / id."""

    id = UnicodeAttribute()
    number = UnicodeAttribute()
    estate_id = UnicodeAttribute()
    estate_name = UnicodeAttribute()
    region = UnicodeAttribute()
    home_id = UnicodeAttribute()
    label = UnicodeAttribute()
    inspection_kind = EnumAttribute(InspectionKind)
    list_id = UnicodeAttribute()
    round = NumberAttribute()
    inspector_id = UnicodeAttribute()
    units = JsonAttribute[Mapping[Capacity, tuple[str, str]]](dict, _load_units)
    points = PackedAttribute[tuple[str, ...]](list, tuple)
    opened_at = InstantAttribute()
    state = EnumAttribute(InspectionState)
    entries = PackedAttribute[Mapping[str, Entry]](_dump_entries, _load_entries)
    digest = UnicodeAttribute(null=True)
    signatures = JsonAttribute[tuple[Signature, ...]](_dump_signatures, _load_signatures)
    document_id = UnicodeAttribute(null=True)
    printed = BooleanAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class InspectionRowRecord(HomesRecord, discriminator="inspection-row"):
    """A sheet in its estate's list. PK INSPECTIONS#estate, SK kind#state#id."""

    inspection_id = UnicodeAttribute()


class OpenInspectionRecord(HomesRecord, discriminator="open-inspection"):
    """The one open sheet of a kind. PK HOME#id, SK INSPECTION#kind."""

    inspection_id = UnicodeAttribute()
