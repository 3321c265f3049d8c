"""A picture or a paper that an agent sends: chosen in the workplace, looked at here, then said as a line."""

from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Link
from mashangban.domains.helpdesk import permissions
from mashangban.domains.helpdesk.console import workplace
from mashangban.files import service as files
from mashangban.files.terms import IMAGES
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)


@pages.route(workplace.ONE + "/file", methods=["GET"])
@page(permission=permissions.SERVE, template="helpdesk/talk_file.html")
def look(call: PageCall, talk_id: str) -> View:
    asked = call.request.query.get("file", "")
    shown = workplace.whole(call, talk_id)
    if "say" not in shown.actions:
        raise NotFound()
    chosen, back = files.show(call.act, asked), f"{workplace.HOME}?open={talk_id}"
    context = {
        "chosen": chosen,
        "picture": chosen.content_type in IMAGES,
        "mine": f"{workplace.ONE.format(talk_id=talk_id)}/file?file={chosen.file_id}",
        "action": f"{workplace.ONE.format(talk_id=talk_id)}/acts/say",
        "back": back,
    }
    return View("发图片或文件", context, crumbs=(Link("在线接待", back),), pictures=True)
