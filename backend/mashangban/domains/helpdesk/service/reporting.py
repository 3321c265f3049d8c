"""The weekly, monthly or yearly report as a file: one line a department, the whole region last."""

from collections.abc import Iterator

from mashangban.domains.helpdesk.repository import departments
from mashangban.domains.helpdesk.rules.department import Department
from mashangban.domains.helpdesk.schemas import FiguresQuery, FiguresRow, FiguresView
from mashangban.domains.helpdesk.service import figures
from mashangban.kernel.permissions import Principal
from mashangban.registry import divisions, sheets


def report(actor: Principal, query: FiguresQuery, kind: str) -> bytes:
    """The figures of a place as CSV or XLSX. Raises NotFound beyond reach."""
    whole = figures.of_place(actor, query)
    counts = (one.label for one in (*whole.counts, *whole.rates, *whole.talks.counts))
    times = (f"{one.label}（秒）" for one in whole.talks.times)
    talks = (*times, *(one.label for one in whole.talks.rates))
    topics = (f"{what}：{one.label}" for what, rows in _heat(whole) for one in rows)
    head = ("部门", "时间", *counts, *talks, *topics)
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
    talks = (str(one.value) for one in shown.talks.counts)
    times = ("—" if one.seconds is None else str(one.seconds) for one in shown.talks.times)
    heat = (str(one.value) for _, rows in _heat(shown) for one in rows)
    rates, talk_rates = map(_rates, (shown.rates, shown.talks.rates))
    return (shown.name, shown.period, *counts, *rates, *talks, *times, *talk_rates, *heat)


def _rates(rows: list[FiguresRow]) -> Iterator[str]:
    return (f"{one.percent}%（{one.value}/{one.of}）" if one.of else "—" for one in rows)


def _heat(shown: FiguresView) -> tuple[tuple[str, list[FiguresRow]], ...]:
    """How much was asked about what."""
    return (("提问", shown.topics), ("对话", shown.talks.topics))
