"""What is handled online in a county, for whoever sends one as a card: it opens a draft with its list of papers."""

from mashangban.console.forms import parse
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Card
from mashangban.domains.guides import permissions
from mashangban.domains.guides.schemas import GuidesQuery
from mashangban.domains.guides.service import reading
from mashangban.domains.matters.service import offering
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint
from mashangban.processes.handling.schemas import MatterCardsQuery

pages = Blueprint(__name__)


@pages.route("/console/handling/cards", methods=["GET"])
@page(permission=permissions.LIST_ITEMS, template="console/cards.html")
def cards(call: PageCall) -> View:
    asked = parse(MatterCardsQuery, call.request.query)
    query = GuidesQuery(region=asked.county, word=asked.words)
    found = reading.listed(query, clock.local_date(call.at)).items
    offers = offering.several(one.id for one in found)
    handled = [one for one in found if one.id in offers and offers[one.id].open]
    return View("网上办理", {"cards": [_card(one.id, one.name, one.department) for one in handled]})


def _card(item_id: str, name: str, department: str) -> Card:
    return Card(f"matter/{item_id}/{name}：材料清单", name, department)
