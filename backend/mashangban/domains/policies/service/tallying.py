"""The board of policies: what stands in a region and below it, counted as items change."""

from mashangban.domains.policies import permissions
from mashangban.domains.policies.repository import policies, tallies
from mashangban.domains.policies.rules import tally
from mashangban.domains.policies.schemas.boards import PolicyBoard, PolicyCell
from mashangban.domains.policies.terms.departments import Department
from mashangban.domains.policies.terms.items import Mode, PolicyState
from mashangban.kernel.boards import Counters
from mashangban.kernel.errors import Stale
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import divisions


def count(policy_id: str) -> None:
    """Let the boards count an item as it stands. Raises Stale when another delivery was faster: it comes again."""
    policy = policies.get(policy_id)
    content = policies.edition(policy_id, policy.edition or policy.draft)
    if not tallies.count(policy, tally.counted(policy, content)):
        raise Stale()


def board(actor: Principal, region: str) -> PolicyBoard:
    """What a region and those below it offer. Raises NotFound beyond reach."""
    actor.reach(permissions.EDIT_POLICIES).require(Place(region=region))
    found = tallies.counters(region)
    below = {one.code: one.name for one in divisions.below(region)}
    return PolicyBoard(
        region=region,
        name=divisions.full_name(region),
        published=found.get(f"state.{PolicyState.PUBLISHED.value}", 0),
        drafted=found.get(f"state.{PolicyState.DRAFT.value}", 0),
        withdrawn=found.get(f"state.{PolicyState.WITHDRAWN.value}", 0),
        budget=found.get("budget.fen", 0),
        departments=_cells(found, "department", {one.value: one.label for one in Department}),
        modes=_cells(found, "mode", {one.value: one.label for one in Mode}),
        below=_cells(found, "below", below),
    )


def _cells(found: Counters, group: str, labels: dict[str, str]) -> list[PolicyCell]:
    cells = [
        PolicyCell(key=key, label=label, count=found[f"{group}.{key}"])
        for key, label in labels.items()
        if found.get(f"{group}.{key}")
    ]
    return sorted(cells, key=lambda one: -one.count)
