"""The weekly, monthly or yearly report as a file: one line a department, the whole region last."""

from collections.abc import Iterator

from mashangban.domains.helpdesk.repository import departments
from mashangban.domains.helpdesk.rules.department import Department
from mashangban.domains.helpdesk.schemas import FiguresQuery, FiguresView
from mashangban.domains.helpdesk.service import figures
from mashangban.kernel.permissions import Principal
from mashangban.registry import divisions, sheets


def report(actor: Principal, query: FiguresQuery, kind: str) -> bytes:
    """The figures of a place as CSV or XLSX. Raises NotFound beyond reach."""
    whole = figures.of_place(actor, query)
    head = ("部门", "时间", *(one.label for one in whole.counts), *(one.label for one in whole.rates))
    return sheets.write(kind, head, _lines(actor, query, whole))


def _lines(actor: Principal, query: FiguresQuery, whole: FiguresView) -> Iterator[tuple[str, ...]]:
    for one in _departments(query.where):
        yield _line(figures.of_place(actor, query.model_copy(update={"where": one.id})))
    yield _line(whole)


def _departments(where: str) -> list[Department]:
    """The departments of a county, or of a city and its counties; a province's report shows the whole only."""
    if not where.isdecimal() or len(where) == 2:
        return []
    if len(where) == 6:
        return departments.all_in(where)
    below = [one for county in divisions.counties(where) for one in departments.all_in(county.code)]
    return [*departments.all_in(f"{where}00"), *below]


def _line(shown: FiguresView) -> tuple[str, ...]:
    counts = (str(one.value) for one in shown.counts)
    rates = (f"{one.percent}%（{one.value}/{one.of}）" if one.of else "—" for one in shown.rates)
    return (shown.name, shown.period, *counts, *rates)
