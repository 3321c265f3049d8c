"""How defects lie in the homes table (docs/data/homes.md)."""

from typing import Any

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.domains.homes.models.estates import HomesRecord, dump_door, dump_named, load_door, load_named
from mashangban.domains.homes.rules.defect import Marks, Repair, Spot
from mashangban.domains.homes.rules.estate import Named
from mashangban.domains.homes.rules.home import Door
from mashangban.domains.homes.terms import Category, Climb, DefectState, Payer, Severity
from mashangban.kernel import clock
from mashangban.kernel.attributes import DateAttribute, EnumAttribute, InstantAttribute, JsonAttribute
from mashangban.kernel.words import WordsRecord

Json = dict[str, Any]
_INSTANTS = ("answered_at", "visited_at", "repaired_at", "ended_at")


def _dump_spot(one: Spot) -> list[Any]:
    return [one.room, one.x, one.y]


def _load_spot(raw: list[Any]) -> Spot:
    return Spot(*raw)


def _dump_repair(one: Repair) -> list[Any]:
    return [list(one.before), list(one.after), clock.to_text(one.at), one.cost_fen, one.payer.value]


def _load_repair(raw: list[Any]) -> Repair:
    before, after, at, cost_fen, payer = raw
    return Repair(tuple(before), tuple(after), clock.from_text(at), cost_fen, Payer(payer))


def _dump_marks(one: Marks) -> Json:
    """Only what happened: the state item stays small."""
    values = {name: getattr(one, name) for name in Marks.__dataclass_fields__}
    return {
        name: clock.to_text(value) if name in _INSTANTS else value for name, value in values.items() if value
    }


def _load_marks(raw: Json) -> Marks:
    values: Json = {
        name: clock.from_text(value) if name in _INSTANTS else value for name, value in raw.items()
    }
    return Marks(**values)


class DefectRecord(HomesRecord, discriminator="defect"):
    """A defect. PK DEFECT#id, SK DEFECT."""

    number = UnicodeAttribute()
    home_id = UnicodeAttribute()
    estate_id = UnicodeAttribute()
    estate_name = UnicodeAttribute()
    region = UnicodeAttribute()
    builder = JsonAttribute[Named](dump_named, load_named)
    door = JsonAttribute[Door](dump_door, load_door)
    batch = UnicodeAttribute(null=True)
    reporter_id = UnicodeAttribute()
    category = EnumAttribute(Category)
    severity = EnumAttribute(Severity)
    spot = JsonAttribute[Spot](_dump_spot, _load_spot)
    accepted_on = DateAttribute(null=True)
    handed_over_on = DateAttribute(null=True)
    reported_at = InstantAttribute()
    photos = JsonAttribute[tuple[str, ...]](list, tuple)
    found = JsonAttribute[tuple[str, ...]](list, tuple, null=True)
    state = EnumAttribute(DefectState)
    climb = EnumAttribute(Climb)
    contractor = JsonAttribute[Named](dump_named, load_named, null=True)
    visit_at = InstantAttribute(null=True)
    repair = JsonAttribute[Repair](_dump_repair, _load_repair, null=True)
    order_by = DateAttribute(null=True)
    round = NumberAttribute()
    issue_id = UnicodeAttribute(null=True)
    repeat_of = UnicodeAttribute(null=True)
    marks = JsonAttribute[Marks](_dump_marks, _load_marks)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class DefectWordsRecord(WordsRecord, HomesRecord, discriminator="defect-words"):
    """What somebody wrote with a step, encrypted. PK DEFECT#id, SK WORDS#version."""


class DefectRowRecord(HomesRecord, discriminator="defect-row"):
    """A defect as lists show it, and what it last counted; written by the listener.

    PK DEFECTS#home, SK id; GSI1 DEFECTS-IN#region / bucket#reported#id; GSI2 DEFECTS-OF#estate / bucket#reported#id;
    GSI3 DEFECTS-AT#estate#building / reported#id.
    """

    id = UnicodeAttribute()
    version = NumberAttribute()
    home_id = UnicodeAttribute()
    estate_id = UnicodeAttribute()
    builder_id = UnicodeAttribute()
    contractor_id = UnicodeAttribute(null=True)
    reporter_id = UnicodeAttribute()
    region = UnicodeAttribute()
    issue_id = UnicodeAttribute(null=True)
    bucket = UnicodeAttribute()
    order = UnicodeAttribute()
    shown = JsonAttribute[Json](dict, dict)
    counted = JsonAttribute[dict[str, int]](dict, dict)


class RepairRecord(HomesRecord, discriminator="repair"):
    """A defect that a contractor was told to repair. PK REPAIRS#contractor, SK defect id; gone when it ended."""

    defect_id = UnicodeAttribute()


class IssueRecord(HomesRecord, discriminator="issue"):
    """A parent issue. PK HOMESISSUE#id, SK ISSUE; GSI1 ISSUES-OF#estate / opened#id."""

    number = UnicodeAttribute()
    estate_id = UnicodeAttribute()
    estate_name = UnicodeAttribute()
    region = UnicodeAttribute()
    builder = JsonAttribute[Named](dump_named, load_named)
    category = EnumAttribute(Category)
    title = UnicodeAttribute()
    opened_at = InstantAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class MemberRecord(HomesRecord, discriminator="issue-member"):
    """A report of an issue, and the last news its household was told. PK HOMESISSUE#id, SK MEMBER#defect."""

    defect_id = UnicodeAttribute()
    told = NumberAttribute()
