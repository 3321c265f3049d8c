"""How cases, their pages and hand-overs are stored."""

from typing import Any

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.deadlines.models import DeadlineRecord
from mashangban.domains.crossregion.models.base import CrossregionRecord
from mashangban.domains.crossregion.rules.case import Part
from mashangban.domains.crossregion.rules.custody import Handover, Held, Parcel, Sheet, numbers_of, runs
from mashangban.domains.crossregion.terms import Mode
from mashangban.domains.crossregion.terms.cases import Carrier, CaseState, Outcome, PageState
from mashangban.kernel import clock
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute, PackedAttribute
from mashangban.kernel.counting import OnceRecord


def _dump_custody(all_: tuple[Held, ...]) -> list[list[Any]]:
    """Pages alike lie together: a case whose pages all lie in one place is one entry."""
    alike: dict[tuple[str, str, bool, bool], list[int]] = {}
    for one in all_:
        alike.setdefault((one.holder, one.state.value, one.paper, one.result), []).append(one.number)
    return [[*key, runs(numbers)] for key, numbers in alike.items()]


def _load_custody(raw: list[list[Any]]) -> tuple[Held, ...]:
    found = [
        Held(number, holder, PageState(state), paper, result)
        for holder, state, paper, result, numbers in raw
        for number in numbers_of(numbers)
    ]
    return tuple(sorted(found, key=lambda one: one.number))


def _dump_parts(all_: tuple[Part, ...]) -> list[list[Any]]:
    return [[one.region, one.agrees, one.note] for one in all_]


def _load_parts(raw: list[list[Any]]) -> tuple[Part, ...]:
    return tuple(Part(region, agrees, note) for region, agrees, note in raw)


def _dump_sheets(all_: tuple[Sheet, ...]) -> list[list[Any]]:
    return [[one.number, one.name, one.sha256, one.file_id, one.paper, one.result] for one in all_]


def _load_sheets(raw: list[list[Any]]) -> tuple[Sheet, ...]:
    return tuple(Sheet(*one) for one in raw)


def _dump_parcel(one: Parcel) -> list[str]:
    return [one.carrier.value, one.courier, one.waybill]


def _load_parcel(raw: list[str]) -> Parcel:
    return Parcel(Carrier(raw[0]), raw[1], raw[2])


def _dump_way(one: Handover) -> list[Any]:
    """A link that nobody has checked yet; its list may be another than the case's by now."""
    parcel, at = _dump_parcel(one.parcel), clock.to_text(one.offered_at)
    return [one.number, one.sender, one.receiver, runs(one.pages), one.digest, parcel, at]


def _load_way(raw: list[Any]) -> Handover:
    number, sender, receiver, pages, digest, parcel, at = raw
    link = (number, sender, receiver, numbers_of(pages), digest)
    return Handover(*link, _load_parcel(parcel), clock.from_text(at))


class CaseRecord(CrossregionRecord, discriminator="case"):
    """A case with what is on its way. PK CROSSCASE#id, SK CASE; GSI2 TODO#region in charge / due#id."""

    id = UnicodeAttribute()
    number = UnicodeAttribute()
    alliance_id = UnicodeAttribute()
    lead = UnicodeAttribute()
    code = UnicodeAttribute()
    name = UnicodeAttribute()
    edition = NumberAttribute()
    mode = EnumAttribute(Mode)
    window = UnicodeAttribute(null=True)
    home = UnicodeAttribute()
    person_id = UnicodeAttribute(null=True)
    made_at = InstantAttribute()
    days = NumberAttribute()
    pages = NumberAttribute()
    digest = UnicodeAttribute()
    custody = JsonAttribute[tuple[Held, ...]](_dump_custody, _load_custody)
    parts = JsonAttribute[tuple[Part, ...]](_dump_parts, _load_parts, null=True)
    state = EnumAttribute(CaseState)
    charge = UnicodeAttribute(null=True)
    due_at = InstantAttribute(null=True)
    late = UnicodeAttribute(null=True)
    handovers = NumberAttribute()
    way = JsonAttribute[Handover](_dump_way, _load_way, null=True)
    asked = UnicodeAttribute(null=True)
    outcome = EnumAttribute(Outcome, null=True)
    reason = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class SheetsRecord(CrossregionRecord, discriminator="sheets"):
    """Pages that came together, never changed; a page put right comes again under its number. PK CROSSCASE#id,
    SK SHEETS#version of the case that brought them.
    """

    sheets = PackedAttribute[tuple[Sheet, ...]](_dump_sheets, _load_sheets)


class HandoverRecord(CrossregionRecord, discriminator="handover"):
    """A link of the chain of custody, written once it was checked. PK CROSSCASE#id, SK HANDOVER#0001."""

    number = NumberAttribute()
    sender = UnicodeAttribute()
    receiver = UnicodeAttribute()
    pages = JsonAttribute[tuple[int, ...]](runs, numbers_of)
    digest = UnicodeAttribute()
    parcel = JsonAttribute[Parcel](_dump_parcel, _load_parcel)
    offered_at = InstantAttribute()
    received_at = InstantAttribute()
    missing = JsonAttribute[tuple[int, ...]](runs, numbers_of, null=True)
    differing = JsonAttribute[tuple[int, ...]](runs, numbers_of, null=True)
    note = UnicodeAttribute(null=True)


class DeskRecord(CrossregionRecord, discriminator="desk"):
    """A case in its person's list or a zone's. PK CASES-OF#person or CASES-AT#region, SK made#id."""

    case_id = UnicodeAttribute()


class PairMonthRecord(CrossregionRecord, discriminator="pair-month"):
    """A pair of zones in a month, kept at both. PK PAIRS#region#month, SK from#home."""

    collected = NumberAttribute(null=True)
    decided = NumberAttribute(null=True)
    on_time = NumberAttribute(null=True)
    returned = NumberAttribute(null=True)
    late = NumberAttribute(null=True)


class CountedRecord(OnceRecord, CrossregionRecord, discriminator="counted"):
    """What was counted already. PK COUNTED#event, SK COUNTED; expires."""


class WishRecord(CrossregionRecord, discriminator="wish"):
    """A matter that people asked for and no list has. PK WISHES#region#month, SK what they called it."""

    asked = NumberAttribute(null=True)


class CrossDeadlineRecord(DeadlineRecord, CrossregionRecord, discriminator="deadline"):
    """A clock of a case; GSI3 DUE#shard / instant."""
