"""A zone's cases as a file: what the list shows, every page of it."""

from mashangban.domains.crossregion.schemas.cases import CaseRow, DeskQuery
from mashangban.domains.crossregion.service import caselists
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets

HEAD = ("编号", "事项", "办理方式", "收件地", "办理地", "状态", "现在轮到谁", "最迟", "逾期点名", "提交时间")


def cases_sheet(actor: Principal, asked: DeskQuery, kind: str) -> bytes:
    """A zone's cases as CSV or XLSX. Raises NotFound beyond reach."""
    rows = sheets.every(lambda page: caselists.at_desk(actor, asked.at(page)))
    return sheets.write(kind, HEAD, map(_line, rows))


def _line(one: CaseRow) -> tuple[str, ...]:
    due = clock.spoken(one.due_at) if one.due_at else ""
    places = (one.window_name or "网上", one.home_name)
    state = (one.state_label, one.charge_name, due, one.late_name)
    return (one.number, one.name, one.mode_label, *places, *state, clock.spoken(one.made_at))
