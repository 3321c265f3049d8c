"""The API of the live floor."""

from mashangban.kernel.http import Blueprint, Call, endpoint
from mashangban.live import permissions, service
from mashangban.live.schemas import LiveTicket

api = Blueprint(__name__)


@api.route("/v1/live/tickets", methods=["POST"])
@endpoint(permission=permissions.LISTEN, returns=LiveTicket, status=201)
def open_ticket(call: Call[None, None]) -> LiveTicket:
    """取一个实时连接的地址，30 秒内用一次"""
    return service.open_ticket(call.actor.person_id, call.at)
