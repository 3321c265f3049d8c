"""An office's items as a file."""

from mashangban.domains.guides.schemas import GuideHead, GuideHeadsQuery
from mashangban.domains.guides.service import reading
from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets

HEAD = ("地区代码", "事项编码", "事项名称", "状态", "第几版", "有没有没公布的改动")


def export_items(actor: Principal, query: GuideHeadsQuery, kind: str) -> bytes:
    """A region's own items as CSV or XLSX. Raises ExportTooLarge, NotFound beyond reach."""
    found = sheets.every(lambda page: reading.heads(actor, query.at(page)))
    return sheets.write(kind, HEAD, (_row(one) for one in found))


def _row(one: GuideHead) -> tuple[str, ...]:
    draft = "有" if one.draft else ""
    return (one.region, one.code, one.name, one.shelf_label, str(one.edition), draft)
