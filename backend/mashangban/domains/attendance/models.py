"""How attendance of working days lies in the attendance table (docs/data/attendance.md)."""

from collections.abc import Callable
from dataclasses import asdict, astuple
from datetime import UTC, datetime
from typing import Any, TypeVar

from pynamodb.attributes import BooleanAttribute, DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.deadlines.models import DeadlineRecord
from mashangban.domains.attendance.rules.marks import Marks, Position, Punch, RollMark
from mashangban.domains.attendance.rules.teamday import Roll, RollEntry
from mashangban.domains.attendance.rules.workday import Change, Said
from mashangban.domains.attendance.terms import DayState, Decider, DeviceState, Direction
from mashangban.employment.models import EmploymentRecord
from mashangban.employment.rules import Named
from mashangban.kernel.attributes import DateAttribute, EnumAttribute, InstantAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("attendance")
Json = dict[str, Any]
T = TypeVar("T")


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)


def _at(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)


def _dump_punches(punches: tuple[Punch, ...]) -> list[list[Any]]:
    return [[_ms(one.at), one.direction.value, one.source] for one in punches]


def _load_punches(raw: list[list[Any]]) -> tuple[Punch, ...]:
    return tuple(Punch(_at(ms), Direction(direction), source) for ms, direction, source in raw)


def _dump_marks(marks: Marks) -> Json:
    roll = marks.roll
    kept: Json = {
        "g": _dump_punches(marks.gate),
        "s": _dump_punches(marks.scan),
        "p": [[_ms(one.at), one.latitude_e6, one.longitude_e6] for one in marks.positions],
        "r": roll and [*astuple(roll)[:5], _ms(roll.at), roll.version],
    }
    return {name: value for name, value in kept.items() if value}


def _load_roll_mark(raw: list[Any]) -> RollMark:
    halves, overtime_minutes, note, reason, by, at, version = raw
    return RollMark(halves, overtime_minutes, note, reason, by, _at(at), version)


def _load_marks(raw: Json) -> Marks:
    return Marks(
        gate=_load_punches(raw.get("g", [])),
        scan=_load_punches(raw.get("s", [])),
        roll=_load_roll_mark(raw["r"]) if "r" in raw else None,
        positions=tuple(Position(_at(ms), *place) for ms, *place in raw.get("p", [])),
    )


def _dump_changes(changes: tuple[Change, ...]) -> list[list[Any]]:
    return [[_ms(one.at), one.by, one.before, one.after, one.reason] for one in changes]


def _load_changes(raw: list[list[Any]]) -> tuple[Change, ...]:
    return tuple(Change(_at(ms), *rest) for ms, *rest in raw)


def _dump_roll(roll: Roll) -> Json:
    return {**asdict(roll), "at": _ms(roll.at), "entries": [list(astuple(one)) for one in roll.entries]}


def _load_roll(raw: Json) -> Roll:
    entries = tuple(RollEntry(*one) for one in raw["entries"])
    return Roll(**{**raw, "at": _at(raw["at"]), "entries": entries})


class TupleAttribute(JsonAttribute[Any]):
    """A small dataclass as the list of its values: a worker-day stays near 1 KB."""

    def __init__(self, kind: Callable[..., Any], null: bool = False) -> None:
        super().__init__(lambda value: list(astuple(value)), lambda raw: kind(*raw), null=null)


class TextsAttribute(JsonAttribute[tuple[str, ...]]):
    """A few short texts, read together."""

    def __init__(self) -> None:
        super().__init__(list, tuple)


class AttendanceRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class AttendanceEmployment(EmploymentRecord, AttendanceRecord, discriminator="employment"):
    """An employment this domain was told of (mashangban.employment.models)."""


class AttendanceDeadlineRecord(DeadlineRecord, AttendanceRecord, discriminator="deadline"):
    """A deadline in its subject's partition; GSI3 DUE#shard / instant."""


