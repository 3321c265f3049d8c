"""Answers that hold in a county, for whoever sends one as a card in a conversation."""

from mashangban.console.forms import parse
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Card
from mashangban.domains.answers import permissions
from mashangban.domains.answers.schemas.asking import AnswerCardsQuery, AnswerOption
from mashangban.domains.answers.service import asking
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)


@pages.route("/console/answers/cards", methods=["GET"])
@page(permission=permissions.EDIT_PAIRS, template="console/cards.html")
def cards(call: PageCall) -> View:
    found = asking.to_send(parse(AnswerCardsQuery, call.request.query), call.at)
    return View("问答", {"cards": [_card(one) for one in found]})


def _card(one: AnswerOption) -> Card:
    note = f"{one.region_name}，{one.media_words}" if one.media_words else one.region_name
    return Card(f"answer/{one.pair_id}/{one.question}", one.question, note)
