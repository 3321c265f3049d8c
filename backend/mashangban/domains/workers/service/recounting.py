"""Boards counted anew: for a board that is in doubt (a lost stream, a restored table), while listeners go on counting.

Nothing is scanned: a county's list names its projects, a project's teams hold their contracts, and a region is the sum
of its parts. A board's number of moves shows whether somebody counted meanwhile; then it is counted once more.
"""

from collections import Counter
from collections.abc import Callable
from functools import partial

from mashangban.domains.workers.repository import boards as repository
from mashangban.domains.workers.repository import contracts
from mashangban.domains.workers.repository import skills as skill_rows
from mashangban.domains.workers.repository import teams as team_repository
from mashangban.domains.workers.rules import board
from mashangban.domains.workers.service import skills
from mashangban.domains.workers.terms import ContractState
from mashangban.registry import divisions

_COUNTY = 6


def rebuild_project(project_id: str) -> dict[str, int]:
    """A project's board from its contracts; one that a listener missed is counted on the way, with its
    worker's certificates and training. Raises Busy."""
    teams = [team.id for team in team_repository.teams_of_project(project_id)]
    for team_id in teams:
        for contract_id, _ in list(repository.counted_in_team(team_id)):
            repository.count(contracts.contract(contract_id))
            skills.follow_contract(contract_id)
    return repository.replace(f"project:{project_id}", partial(_of_project, project_id, teams))


def rebuild_region(region: str) -> dict[str, int]:
    """The board of a county, city or province and every board below it. Raises Busy."""
    if len(region) == _COUNTY:
        parts = sorted(repository.projects_of_county(region))
        return _rebuild("project", parts, region, rebuild_project)
    parts = [one.code for one in divisions.below(region)]
    return _rebuild("region", parts, region, rebuild_region)


def _rebuild(kind: str, parts: list[str], region: str, below: Callable[[str], object]) -> dict[str, int]:
    for part in parts:
        below(part)
    return repository.replace(f"region:{region}", partial(_of_region, kind, parts))


def _of_project(project_id: str, teams: list[str]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for counted in skill_rows.counted_at(project_id):
        total.update(counted)
    for team_id in teams:
        for _, counted in repository.counted_in_team(team_id):
            total.update(counted)
            total[f"part.{team_id}"] += counted.get(f"state.{ContractState.SEALED.value}", 0)
    return dict(total)


def _of_region(kind: str, parts: list[str]) -> dict[str, int]:
    return board.summed({part: repository.counters(f"{kind}:{part}", consistent=True) for part in parts})
