"""A home: its door, who is bound to it, its keys. Pure."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from mashangban.domains.homes import errors
from mashangban.domains.homes.terms import ResidentRole
from mashangban.kernel import ids
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Door:
    """Where a home is. The room number is whole (1801), so that unit and room name one door; a unit may be missing."""

    building: str
    unit: str
    floor: str
    room: str

    @property
    def label(self) -> str:
        """楼-单元-室, as the door sheet prints it."""
        return "-".join(part for part in (self.building, self.unit, self.room) if part)

    @property
    def order(self) -> str:
        """Sorts as people count: numbers by their value."""
        return "#".join(padded(part) for part in (self.building, self.unit, self.floor, self.room))


@dataclass(frozen=True, slots=True)
class Resident:
    """A person bound to a home. `buyer` is the owner's place among the buyers of the contract."""

    person_id: str
    name_masked: str
    role: ResidentRole
    since: datetime
    until: date | None = None
    buyer: int = -1


@dataclass(frozen=True, slots=True)
class Leaving:
    """An owner's word to unbind, or to pass the home on to `heir`; it takes effect when `clock` rings."""

    person_id: str
    clock: str
    ends_at: datetime
    heir_id: str = ""
    heir_name_masked: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """One home. `area` is in hundredths of a square metre; the door's code is static, versioned and revocable.

    `passed` names the buyers of the contract whose share went to somebody else: the contract binds them no more.
    """

    id: str
    estate_id: str
    estate_name: str
    region: str
    builder_id: str
    door: Door
    house_type: str
    area: int
    batch: str
    code_body: str
    code_version: int = 1
    residents: tuple[Resident, ...] = ()
    leaving: tuple[Leaving, ...] = ()
    passed: tuple[int, ...] = ()
    handed_over_on: date | None = None
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("home", self.id)

    @property
    def place(self) -> Place:
        """Where it stands for the builder and the regulators."""
        return Place(self.region, frozenset({self.builder_id}), self.estate_id)

    @property
    def office(self) -> Place:
        """In whose hands its records are: the builder's own people."""
        return Place(orgs=frozenset({self.builder_id}))

    def place_on(self, day: date) -> Place:
        """Where it stands for everybody, those who live there on that day included."""
        return replace(self.place, persons=frozenset(one.person_id for one in self.living(day)))

    @property
    def owners_place(self) -> Place:
        """Where its purchase contract stands: owners and the builder's own people, nobody else."""
        return Place(
            None, frozenset({self.builder_id}), None, frozenset(one.person_id for one in self.owners)
        )

    @property
    def owners(self) -> tuple[Resident, ...]:
        return tuple(one for one in self.residents if one.role is ResidentRole.OWNER)

    def living(self, day: date) -> tuple[Resident, ...]:
        """Owners, and tenants whose tenancy is not over."""
        return tuple(one for one in self.residents if one.until is None or day <= one.until)

    def bound(self, person_id: str) -> bool:
        """Whether this person is bound at all, a tenancy that is over included."""
        return any(one.person_id == person_id for one in self.residents)

    def resident(self, person_id: str, day: date) -> Resident | None:
        """This person's binding, if it stands on that day."""
        return next((one for one in self.living(day) if one.person_id == person_id), None)


def home_id(estate_id: str, label: str) -> str:
    """One id for one door of an estate: the same row imported twice is the same home."""
    digest = hashlib.sha256(f"{estate_id}|{label}".encode()).digest()
    return ids.base32(int.from_bytes(digest[:17]), 26)


def hand_over(home: Home, on: date, today: date) -> Home:
    """The keys were given. Raises AlreadyHandedOver, HandoverInFuture."""
    if home.handed_over_on is not None:
        raise errors.AlreadyHandedOver()
    if on > today:
        raise errors.HandoverInFuture()
    return replace(home, handed_over_on=on)


def padded(text: str) -> str:
    """A building's or unit's name as it sorts: numbers by their value."""
    return re.sub(r"[0-9]+", lambda digits: digits.group().zfill(6), text)