class KnownTeamRecord(AttendanceRecord, discriminator="team"):
    """A team that contracts name. PK KNOWNTEAM#id, SK KNOWNTEAM; GSI1 TEAMS#project / name;
    GSI2 FOREMAN#person / name; GSI3 COUNTY#region / project."""

    id = UnicodeAttribute()
    name = UnicodeAttribute()
    project = TupleAttribute(Named)
    region = UnicodeAttribute()
    orgs = TextsAttribute()
    foreman_id = UnicodeAttribute()
    told_at = InstantAttribute()


class DeviceRecord(AttendanceRecord, discriminator="device"):
    """A gate device. PK DEVICE#id, SK DEVICE; GSI1 DEVICES#project / name. `secret` is sealed."""

    id = UnicodeAttribute()
    name = UnicodeAttribute()
    spot = UnicodeAttribute()
    project = TupleAttribute(Named)
    region = UnicodeAttribute()
    orgs = TextsAttribute()
    secret = UnicodeAttribute()
    state = EnumAttribute(DeviceState)
    late_days = NumberAttribute()
    registered_at = InstantAttribute()
    taken = JsonAttribute[tuple[tuple[int, int], ...]](
        list, lambda raw: tuple((low, high) for low, high in raw)
    )
    last_seen_at = InstantAttribute(null=True)
    skew_seconds = NumberAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class DeviceNameRecord(AttendanceRecord, discriminator="device-name"):
    """Holds a device's name within its project. PK DEVICENAME#project#name, SK DEVICENAME."""


class BatchRecord(AttendanceRecord, discriminator="batch"):
    """What one request of a device brought, sealed; it also guards the request's number against replay.

    PK DEVICE#id, SK BATCH#request.
    """

    passes = UnicodeAttribute()
    expires_at = NumberAttribute(null=True)


class TeamDayRecord(AttendanceRecord, discriminator="teamday"):
    """A team's day. PK TEAMDAY#team#date, SK TEAMDAY."""

    team_id = UnicodeAttribute()
    day = DateAttribute()
    closed = BooleanAttribute()
    roll = JsonAttribute[Roll](_dump_roll, _load_roll, null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class WorkdayRecord(AttendanceRecord, discriminator="workday"):
    """A worker's day. PK WORKDAY#contract#date, SK WORKDAY; GSI1 TEAMMONTH#team#month / date#contract;
    GSI2 DAYS#contract / date; GSI3 QUESTIONS#project / date#contract while somebody is asked."""

    contract_id = UnicodeAttribute()
    day = DateAttribute()
    person_id = UnicodeAttribute()
    name_masked = UnicodeAttribute()
    project = TupleAttribute(Named)
    region = UnicodeAttribute()
    team = TupleAttribute(Named)
    orgs = TextsAttribute()
    foreman_id = UnicodeAttribute()
    marks = JsonAttribute[Marks](_dump_marks, _load_marks)
    state = EnumAttribute(DayState)
    halves = NumberAttribute()
    minutes = NumberAttribute()
    overtime_minutes = NumberAttribute()
    why = UnicodeAttribute(null=True)
    decider = EnumAttribute(Decider, null=True)
    asked = TupleAttribute(Said, null=True)
    claimed = TupleAttribute(Said, null=True)
    contested = BooleanAttribute()
    changes = JsonAttribute[tuple[Change, ...]](_dump_changes, _load_changes)
    due = UnicodeAttribute(null=True)
    revision = NumberAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class PhotosRecord(AttendanceRecord, discriminator="photos"):
    """Files that came with a worker's word. PK WORKDAY#contract#date, SK PHOTOS#version of the day."""

    files = TextsAttribute()


class ScanGuardRecord(AttendanceRecord, discriminator="scan-guard"):
    """A step of a team's code that a person has used. PK SCAN#team#step, SK person; expires."""

    expires_at = NumberAttribute()


class CountedRecord(AttendanceRecord, discriminator="counted"):
    """What a worker-day last counted on the boards. PK WORKDAY#contract#date, SK COUNTED."""

    version = NumberAttribute()
    counted = JsonAttribute[dict[str, int]](dict, dict)


class BoardRecord(AttendanceRecord, discriminator="board"):
    """Counters of a place in a month. PK BOARD#region:33@2026-11 or BOARD#project:id@month, SK BOARD."""
