"""Boards counted anew: a project from its rows, a region from its parts, while listeners go on counting."""

from collections import Counter
from collections.abc import Callable
from functools import partial

from mashangban.domains.arrears.repository import rows
from mashangban.domains.arrears.rules import board
from mashangban.domains.arrears.service import boards
from mashangban.registry import divisions

_COUNTY = 6


def rebuild_project(project_id: str) -> dict[str, int]:
    """A project's board from its months and complaints; one whose last step was missed is counted on the way."""
    for row in list(rows.all_of_project(project_id)):
        (boards.count_pay if row.kind == "pay" else boards.count_complaint)(row.id)
    return rows.replace(f"project:{project_id}", partial(_of_project, project_id))


def rebuild_region(region: str) -> dict[str, int]:
    """The board of a county, city or province and every board below it. Raises Busy."""
    if len(region) == _COUNTY:
        return _rebuild("project", sorted(rows.projects_of_county(region)), region, rebuild_project)
    return _rebuild("region", [one.code for one in divisions.below(region)], region, rebuild_region)


def _rebuild(kind: str, parts: list[str], region: str, below: Callable[[str], object]) -> dict[str, int]:
    for part in parts:
        below(part)
    return rows.replace(f"region:{region}", partial(_of_region, kind, parts))


def _of_project(project_id: str) -> dict[str, int]:
    total: Counter[str] = Counter()
    for row in rows.all_of_project(project_id):
        total.update(board.with_part(row.counted, row.shown["employer_id"]))
    return dict(total)


def _of_region(kind: str, parts: list[str]) -> dict[str, int]:
    return board.summed({part: rows.counters(f"{kind}:{part}", consistent=True) for part in parts})
