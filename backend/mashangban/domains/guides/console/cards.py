"""Items and packages that hold in a county, for whoever sends one as a card in a conversation."""

from mashangban.console.forms import parse
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Card
from mashangban.domains.guides import permissions
from mashangban.domains.guides.schemas import GuideCardsQuery, GuidePackagesQuery, GuidesQuery
from mashangban.domains.guides.service import leading, reading
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)


@pages.route("/console/guides/cards", methods=["GET"])
@page(permission=permissions.LIST_ITEMS, template="console/cards.html")
def cards(call: PageCall) -> View:
    asked = parse(GuideCardsQuery, call.request.query)
    found = _packages(asked) if asked.kind == "package" else _items(call, asked)
    return View("办事指南", {"cards": found})


def _items(call: PageCall, asked: GuideCardsQuery) -> list[Card]:
    query = GuidesQuery(region=asked.county, word=asked.words)
    found = reading.listed(query, clock.local_date(call.at)).items
    return [Card(f"guide/{one.id}/{one.name}", one.name, one.department) for one in found]


def _packages(asked: GuideCardsQuery) -> list[Card]:
    found = leading.offered_in(GuidePackagesQuery(region=asked.county))
    return [
        Card(f"package/{one.id}/{one.name}", one.name, one.region_name)
        for one in found
        if asked.words in one.name
    ]
