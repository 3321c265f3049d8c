"""A team's day: one roll for all its people, closed once at noon of the next day."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mashangban.domains.attendance import errors
from mashangban.employment.rules import Employment, Named
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class KnownTeam:
    """A team as the contracts in force tell of it."""

    id: str
    name: str
    project: Named
    region: str
    orgs: tuple[str, ...]
    foreman_id: str

    @property
    def place(self) -> Place:
        return Place(self.region, frozenset(self.orgs), self.project.id, frozenset({self.foreman_id}))


@dataclass(frozen=True, slots=True)
class RollEntry:
    """One person on the roll."""

    contract_id: str
    halves: int
    overtime_minutes: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Roll:
    """The roll as it was called last; `reason` says why an earlier one was changed."""

    entries: tuple[RollEntry, ...]
    by: str
    at: datetime
    reason: str
    version: int

    @property
    def digest(self) -> str:
        """What the event names: the entries themselves stay out of the public log."""
        lines = [[one.contract_id, one.halves, one.overtime_minutes] for one in self.entries]
        return hashlib.sha256(json.dumps(lines).encode()).hexdigest()

    def counts(self) -> dict[str, int]:
        """How many full, half and absent."""
        return {name: sum(one.halves == n for one in self.entries) for n, name in enumerate(_NAMES)}


_NAMES = ("absent", "half", "full")


@dataclass(frozen=True, slots=True)
class TeamDay:
    """A team on a day."""

    team: KnownTeam
    day: date
    closed: bool = False
    roll: Roll | None = None
    version: int = 0
    chain: str = GENESIS

    @property
    def id(self) -> str:
        return f"{self.team.id}#{self.day.isoformat()}"

    @property
    def subject(self) -> Subject:
        return Subject("teamday", self.id)


def team_of(employment: Employment) -> KnownTeam:
    """The team that an employment names."""
    orgs = tuple(sorted({employment.employer.id, employment.general_contractor.id}))
    return KnownTeam(
        employment.team.id,
        employment.team.name,
        employment.project,
        employment.region,
        orgs,
        employment.foreman_id,
    )


def members_on(employments: Iterable[Employment], day: date) -> list[Employment]:
    """Who is on the team that day, by name; of two contracts of one person the later."""
    covering = [one for one in employments if one.covers(day)]
    latest = {
        one.person_id: one for one in sorted(covering, key=lambda one: (one.starts_on, one.contract_id))
    }
    return sorted(latest.values(), key=lambda one: (one.name_masked, one.contract_id))


def check_roll(
    before: Roll | None, entries: Sequence[RollEntry], members: Sequence[Employment], reason: str
) -> None:
    """A roll names people of the team, each once; a second one says why. Raises NotOnTeam, ReasonMissing."""
    named = [one.contract_id for one in entries]
    if len(set(named)) != len(named) or not set(named) <= {one.contract_id for one in members}:
        raise errors.NotOnTeam()
    if before is not None and not reason:
        raise errors.ReasonMissing()
