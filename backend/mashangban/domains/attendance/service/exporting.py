"""A team's month as a file: a line a person, a column a day; names stay masked."""

from mashangban.domains.attendance.rules.calendar import days_of
from mashangban.domains.attendance.schemas.teams import GridLine
from mashangban.domains.attendance.service import viewing
from mashangban.domains.attendance.terms import DayState
from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets

_MARKS = {0: "0", 1: "0.5", 2: "1"}


def export_month(actor: Principal, team_id: str, month: str, kind: str) -> bytes:
    """The grid as CSV or XLSX. Raises NotFound beyond reach."""
    grid = viewing.grid_of_team(actor, team_id, month)
    days = [day.isoformat() for day in days_of(month)]
    head = ("工人", "工种", *(f"{int(day[8:])}日" for day in days), "合计(天)", "加班(小时)", "待答复")
    return sheets.write(kind, head, (_row(line, days) for line in grid.lines))


def _row(line: GridLine, days: list[str]) -> tuple[str, ...]:
    known = {cell.day.isoformat(): cell for cell in line.cells}
    marks = [mark(known[day].state, known[day].halves) if day in known else "" for day in days]
    sums = (f"{line.halves / 2:g}", f"{line.overtime_minutes / 60:g}", str(line.waiting))
    return (line.name_masked, line.trade, *marks, *sums)


def mark(state: DayState, halves: int) -> str:
    """What stands in a square: days as a number, a question mark while somebody is asked."""
    if state.waits:
        return "?"
    return _MARKS[halves] if state is DayState.SETTLED else ("-" if state is DayState.NONE else "")
