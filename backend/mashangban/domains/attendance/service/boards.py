"""Boards for those who oversee: one query a place and month, whatever the number of workers."""

from collections.abc import Callable
from functools import partial

from mashangban.domains.attendance import permissions
from mashangban.domains.attendance.repository import boards as repository
from mashangban.domains.attendance.repository import days, teams
from mashangban.domains.attendance.rules import board as rules
from mashangban.domains.attendance.schemas import BoardCell, BoardView
from mashangban.domains.attendance.terms import DayState
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import divisions
from mashangban.registry import service as registry

_COUNTY = 6
_SHOWN = 50


def board(actor: Principal, region: str, month: str) -> BoardView:
    """The month's board of a province (2 digits), city (4) or county (6). Raises NotFound beyond reach."""
    actor.reach(permissions.VIEW_BOARD).require(Place(region=region))
    if divisions.find(region) is None:
        raise NotFound()
    counters = repository.counters(rules.region_board(region, month))
    states = {one: counters.get(f"state.{one.value}", 0) for one in DayState}
    return BoardView(
        region=region,
        region_name=divisions.name(region),
        month=month,
        states=[BoardCell(key=one.value, label=one.label, count=n) for one, n in states.items() if n],
        halves=counters.get("sum.halves", 0),
        passes=counters.get("sum.passes", 0),
        corrected=counters.get("flag.corrected", 0),
        contested=counters.get("flag.contested", 0),
        parts=_parts(region, counters),
    )


def count(workday_id: str) -> None:
    """Let a day count as it stands now."""
    repository.count([days.of_id(workday_id)])


def rebuild_project(project_id: str, month: str) -> dict[str, int]:
    """A project's month counted anew from its teams' days. Raises Busy."""
    return repository.replace(rules.project_board(project_id, month), partial(_of_project, project_id, month))


def rebuild_region(region: str, month: str) -> dict[str, int]:
    """The month's board of a county, city or province and every board below it. Raises Busy."""
    if len(region) == _COUNTY:
        names = {one: rules.project_board(one, month) for one in sorted(teams.projects_of_county(region))}
        below: Callable[[str, str], object] = rebuild_project
    else:
        names = {one.code: rules.region_board(one.code, month) for one in divisions.below(region)}
        below = rebuild_region
    for part in names:
        below(part, month)
    return repository.replace(rules.region_board(region, month), partial(_of_parts, names))


def _of_project(project_id: str, month: str) -> dict[str, int]:
    parts = {team.id: _of_team(team.id, month) for team in teams.of_project(project_id)}
    return rules.summed(parts)


def _of_team(team_id: str, month: str) -> dict[str, int]:
    return rules.added(rules.contribution(one) for one in days.of_team(team_id, month))


def _of_parts(names: dict[str, str]) -> dict[str, int]:
    return rules.summed({part: repository.counters(name, consistent=True) for part, name in names.items()})


def _parts(region: str, counters: dict[str, int]) -> list[BoardCell]:
    """The next level below, the most settled days first."""
    found = {key.partition(".")[2]: n for key, n in counters.items() if key.startswith("part.") and n > 0}
    ordered = sorted(found.items(), key=lambda one: -one[1])[:_SHOWN]
    if len(region) < _COUNTY:
        names = {key: divisions.name(key) for key, _ in ordered}
    else:
        names = registry.project_names(region, [key for key, _ in ordered])
    return [BoardCell(key=key, label=names.get(key, key), count=n) for key, n in ordered]
