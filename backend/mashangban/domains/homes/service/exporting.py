"""Defects as a file: what the list shows, for the same reader."""

from mashangban.domains.homes.schemas import DefectRow, DefectsQuery
from mashangban.domains.homes.service import defectlists
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets

HEAD = (
    "报修编号",
    "小区",
    "房屋",
    "房间",
    "问题",
    "急不急",
    "谁修",
    "报修时间",
    "状态",
    "没修好次数",
    "督办",
    "约好上门",
)


def export_defects(actor: Principal, query: DefectsQuery, kind: str) -> bytes:
    """A place's defects as CSV or XLSX. Raises ExportTooLarge, NotFound beyond reach."""
    return sheets.write(
        kind, HEAD, map(_line, sheets.every(lambda page: defectlists.at_place(actor, query.at(page))))
    )


def _line(one: DefectRow) -> tuple[str, ...]:
    where = (one.number, one.estate_name, one.home_label, one.room, one.category_label, one.severity_label)
    stands = (clock.spoken(one.reported_at), one.state_label, str(one.rejections), one.climb_label)
    visit = clock.spoken(one.visit_at) if one.visit_at else ""
    return (*where, one.contractor or "建设单位自己", *stands, visit)
