"""How many projects stand where and in what state: each project's contribution, and what its change moves."""

from collections.abc import Mapping
from dataclasses import dataclass

from mashangban.registry.rules.names import region_levels
from mashangban.registry.rules.records import Project
from mashangban.registry.terms import ProjectStatus

NATION = "CN"


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a project last added to the boards."""

    version: int
    county: str
    status: ProjectStatus


@dataclass(frozen=True, slots=True)
class Board:
    """The roll-up of one region: projects by state, and by the region directly below."""

    region: str
    by_status: Mapping[str, int]
    by_place: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.by_status.values())


def contribution(project: Project) -> Contribution:
    """What a project adds now."""
    return Contribution(project.version, project.county, project.status)


def moves(before: Contribution | None, after: Contribution) -> dict[str, dict[str, int]]:
    """The differences to add, by roll-up (region code or NATION), then by counter: `s<status>`, `c<region below>`."""
    found: dict[str, dict[str, int]] = {}
    for one, step in ((before, -1), (after, 1)):
        if one is None:
            continue
        for region, place in _circles(one.county):
            counters = found.setdefault(region, {})
            for name in (f"s{one.status.value}", f"c{place}"):
                counters[name] = counters.get(name, 0) + step
    kept = {region: {name: n for name, n in counters.items() if n} for region, counters in found.items()}
    return {region: counters for region, counters in kept.items() if counters}


def _circles(county: str) -> tuple[tuple[str, str], ...]:
    """Each circle with the next smaller one, from the nation down; a county's own roll-up counts under itself."""
    province, city, own = region_levels(county)
    return ((NATION, province), (province, city), (city, own), (own, own))


def board_of(region: str, counters: Mapping[str, int]) -> Board:
    """A stored roll-up as a board."""
    by_status = {name[1:]: count for name, count in counters.items() if name.startswith("s")}
    by_place = {name[1:]: count for name, count in counters.items() if name.startswith("c") and count}
    return Board(region, by_status, by_place)
