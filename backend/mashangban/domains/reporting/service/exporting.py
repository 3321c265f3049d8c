"""The list of reports as a file, within the reader's reach; names stay masked."""

from mashangban.domains.reporting.schemas import ReportQuery, ReportRow
from mashangban.domains.reporting.service import viewing
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets

HEAD = ("报送编号", "种类", "状态", "对接平台", "项目", "工人", "月份", "代码", "原因", "回执", "更新时间")


def export_reports(actor: Principal, asked: ReportQuery, kind: str) -> bytes:
    """Reports of a county as CSV or XLSX. Raises ExportTooLarge, NotFound beyond reach."""
    return sheets.write(
        kind, HEAD, map(_line, sheets.every(lambda page: viewing.list_reports(actor, asked.at(page))))
    )


def _line(one: ReportRow) -> tuple[str, ...]:
    return (
        one.id, one.topic_label, one.state_label, one.platform_name, one.project_name, one.name_masked, one.month,
        one.code, one.reason, one.receipt, clock.spoken(one.changed_at),
    )  # fmt: skip
