"""Boards for those who oversee: roll-ups that listeners keep, read in one query."""

from mashangban.domains.workers import permissions
from mashangban.domains.workers.repository import boards as repository
from mashangban.domains.workers.repository import contracts
from mashangban.domains.workers.schemas import BoardView
from mashangban.domains.workers.schemas.teams import BoardCell
from mashangban.domains.workers.terms import TRADES, ContractState
from mashangban.domains.workers.terms.skills import CLASSES
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import divisions
from mashangban.registry import service as registry


def board(actor: Principal, region: str) -> BoardView:
    """The board of a province (2 digits), city (4) or county (6).

    Raises NotFound beyond the caller's reach and for a region that does not exist.
    """
    actor.reach(permissions.VIEW_BOARD).require(Place(region=region))
    if divisions.find(region) is None:
        raise NotFound()
    counters = repository.counters(f"region:{region}")
    return BoardView(
        region=region,
        region_name=divisions.name(region),
        states=[
            BoardCell(key=s, label=ContractState(s).label, count=n) for s, n in _group(counters, "state")
        ],
        trades=[BoardCell(key=t, label=TRADES[t].name, count=n) for t, n in _group(counters, "trade")],
        ages=[BoardCell(key=a, label=f"{a}岁", count=n) for a, n in sorted(_group(counters, "age"))],
        parts=_parts(region, _group(counters, "part")),
        certificates=[
            BoardCell(key=c, label=CLASSES[c].name, count=n) for c, n in _group(counters, "certificate")
        ],
        certificates_invalid=counters.get("skill.invalid", 0),
        certificates_unchecked=counters.get("skill.unchecked", 0),
        trained=counters.get("training.recorded", 0),
    )


def counties_in_force(region: str) -> dict[str, int]:
    """The counties within a province, city or county that have contracts in force, the most first.

    One query a city; nothing is asked of cities without contracts.
    """
    if len(region) == 6:
        return {region: repository.counters(f"region:{region}").get("state.sealed", 0)}
    parts = dict(_group(repository.counters(f"region:{region}"), "part"))
    if len(region) == 4:
        return parts
    found = {county: n for city in parts for county, n in counties_in_force(city).items()}
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def _group(counters: dict[str, int], group: str) -> list[tuple[str, int]]:
    """The counters of one group above zero, largest first."""
    found = [
        (key.partition(".")[2], n) for key, n in counters.items() if key.startswith(f"{group}.") and n > 0
    ]
    return sorted(found, key=lambda one: -one[1])


def _parts(region: str, found: list[tuple[str, int]]) -> list[BoardCell]:
    """The next level below: cities of a province, counties of a city, projects of a county."""
    if len(region) < 6:
        return [BoardCell(key=key, label=divisions.name(key), count=n) for key, n in found]
    shown = found[:50]
    names = registry.project_names(region, [key for key, _ in shown])
    return [BoardCell(key=key, label=names.get(key, key), count=n) for key, n in shown]


def count(contract_id: str) -> bool:
    """Let a contract count on its boards as it stands now; False when that was done already."""
    return repository.count(contracts.contract(contract_id))
