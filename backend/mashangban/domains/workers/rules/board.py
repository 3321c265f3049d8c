"""What one contract contributes to the boards, and by how much a change moves them."""

from collections import Counter
from collections.abc import Mapping

from mashangban.domains.workers.rules import skill_board
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.terms import ContractState

AGE_BANDS = ((18, 29), (30, 39), (40, 49), (50, 59), (60, 120))
Counted = Mapping[str, int]


def band(age: int) -> str:
    """`30-39`; the youngest band also takes those below it, the last is open."""
    for low, high in AGE_BANDS:
        if age <= high:
            return f"{low}-{high}" if high < 120 else f"{low}+"
    return f"{AGE_BANDS[-1][0]}+"


def contribution(contract: Contract) -> dict[str, int]:
    """The counters a contract stands in now: its state always, trade and age band while in force."""
    counted = {f"state.{contract.state.value}": 1}
    if contract.state is ContractState.SEALED:
        counted[f"trade.{contract.trade.code}"] = 1
        counted[f"age.{band(contract.worker.age)}"] = 1
    return counted


def boards_of(contract: Contract) -> list[tuple[str, str]]:
    """The boards a contract counts on, each with the key of the part below it: province, city, county, project."""
    region, project = contract.project.region, contract.project.id
    return [
        (f"region:{region[:2]}", region[:4]),
        (f"region:{region[:4]}", region),
        (f"region:{region}", project),
        (f"project:{project}", contract.team.id),
    ]


def regional(moves: Counted) -> dict[str, int]:
    """What regions count: contracts in force and ended, by trade and age, certificates, training.

    The way to a contract is the project's affair."""
    lasting = ("state.sealed", "state.ended", "state.expired", "trade.", "age.", *skill_board.PREFIXES)
    return {key: step for key, step in moves.items() if key.startswith(lasting)}


def summed(parts: Mapping[str, Counted]) -> dict[str, int]:
    """A region's counters from those of its parts (projects of a county, counties of a city, cities of a province)."""
    total: Counter[str] = Counter()
    for part, counted in parts.items():
        total.update(regional(counted))
        total[f"part.{part}"] = counted.get(f"state.{ContractState.SEALED.value}", 0)
    return dict(total)


def with_part(moves: Counted, part: str) -> dict[str, int]:
    """The moves of one board plus its part's number of contracts in force."""
    in_force = moves.get(f"state.{ContractState.SEALED.value}", 0)
    return {**moves, f"part.{part}": in_force} if in_force else dict(moves)
