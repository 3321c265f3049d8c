"""Lists as files: names stay masked, and a unit's file holds what its list shows."""

from datetime import datetime

from mashangban.domains.arrears.schemas import ComplaintRow, PayRow, PlaceQuery
from mashangban.domains.arrears.service import viewing
from mashangban.kernel import clock
from mashangban.kernel.money import yuan
from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets

PAY_HEAD = (
    "合同编号",
    "工人",
    "月份",
    "项目",
    "班组",
    "用人单位",
    "应付日",
    "晚几个工作日",
    "状态",
    "级别",
    "金额",
)
COMPLAINT_HEAD = ("投诉编号", "工人", "月份", "项目", "班组", "用人单位", "事由", "状态", "提交时间")


def export_late(actor: Principal, query: PlaceQuery, at: datetime, kind: str) -> bytes:
    """Months of a county or project as CSV or XLSX. Raises ExportTooLarge, NotFound beyond reach."""
    found = sheets.every(lambda page: viewing.late_at(actor, query.at(page), at))
    return sheets.write(kind, PAY_HEAD, (_pay(one) for one in found))


def export_complaints(actor: Principal, query: PlaceQuery, kind: str) -> bytes:
    """A county's complaints, for its regulators. Raises ExportTooLarge, NotFound beyond reach."""
    found = sheets.every(lambda page: viewing.complaints_at(actor, query.at(page)))
    return sheets.write(kind, COMPLAINT_HEAD, (_complaint(one) for one in found))


def _pay(one: PayRow) -> tuple[str, ...]:
    amount = yuan(one.amount_fen) if one.amount_fen else ""
    names = (one.number, one.worker_name_masked, one.month_label, one.project, one.team, one.employer)
    return (*names, one.due_on.isoformat(), str(one.days_late), one.state_label, one.level_label, amount)


def _complaint(one: ComplaintRow) -> tuple[str, ...]:
    names = (one.number, one.worker_name_masked, one.month_label, one.project, one.team, one.employer)
    return (*names, one.reason_label, one.state_label, clock.spoken(one.opened_at))
