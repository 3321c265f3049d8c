"""The halls of a county, and what is booked there, for whoever sends one as a card in a conversation."""

from mashangban.console.forms import parse
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Card
from mashangban.domains.appointments import permissions
from mashangban.domains.appointments.schemas import HallCardsQuery, HallView
from mashangban.domains.appointments.service import halls as service
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
_MOST = 40


@pages.route("/console/appointments/cards", methods=["GET"])
@page(permission=permissions.LIST_VISITS, template="console/cards.html")
def cards(call: PageCall) -> View:
    asked = parse(HallCardsQuery, call.request.query)
    known = service.all_of_county(asked.county)
    cut = _bookings if asked.kind == "booking" else _halls
    found = [one for one in cut(known) if asked.words in f"{one.label}{one.note}"]
    return View("办事大厅", {"cards": found[:_MOST]})


def _halls(known: list[HallView]) -> list[Card]:
    return [Card(f"hall/{one.id}/{one.name}", one.name, one.address) for one in known]


def _bookings(known: list[HallView]) -> list[Card]:
    return [
        Card(f"booking/{hall.id}.{one.code}/{one.name}，{hall.name}", one.name, hall.name)
        for hall in known
        for one in hall.matters
    ]
