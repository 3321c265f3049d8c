"""How estates, homes and what hangs on them lie in the homes table (docs/data/homes.md)."""

from datetime import date
from typing import Any

from pynamodb.attributes import BooleanAttribute, DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.domains.homes.rules.estate import Batch, Building, Door, DoorSheet, HouseType, Named
from mashangban.domains.homes.terms import ImportKind, ImportState, PaperState
from mashangban.kernel.attributes import DateAttribute, EnumAttribute, InstantAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("homes")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _dump_named(one: Named) -> list[str]:
    return [one.id, one.name]


def _load_named(raw: list[str]) -> Named:
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


def _dump_door(door: Door) -> list[str]:
    return [door.building, door.unit, door.floor, door.room]


def _load_door(raw: list[str]) -> Door:
    return Door(*raw)


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
    builder = JsonAttribute[Named](_dump_named, _load_named)
    contractor = JsonAttribute[Named](_dump_named, _load_named, null=True)
    supervisor = JsonAttribute[Named](_dump_named, _load_named, null=True)
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
    door = JsonAttribute[Door](_dump_door, _load_door)
    house_type = UnicodeAttribute()
    area = NumberAttribute()
    batch = UnicodeAttribute(null=True)
    code_body = UnicodeAttribute()
    code_version = NumberAttribute()
    handed_over_on = DateAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class CodeRecord(HomesRecord, discriminator="code"):
    """A printed door code. PK CODE#body, SK CODE. A revoked code stays, so that it can say so."""

    home_id = UnicodeAttribute()
    revoked = BooleanAttribute(default=False)


class ImportRecord(HomesRecord, discriminator="import"):
    """A builder's sheet. PK HOMESIMPORT#id, SK IMPORT; GSI1 IMPORTS-OF#estate / id."""

    estate_id = UnicodeAttribute()
    import_kind = EnumAttribute(ImportKind)
    file_id = UnicodeAttribute()
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
