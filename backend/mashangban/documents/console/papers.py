"""A file opened from a page of any room."""

from mashangban.console.pages import PageCall, page
from mashangban.documents import permissions
from mashangban.documents.service import reading
from mashangban.kernel.http import Blueprint, Reply

pages = Blueprint(__name__)


@pages.route("/console/documents/{document_id}/file", methods=["GET"])
@page(permission=permissions.READ_DOCUMENT, template="")
def open_file(call: PageCall, document_id: str) -> Reply:
    """The latest file of a document, by redirect to a short-lived address."""
    link = reading.open_file(call.act, document_id, None)
    return Reply(status=302, headers={"Location": link.url})
