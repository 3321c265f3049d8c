"""The policies whose budget lines an office opens and raises."""

from mashangban.domains.claims import permissions
from mashangban.domains.claims.repository import budgets
from mashangban.domains.policies.repository import listing as listed
from mashangban.domains.policies.rules.listing import region_list
from mashangban.domains.policies.rules.policy import Edition
from mashangban.kernel.acts import Act
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place
from mashangban.processes.claiming.schemas.lists import FundedPolicy
from mashangban.processes.claiming.service import basing


def in_region(act: Act, region: str, page: PageRequest) -> Page[FundedPolicy]:
    """What is in force in an office's region, by name. Raises NotFound beyond reach."""
    act.actor.reach(permissions.KEEP_BUDGET).require(Place(region=region))
    found = listed.named(region_list(region), "", page)
    return found.map(lambda one: _view(one.id, one.content))


def show(act: Act, policy_id: str) -> FundedPolicy:
    """One of them. Raises NotFound beyond reach."""
    policy, edition = basing.in_force(policy_id)
    act.actor.reach(permissions.KEEP_BUDGET).require(policy.place)
    return _view(policy_id, edition)


def _view(policy_id: str, edition: Edition) -> FundedPolicy:
    line = budgets.find(policy_id)
    return FundedPolicy(
        id=policy_id,
        title=edition.title,
        department_label=edition.department.label,
        most_fen=edition.budget,
        total_fen=line.total_fen if line else 0,
    )
