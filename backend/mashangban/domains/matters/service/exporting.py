"""An office's matters as a file: what the list shows, every page of it."""

from mashangban.domains.matters.schemas.matters import MatterDeskQuery, MatterRow
from mashangban.domains.matters.service import lists
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets

HEAD = ("编号", "事项", "地区", "状态", "最迟", "已超时限", "开始时间")


def desk_sheet(actor: Principal, asked: MatterDeskQuery, kind: str) -> bytes:
    """What an office has as CSV or XLSX. Raises NotFound beyond reach."""
    rows = sheets.every(lambda page: lists.at_desk(actor, asked.at(page)))
    return sheets.write(kind, HEAD, map(_line, rows))


def _line(one: MatterRow) -> tuple[str, ...]:
    due = clock.spoken(one.due_at) if one.due_at else ""
    late = "是" if one.late else ""
    return (one.number, one.name, one.region_name, one.state_label, due, late, clock.spoken(one.made_at))
