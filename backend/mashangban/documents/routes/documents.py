"""Documents over HTTP."""

from mashangban.documents import errors, permissions
from mashangban.documents.schemas.views import DocumentView, FileLink, FileQuery
from mashangban.documents.service import reading
from mashangban.kernel.http import Blueprint, Call, Reply, endpoint

api = Blueprint(__name__)


@api.route("/v1/documents/{document_id}", methods=["GET"])
@endpoint(permission=permissions.READ_DOCUMENT, returns=DocumentView)
def view_document(call: Call[None, None], document_id: str) -> DocumentView:
    """State, revisions and hashes of a document."""
    return reading.view_document(call.actor, document_id)


@api.route("/v1/documents/{document_id}/file", methods=["GET"])
@endpoint(permission=permissions.READ_DOCUMENT, query=FileQuery, returns=FileLink, errors=(errors.NotReady,))
def open_file(call: Call[None, FileQuery], document_id: str) -> FileLink | Reply:
    """A short-lived address of the file, or the file itself by redirect."""
    link = reading.open_file(call.act, document_id, call.query.revision)
    return Reply(status=302, headers={"Location": link.url}) if call.query.redirect else link
