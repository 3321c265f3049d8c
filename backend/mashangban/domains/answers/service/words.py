"""The graph of words is edited: it holds from the next question on, with its history."""

from mashangban.domains.answers import events, permissions
from mashangban.domains.answers.engine import tables
from mashangban.domains.answers.models import TABLE
from mashangban.domains.answers.repository import words
from mashangban.domains.answers.rules import words as rules
from mashangban.domains.answers.rules.synonyms import Link
from mashangban.domains.answers.rules.words import WordLink
from mashangban.domains.answers.schemas.words import AnswerWordForm, AnswerWordStep, AnswerWordView
from mashangban.domains.answers.terms.words import MOST_WEIGHT, Relation
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page, PageRequest


def enter(act: Act, form: AnswerWordForm) -> AnswerWordView:
    """Say what two words are to each other. Raises WrongWords, SameLink."""
    plain = tables.alphabet().plain
    link = rules.link_of(plain(form.word), plain(form.other), form.relation, form.weight)
    link_id = rules.id_of(link.word, link.other)
    before = words.find(link_id) or WordLink(link_id, link)
    after = before.now(link)
    event = following(act, events.WORD_ENTERED, before, _role(act), rules.told(link))
    answer = _view(after).model_copy(update={"shipped": False})
    words.save(act, before, after, event, answer)
    return answer


def of_word(word: str) -> list[AnswerWordView]:
    """Every link of a word: those entered, and those that came with the platform and were never touched."""
    plain = tables.alphabet().plain(word)
    entered = [_view(one) for one in words.of_word(plain)]
    known = {one.id for one in entered}
    return entered + [one for one in _shipped(plain) if one.id not in known]


def listed(prefix: str, page: PageRequest) -> Page[AnswerWordView]:
    """The links of words that begin so, or what was entered last."""
    plain = tables.alphabet().plain(prefix)
    return (words.beginning(plain, page) if plain else words.newest(page)).map(_view)


def steps(link_id: str) -> list[AnswerWordStep]:
    """What a link was, from when on, by which of the staff. Raises NotFound."""
    found = words.find(link_id)
    if found is None:
        raise NotFound()
    return [
        AnswerWordStep(at=one.at, words=_spoken(one.data), by=one.actor, hash=one.hash)
        for one in history.of(TABLE, found.subject)
    ]


def _spoken(data: object) -> str:
    assert isinstance(data, dict)
    relation = Relation(data["relation"])
    state = f"权重 {data['weight']}" if data["weight"] else "拆开"
    return f"{data['word']} — {data['other']}：{relation.label}，{state}"


def _shipped(word: str) -> list[AnswerWordView]:
    others = {other for group in tables.synonyms() if word in group for other in group if other != word}
    links = [Link(word, other, Relation.SAME, MOST_WEIGHT) for other in sorted(others)]
    return [_view(WordLink(rules.id_of(one.word, one.other), one)) for one in links]


def _view(one: WordLink) -> AnswerWordView:
    link = one.link
    return AnswerWordView(
        id=one.id,
        word=link.word,
        other=link.other,
        relation=link.relation,
        relation_label=link.relation.label,
        weight=link.weight,
        shipped=one.version == 0,
    )


def _role(act: Act) -> str:
    return next(one.role for one in act.actor.grants if one.role in permissions.EDIT_WORDS.roles)
