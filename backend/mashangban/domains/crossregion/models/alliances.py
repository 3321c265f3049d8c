"""How alliances, members and batches are stored."""

from datetime import date
from typing import Any

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.domains.crossregion.models.base import CrossregionRecord, dump_standard, load_standard
from mashangban.domains.crossregion.rules.alliance import Agreement, Zone
from mashangban.domains.crossregion.rules.item import Line
from mashangban.kernel.attributes import InstantAttribute, JsonAttribute, PackedAttribute


def _dump_zones(all_: tuple[Zone, ...]) -> list[list[str | None]]:
    return [
        [one.region, one.name, str(one.joined_on), str(one.left_on) if one.left_on else None] for one in all_
    ]


def _load_zones(raw: list[list[Any]]) -> tuple[Zone, ...]:
    return tuple(
        Zone(region, name, date.fromisoformat(first), date.fromisoformat(last) if last else None)
        for region, name, first, last in raw
    )


def _dump_agreement(one: Agreement) -> list[str]:
    return [one.number, str(one.signed_on), one.file_id]


def _load_agreement(raw: list[str]) -> Agreement:
    return Agreement(raw[0], date.fromisoformat(raw[1]), raw[2])


def _dump_lines(all_: tuple[Line, ...]) -> list[list[Any]]:
    return [[one.code, dump_standard(one.standard)] for one in all_]


def _load_lines(raw: list[list[Any]]) -> tuple[Line, ...]:
    return tuple(Line(code, load_standard(standard)) for code, standard in raw)


class AllianceRecord(CrossregionRecord, discriminator="alliance"):
    """An alliance. PK ALLIANCE#id, SK ALLIANCE."""

    id = UnicodeAttribute()
    name = UnicodeAttribute()
    lead = UnicodeAttribute()
    agreement = JsonAttribute[Agreement](_dump_agreement, _load_agreement)
    zones = JsonAttribute[tuple[Zone, ...]](_dump_zones, _load_zones)
    batches = NumberAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class MemberRecord(CrossregionRecord, discriminator="member"):
    """A zone's part in an alliance. PK ALLIANCE#id, SK ZONE#region; GSI1 ALLIANCES-OF#region / name#id."""

    alliance_id = UnicodeAttribute()
    name = UnicodeAttribute()
    lead = UnicodeAttribute()


class BatchRecord(CrossregionRecord, discriminator="batch"):
    """A list of items as it was entered. PK ALLIANCE#id, SK BATCH#0001."""

    number = NumberAttribute()
    entered_at = InstantAttribute()
    digest = UnicodeAttribute()
    lines = PackedAttribute[tuple[Line, ...]](_dump_lines, _load_lines)
