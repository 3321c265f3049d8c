"""Answers that hold in a county, for whoever sends one as a card in a conversation, and what lies under one sent."""

from mashangban.console.forms import parse
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Card
from mashangban.domains.answers import errors, permissions
from mashangban.domains.answers.schemas.asking import AnswerCardsQuery, AnswerOption
from mashangban.domains.answers.service import asking
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)


@pages.route("/console/answers/cards", methods=["GET"])
@page(permission=permissions.EDIT_PAIRS, template="console/cards.html")
def cards(call: PageCall) -> View:
    found = asking.to_send(parse(AnswerCardsQuery, call.request.query), call.at)
    return View("问答", {"cards": [_card(one) for one in found]})


@pages.route("/console/answers/cards/{pair_id}", methods=["GET"])
@page(permission=permissions.EDIT_PAIRS, template="answers/looks.html")
def looks(call: PageCall, pair_id: str) -> View:
    """The pictures of an answer that was sent; none where it counts no more."""
    try:
        media = asking.read(call.at, pair_id).media
    except errors.NotOffered:
        media = []
    return View("问答的图片", {"media": media})


def _card(one: AnswerOption) -> Card:
    note = f"{one.region_name}，{one.media_words}" if one.media_words else one.region_name
    return Card(f"answer/{one.pair_id}/{one.question}", one.question, note)
