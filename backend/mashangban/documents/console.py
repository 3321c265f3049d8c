"""The documents' doors in the console: a file opened from a page, what an enterprise's seal was used for."""

from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Cell, Column, Empty, Link, Row, Table
from mashangban.documents import permissions
from mashangban.documents.schemas.views import SealUseView
from mashangban.documents.service import reading, register
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint, Reply
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


@pages.route("/console/documents/{document_id}/file", methods=["GET"])
@page(permission=permissions.READ_DOCUMENT, template="")
def open_file(call: PageCall, document_id: str) -> Reply:
    """The latest file of a document, by redirect to a short-lived address."""
    link = reading.open_file(call.act, document_id, None)
    return Reply(status=302, headers={"Location": link.url})


@pages.route("/console/documents/seals/{enterprise_id}/uses", methods=["GET"])
@page(permission=permissions.READ_SEAL_USES, template="console/list.html")
def seal_uses(call: PageCall, enterprise_id: str) -> View:
    """The register of an enterprise's seal, the newest first."""
    cursor = call.request.query.get("cursor") or None
    found = register.of_enterprise(call.actor, enterprise_id, PageRequest(cursor, _PAGE))
    table = Table(
        name="seal-uses",
        caption="用印登记",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("还没有用过印章", "每盖一次章，这里记一条：谁、什么时候、盖在哪份文件上。"),
        path=f"/console/documents/seals/{enterprise_id}/uses",
        cursor=cursor,
        next_cursor=found.next_cursor,
    )
    name = registry.enterprise(enterprise_id).name
    crumbs = (Link("企业", "/console/enterprises"), Link(name, f"/console/enterprises/{enterprise_id}"))
    return View("用印登记", {"list": table, "links": ()}, crumbs=crumbs, lead=name)


def _row(one: SealUseView) -> Row:
    cells = {
        "at": Cell(clock.spoken(one.sealed_at)),
        "paper": Cell(one.template_label, sub=one.number),
        "operator": Cell(one.operator_name),
        "word": Cell(one.authorisation_label, sub=one.authorisation_id or ""),
        "sha256": Cell(one.sha256[:16]),
    }
    return Row(f"/console/documents/{one.document_id}/file", cells)
