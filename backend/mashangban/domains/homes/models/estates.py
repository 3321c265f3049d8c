"""How estates, homes and what hangs on them lie in the homes table (docs/data/homes.md)."""

from datetime import date
from typing import Any

from pynamodb.attributes import BooleanAttribute, DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.deadlines.models import DeadlineRecord
from mashangban.domains.homes.rules.estate import Batch, Building, DoorSheet, HouseType, Named
from mashangban.domains.homes.rules.home import Door, Leaving, Resident
from mashangban.domains.homes.terms import ImportKind, ImportState, InvitationKind, PaperState, ResidentRole
from mashangban.kernel import clock
from mashangban.kernel.attributes import DateAttribute, EnumAttribute, InstantAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("homes")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def dump_named(one: Named) -> list[str]:
    """A party as it is stored."""
    return [one.id, one.name]


def load_named(raw: list[str]) -> Named:
    """A stored party."""
    return Named(*raw)


def _dump_types(types: tuple[HouseType, ...]) -> list[Any]:
    return [[one.name, list(one.rooms), one.plan] for one in types]


def _load_types(raw: list[Any]) -> tuple[HouseType, ...]:
    return tuple(HouseType(name, tuple(rooms), plan) for name, rooms, plan in raw)


def _dump_batches(batches: tuple[Batch, ...]) -> list[Any]:
    return [[one.name, _text(one.planned_on), _text(one.accepted_on)] for one in batches]


def _load_batches(raw: list[Any]) -> tuple[Batch, ...]:
    return tuple(Batch(name, _day(planned), _day(accepted)) for name, planned, accepted in raw)


def _dump_buildings(buildings: tuple[Building, ...]) -> list[Any]:
    return [[one.name, list(one.units), one.homes] for one in buildings]


def _load_buildings(raw: list[Any]) -> tuple[Building, ...]:
    return tuple(Building(name, tuple(units), homes) for name, units, homes in raw)


def _dump_sheets(sheets: tuple[DoorSheet, ...]) -> list[Any]:
    return [[one.building, one.unit, one.document_id, one.state.value] for one in sheets]


def _load_sheets(raw: list[Any]) -> tuple[DoorSheet, ...]:
    return tuple(DoorSheet(building, unit, paper, PaperState(state)) for building, unit, paper, state in raw)


def dump_door(door: Door) -> list[str]:
    """A door as it is stored."""
    return [door.building, door.unit, door.floor, door.room]


def load_door(raw: list[str]) -> Door:
    """A stored door."""
    return Door(*raw)


def _dump_residents(residents: tuple[Resident, ...]) -> list[Any]:
    return [
        [
            one.person_id,
            one.name_masked,
            one.role.value,
            clock.to_text(one.since),
            _text(one.until),
            one.buyer,
        ]
        for one in residents
    ]


def _load_residents(raw: list[Any]) -> tuple[Resident, ...]:
    return tuple(
        Resident(person, name, ResidentRole(role), clock.from_text(since), _day(until), buyer)
        for person, name, role, since, until, buyer in raw
    )


def _dump_leaving(leaving: tuple[Leaving, ...]) -> list[Any]:
    return [
        [one.person_id, one.clock, clock.to_text(one.ends_at), one.heir_id, one.heir_name_masked]
        for one in leaving
    ]


def _load_leaving(raw: list[Any]) -> tuple[Leaving, ...]:
    return tuple(
        Leaving(person, kind, clock.from_text(ends), heir, name) for person, kind, ends, heir, name in raw
    )


class HomesRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class EstateRecord(HomesRecord, discriminator="estate"):
    """An estate. PK ESTATE#project, SK ESTATE; GSI1 ESTATES-IN#county / name; GSI2 ESTATES-OF#builder / name."""

    id = UnicodeAttribute()
    name = UnicodeAttribute()
    region = UnicodeAttribute()
    address = UnicodeAttribute()
    builder = JsonAttribute[Named](dump_named, load_named)
    contractor = JsonAttribute[Named](dump_named, load_named, null=True)
    supervisor = JsonAttribute[Named](dump_named, load_named, null=True)
    types = JsonAttribute[tuple[HouseType, ...]](_dump_types, _load_types)
    batches = JsonAttribute[tuple[Batch, ...]](_dump_batches, _load_batches)
    buildings = JsonAttribute[tuple[Building, ...]](_dump_buildings, _load_buildings)
    sheets = JsonAttribute[tuple[DoorSheet, ...]](_dump_sheets, _load_sheets)
    imports = NumberAttribute()
    applying = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class HomeRecord(HomesRecord, discriminator="home"):
    """A home. PK HOME#id, SK HOME; GSI1 HOMES-OF#estate / building#unit#floor#room."""

    id = UnicodeAttribute()
    estate_id = UnicodeAttribute()
    estate_name = UnicodeAttribute()
    region = UnicodeAttribute()
    builder_id = UnicodeAttribute()
    door = JsonAttribute[Door](dump_door, load_door)
    house_type = UnicodeAttribute()
    area = NumberAttribute()
    batch = UnicodeAttribute(null=True)
    code_body = UnicodeAttribute()
    code_version = NumberAttribute()
    residents = JsonAttribute[tuple[Resident, ...]](_dump_residents, _load_residents)
    leaving = JsonAttribute[tuple[Leaving, ...]](_dump_leaving, _load_leaving)
    passed = JsonAttribute[tuple[int, ...]](list, tuple)
    handed_over_on = DateAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class HomesDeadlineRecord(DeadlineRecord, HomesRecord, discriminator="deadline"):
    """A deadline in its subject's partition; GSI3 DUE#shard / instant."""


class ContractRecord(HomesRecord, discriminator="contract"):
    """What the builder recorded of a purchase contract, encrypted. PK HOME#id, SK CONTRACT."""

    body = UnicodeAttribute()


class ResidentRecord(HomesRecord, discriminator="resident"):
    """A person's home, to be found by the person. PK HOME#id, SK RESIDENT#person; GSI2 HOMES-OF#person / since."""

    home_id = UnicodeAttribute()


class InvitationRecord(HomesRecord, discriminator="invitation"):
    """An owner's offer behind a single-use code. PK INVITATION#body, SK INVITATION; expires."""

    home_id = UnicodeAttribute()
    invitation_kind = EnumAttribute(InvitationKind)
    by = UnicodeAttribute()
    ends_at = InstantAttribute()
    until = DateAttribute(null=True)
    used = BooleanAttribute(default=False)
    expires_at = NumberAttribute()


class TriesRecord(HomesRecord, discriminator="tries"):
    """How often somebody tried to bind in a window. PK TRIES#limit#whose#window, SK TRIES; expires."""

    tries = NumberAttribute()
    expires_at = NumberAttribute()


class CodeRecord(HomesRecord, discriminator="code"):
    """A printed door code. PK CODE#body, SK CODE. A revoked code stays, so that it can say so."""

    home_id = UnicodeAttribute()
    revoked = BooleanAttribute(default=False)


class ImportRecord(HomesRecord, discriminator="import"):
    """A builder's sheet. PK HOMESIMPORT#id, SK IMPORT; GSI1 IMPORTS-OF#estate / id."""

    estate_id = UnicodeAttribute()
    import_kind = EnumAttribute(ImportKind)
    file_id = UnicodeAttribute(null=True)
    filename = UnicodeAttribute()
    sha256 = UnicodeAttribute()
    person_id = UnicodeAttribute()
    state = EnumAttribute(ImportState)
    received_at = InstantAttribute()
    rows = NumberAttribute()
    created = NumberAttribute()
    changed = NumberAttribute()
    errors = NumberAttribute()
    chunks = NumberAttribute()
    chunks_done = NumberAttribute()
    seen = NumberAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class StagedRecord(HomesRecord, discriminator="staged"):
    """Checked rows, encrypted: buyers' names are among them. PK STAGED#import#chunk, SK ROWS; expires."""

    body = UnicodeAttribute()
    expires_at = NumberAttribute()


class RowErrorsRecord(HomesRecord, discriminator="row-errors"):
    """What is wrong with a sheet, a few hundred rows an item. PK HOMESIMPORT#id, SK ERRORS#page; expires."""

    errors = JsonAttribute[list[list[Any]]](list, list)
    expires_at = NumberAttribute()


class FileRecord(HomesRecord, discriminator="file"):
    """A sheet that counts already. PK FILE#estate#kind#sha256, SK FILE."""

    import_id = UnicodeAttribute()
