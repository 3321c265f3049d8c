"""The four transparencies: what is known of a home, each fact with its source, day and papers. Pure.

A fact belongs to a home, or to the unit, building or estate it stands in: one batch of cement is told once.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime

from mashangban.domains.homes import errors
from mashangban.domains.homes.rules.estate import Estate
from mashangban.domains.homes.rules.home import Door, Home
from mashangban.domains.homes.terms import FactKind
from mashangban.kernel import ids
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Link:
    """Where a fact comes from in another scenario: its room, the subject there, and the event if one is meant."""

    room: str
    subject: str
    event: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `door` is empty for the whole estate, and as far filled in as the fact reaches."""

    id: str
    estate_id: str
    region: str
    builder_id: str
    door: Door
    kind: FactKind
    title: str
    words: str
    source: str
    number: str
    happened_on: date
    entered_at: datetime
    files: tuple[str, ...] = ()
    link: Link | None = None
    withdrawn: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("homefact", self.id)

    @property
    def office(self) -> Place:
        """Who may tell and withdraw it: the builder's own people."""
        return Place(orgs=frozenset({self.builder_id}))

    @property
    def scope(self) -> str:
        return scope_of(self.door)


def scope_of(door: Door) -> str:
    """Which list a fact stands in."""
    if door.room:
        return f"HOME#{door.label}"
    if door.unit:
        return f"UNIT#{door.building}#{door.unit}"
    return f"BUILDING#{door.building}" if door.building else "ESTATE"


def scopes_over(home: Home) -> tuple[str, ...]:
    """Every list that tells of a home."""
    door = home.door
    parts = (
        Door("", "", "", ""),
        Door(door.building, "", "", ""),
        Door(door.building, door.unit, "", ""),
        door,
    )
    return tuple(dict.fromkeys(scope_of(one) for one in parts))


def require_known(estate: Estate, door: Door) -> None:
    """A fact stands somewhere in the estate. Raises UnknownBuilding; whether a home is there its list knows."""
    if not door.building:
        if door.unit or door.room:
            raise errors.UnknownBuilding()
        return
    if door.unit and door.unit not in estate.building(door.building).units:
        raise errors.UnknownBuilding("这栋楼没有这个单元")
    estate.building(door.building)


def fact_id(*parts: str) -> str:
    """One id for one fact told twice: by its link, or by everything a row says."""
    digest = hashlib.sha256("|".join(parts).encode()).digest()
    return ids.base32(int.from_bytes(digest[:17]), 26)


def withdraw(fact: Fact, reason: str) -> Fact:
    """It was wrong. It stays to be read, with the reason. Raises FactWithdrawn."""
    if fact.withdrawn:
        raise errors.FactWithdrawn()
    return replace(fact, withdrawn=reason)
