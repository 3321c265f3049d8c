"""What a policy counts on the boards of its region and of those above it. Pure."""

from collections.abc import Mapping

from mashangban.domains.policies.rules.policy import Edition, Policy
from mashangban.domains.policies.terms.items import PolicyState

_LEVELS = (2, 4, 6)


def counted(policy: Policy, content: Edition) -> dict[str, int]:
    """Its state; what is in force also by department and mode, with its budget in fen."""
    found = {f"state.{policy.state.value}": 1}
    if policy.state is PolicyState.PUBLISHED:
        found |= {f"department.{content.department.value}": 1, f"mode.{content.mode.value}": 1}
        found["budget.fen"] = content.budget
    return found


def boards_of(region: str) -> tuple[str, ...]:
    """The regions on whose boards a policy of this region counts."""
    return tuple(region[:length] for length in _LEVELS if length <= len(region))


def moves_on(board: str, region: str, moves: Mapping[str, int]) -> dict[str, int]:
    """The same on one board; a region above also counts for which part below what is in force."""
    found = dict(moves)
    step = moves.get(f"state.{PolicyState.PUBLISHED.value}", 0)
    if len(region) > len(board) and step:
        found[f"below.{region[: len(board) + 2]}"] = step
    return found
