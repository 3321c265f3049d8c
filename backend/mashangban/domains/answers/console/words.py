"""The graph of words: look a word up, enter what two words are to each other, see what was entered."""

from mashangban.console import downloads
from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Choice, Field, Link
from mashangban.domains.answers import permissions
from mashangban.domains.answers.models import TABLE
from mashangban.domains.answers.schemas.words import AnswerWordForm
from mashangban.domains.answers.service import words as service
from mashangban.domains.answers.service import wordsheets
from mashangban.domains.answers.terms.words import MOST_WEIGHT, Relation
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.pagination import PageRequest

pages = Blueprint(__name__)
HOME = "/console/answers/words"
_RELATIONS = tuple(Choice(one.value, one.label) for one in Relation)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.EDIT_WORDS, template="answers/words.html")
def words(call: PageCall) -> View:
    word = call.request.query.get("word", "").strip()[:20]
    newest = service.listed(word, PageRequest(call.request.query.get("cursor") or None))
    fields = (
        Field("word", "词", word, required=True),
        Field("other", "另一个词", required=True),
        Field("relation", "关系", kind="select", choices=_RELATIONS),
        Field(
            "weight",
            "权重",
            str(MOST_WEIGHT),
            required=True,
            hint="0 到 100；0 是拆开",
            attributes={"inputmode": "numeric"},
        ),
    )
    context = {
        "word": word,
        "links": service.of_word(word) if len(word) > 1 else [],
        "newest": newest.items,
        "next": newest.next_cursor,
        "fields": fields,
        "exports": downloads.links(HOME, {}),
        "home": HOME,
    }
    return View("词语关系", context)


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(permission=permissions.EDIT_WORDS, once=TABLE, again=HOME)
def enter(call: PageCall) -> Go:
    given = Form.read(call.body)
    return acted(
        HOME,
        lambda: service.enter(call.act, given.parse(AnswerWordForm)),
        "已登记，几秒后生效",
        lambda one: f"{one.word} — {one.other}：{one.relation_label}，权重 {one.weight}",
    )


@pages.route(HOME + "/export", methods=["GET"])
@page(permission=permissions.EDIT_WORDS, template="console/problem.html")
def export(call: PageCall) -> Reply:
    name, kind = downloads.chosen_format(call)
    return downloads.download(wordsheets.export(kind), f"词语关系.{name}", kind)


@pages.route(HOME + "/{link_id}", methods=["GET"])
@page(permission=permissions.EDIT_WORDS, template="answers/word.html")
def word(call: PageCall, link_id: str) -> View:
    steps = service.steps(link_id)
    return View("改过什么", {"steps": list(reversed(steps))}, crumbs=(Link("词语关系", HOME),))
