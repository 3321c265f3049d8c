"""An estate: buildings, house types, handover batches, printed door codes. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mashangban.domains.homes import errors
from mashangban.domains.homes.rules.home import Door, padded
from mashangban.domains.homes.terms import PaperState
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Named:
    """A party by id and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class HouseType:
    """户型: its rooms, and the picture of its plan that pins point into (x and y from 0 to 1)."""

    name: str
    rooms: tuple[str, ...]
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """交付批次. Warranty periods run from `accepted_on` (建设工程质量管理条例 Art. 40: from the acceptance)."""

    name: str
    planned_on: date | None = None
    accepted_on: date | None = None


@dataclass(frozen=True, slots=True)
class Building:
    """A building with its units and the number of its homes."""

    name: str
    units: tuple[str, ...]
    homes: int


@dataclass(frozen=True, slots=True)
class DoorSheet:
    """The latest printed door codes of a building, or of one of its units."""

    building: str
    unit: str
    document_id: str
    state: PaperState


@dataclass(frozen=True, slots=True)
class Estate:
    """小区: a project of the registry as its homes see it. `applying` names the import being written."""

    id: str
    name: str
    region: str
    address: str
    builder: Named
    contractor: Named | None
    supervisor: Named | None
    types: tuple[HouseType, ...] = ()
    batches: tuple[Batch, ...] = ()
    buildings: tuple[Building, ...] = ()
    sheets: tuple[DoorSheet, ...] = ()
    imports: int = 0
    applying: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("estate", self.id)

    @property
    def place(self) -> Place:
        return Place(self.region, frozenset({self.builder.id}), self.id)

    @property
    def office(self) -> Place:
        """Whose hands it is in: the builder's own people. A project's manager may be the contractor's."""
        return Place(orgs=frozenset({self.builder.id}))

    @property
    def homes(self) -> int:
        return sum(one.homes for one in self.buildings)

    def house_type(self, name: str) -> HouseType:
        """Raises UnknownHouseType."""
        for one in self.types:
            if one.name == name:
                return one
        raise errors.UnknownHouseType()

    def batch(self, name: str) -> Batch:
        """Raises UnknownBatch."""
        for one in self.batches:
            if one.name == name:
                return one
        raise errors.UnknownBatch()

    def accepted_on(self, batch: str) -> date | None:
        """When the completion acceptance of a batch was passed, if that is known. Raises UnknownBatch."""
        return self.batch(batch).accepted_on if batch else None

    def building(self, name: str) -> Building:
        """Raises UnknownBuilding."""
        for one in self.buildings:
            if one.name == name:
                return one
        raise errors.UnknownBuilding()


def with_plan(estate: Estate, name: str, plan: str) -> Estate:
    """A new picture of a house type's plan. Raises UnknownHouseType."""
    estate.house_type(name)
    changed = tuple(replace(one, plan=plan) if one.name == name else one for one in estate.types)
    return replace(estate, types=changed)


def with_batch(estate: Estate, batch: Batch) -> Estate:
    """New dates of a batch. Raises UnknownBatch."""
    estate.batch(batch.name)
    return replace(estate, batches=tuple(batch if one.name == batch.name else one for one in estate.batches))


def with_sheet(estate: Estate, sheet: DoorSheet) -> Estate:
    """The latest sheet of a building or unit takes the place of the one before."""
    kept = [one for one in estate.sheets if (one.building, one.unit) != (sheet.building, sheet.unit)]
    return replace(estate, sheets=(*kept, sheet))


def with_homes(estate: Estate, doors: Sequence[Door]) -> Estate:
    """New doors grow their buildings."""
    found = {one.name: one for one in estate.buildings}
    for door in doors:
        before = found.get(door.building, Building(door.building, (), 0))
        units = dict.fromkeys((*before.units, *([door.unit] if door.unit else [])))
        found[door.building] = Building(door.building, tuple(sorted(units, key=padded)), before.homes + 1)
    return replace(estate, buildings=tuple(sorted(found.values(), key=lambda one: padded(one.name))))
