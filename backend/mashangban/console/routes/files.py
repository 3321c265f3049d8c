"""A picture or paper chosen in a page: posted whole here, kept by the files room, named by a record afterwards."""

from typing import cast
from urllib.parse import unquote

from mashangban.console.pages import PageCall, form
from mashangban.files import permissions
from mashangban.files import service as files
from mashangban.files.models import TABLE
from mashangban.files.terms import Purpose
from mashangban.kernel.http import Blueprint, Reply

pages = Blueprint(__name__)
_PURPOSES = {Purpose.ANSWER.value: Purpose.ANSWER}


@pages.route("/console/files", methods=["POST"], content_types=["application/octet-stream"])
@form(permission=permissions.UPLOAD, once=TABLE, again="")
def take(call: PageCall) -> Reply:
    filename = unquote(call.request.header("x-filename") or "")[:120]
    purpose = _PURPOSES.get(call.request.query.get("purpose", ""), Purpose.ATTACHMENT)
    taken = files.take(call.act, purpose, filename, cast(bytes, call.body))
    return Reply(taken.model_dump_json(), 201, "application/json")
