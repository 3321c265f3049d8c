"""Where a page connects to hear that something moved (docs/adr/0025): the API's ticket, by the console's cookie."""

from mashangban.console.forms import FORM
from mashangban.console.pages import PageCall, form
from mashangban.kernel.http import Blueprint, Reply
from mashangban.live import permissions
from mashangban.live import service as live

pages = Blueprint(__name__)


@pages.route("/console/live-tickets", methods=["POST"], content_types=[FORM])
@form(permission=permissions.LISTEN, again="")
def open_ticket(call: PageCall) -> Reply:
    ticket = live.open_ticket(call.actor.person_id, call.at)
    return Reply(ticket.model_dump_json(), 201, "application/json")
