"""What an enterprise's seal was used for: the whole register, and its newest lines beside the seal."""

from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Cell, Column, Empty, Link, Row, Table
from mashangban.documents import permissions
from mashangban.documents.schemas.seals import SealUseView
from mashangban.documents.service import register
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import PageRequest
from mashangban.registry import service as registry

pages = Blueprint(__name__)
_PAGE = 20
_COLUMNS = (
    Column("at", "盖章时间", kind="date"),
    Column("paper", "文件"),
    Column("operator", "经办人"),
    Column("word", "凭什么盖"),
    Column("sha256", "文件指纹", kind="code"),
)


@pages.route("/console/documents/seals/{enterprise_id}/uses", methods=["GET"])
@page(permission=permissions.READ_SEAL_USES, template="console/list.html")
def seal_uses(call: PageCall, enterprise_id: str) -> View:
    """The register of an enterprise's seal, the newest first."""
    cursor = call.request.query.get("cursor") or None
    table = listed(call, enterprise_id, PageRequest(cursor, _PAGE))
    name = registry.enterprise(enterprise_id).name
    crumbs = (
        Link("企业", "/console/enterprises"),
        Link(name, f"/console/enterprises/{enterprise_id}"),
        Link("电子印章", f"/console/documents/seals/{enterprise_id}"),
    )
    return View("用印登记", {"list": table, "links": ()}, crumbs=crumbs, lead=name)


def listed(call: PageCall, enterprise_id: str, page: PageRequest) -> Table:
    """One page of the register as a list."""
    found = register.of_enterprise(call.actor, enterprise_id, page)
    return Table(
        name="seal-uses",
        caption="用印登记",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("还没有用过印章", "每盖一次章，这里记一条：谁、什么时候、盖在哪份文件上。"),
        path=f"/console/documents/seals/{enterprise_id}/uses",
        cursor=page.cursor,
        next_cursor=found.next_cursor,
    )


def _row(one: SealUseView) -> Row:
    cells = {
        "at": Cell(clock.spoken(one.sealed_at)),
        "paper": Cell(one.template_label, sub=one.number),
        "operator": Cell(one.operator_name),
        "word": Cell(one.authorisation_label, sub=one.authorisation_id or ""),
        "sha256": Cell(one.sha256[:16]),
    }
    return Row(f"/console/documents/{one.document_id}/file", cells)
