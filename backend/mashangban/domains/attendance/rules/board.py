"""What a worker-day contributes to the boards of its month, and how boards add up."""

from collections import Counter
from collections.abc import Iterable, Mapping

from mashangban.domains.attendance.rules.calendar import month_of
from mashangban.domains.attendance.rules.workday import Workday
from mashangban.domains.attendance.terms import DayState


def contribution(workday: Workday) -> dict[str, int]:
    """The counters of a day as it stands: its state, half days that count, gate passes, corrections, disputes."""
    if workday.state is DayState.OPEN:
        return {}
    counted = {
        f"state.{workday.state.value}": 1,
        "sum.halves": workday.halves,
        "sum.passes": len(workday.marks.gate),
        "flag.corrected": int(bool(workday.changes)),
        "flag.contested": int(workday.contested),
    }
    return {key: n for key, n in counted.items() if n}


def boards_of(workday: Workday) -> list[tuple[str, str]]:
    """The boards a day counts on, each with the key of the part below: province, city, county, project."""
    region, project, month = workday.region, workday.project.id, month_of(workday.day)
    return [
        (region_board(region[:2], month), region[:4]),
        (region_board(region[:4], month), region),
        (region_board(region, month), project),
        (project_board(project, month), workday.team.id),
    ]


def region_board(region: str, month: str) -> str:
    """The board of a region in a month."""
    return f"region:{region}@{month}"


def project_board(project_id: str, month: str) -> str:
    """The board of a project in a month."""
    return f"project:{project_id}@{month}"


def with_part(moves: Mapping[str, int], part: str) -> dict[str, int]:
    """The moves of one board plus its part's number of settled days."""
    settled = moves.get(f"state.{DayState.SETTLED.value}", 0)
    return {**moves, f"part.{part}": settled} if settled else dict(moves)


def added(counted: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """The counters of several days together."""
    total: Counter[str] = Counter()
    for one in counted:
        total.update(one)
    return dict(total)


def summed(parts: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """A board's counters from those of its parts."""
    total: Counter[str] = Counter()
    for part, counted in parts.items():
        own = {key: n for key, n in counted.items() if not key.startswith("part.")}
        total.update(with_part(own, part))
    return dict(total)
