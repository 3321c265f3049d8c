"""Links of the word graph: by either word or its beginning, by when they were entered, and all for the index."""

from collections.abc import Iterator
from typing import Any

from mashangban.domains.answers.models import TABLE
from mashangban.domains.answers.models.words import WordNameRecord, WordRecord
from mashangban.domains.answers.repository import changes
from mashangban.domains.answers.repository.changes import Changed
from mashangban.domains.answers.rules.synonyms import Link
from mashangban.domains.answers.rules.words import WordLink
from mashangban.kernel import clock, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_NAMES = "ANSWERWORDNAMES"
_FIELDS = ("word", "other", "relation", "weight")


def find(link_id: str) -> WordLink | None:
    """A link, if it was ever entered."""
    try:
        return _link(WordRecord.get(f"ANSWERWORD#{link_id}", "WORD", consistent_read=True))
    except WordRecord.DoesNotExist:
        return None


def of_word(word: str) -> list[WordLink]:
    """Every link of a word, on either side."""
    sides = (("GSI1", f"WORDS-FROM#{word}"), ("GSI2", f"WORDS-TO#{word}"))
    return [_link(one) for index, key in sides for one in WordRecord.query(key, index_name=index)]


def newest(page: PageRequest) -> Page[WordLink]:
    """What was entered last, first."""
    return pagination.query(WordRecord, "WORDS", page, index="GSI3", newest_first=True).map(_link)


def beginning(prefix: str, page: PageRequest) -> Page[WordLink]:
    """Links of the words that begin so, in their order; a link whose words both do comes twice."""
    key: Any = WordNameRecord.SK
    found = pagination.query(WordNameRecord, _NAMES, page, where=key.startswith(prefix))
    wanted = [(f"ANSWERWORD#{one.link_id}", "WORD") for one in found.items]
    known = {one.id: _link(one) for one in WordRecord.batch_get(wanted)} if wanted else {}
    return Page([known[one.link_id] for one in found.items if one.link_id in known], found.next_cursor)


def everything() -> Iterator[WordLink]:
    """All links, for the index."""
    for one in WordRecord.query("WORDS", index_name="GSI3"):
        yield _link(one)


def save(act: Act, before: WordLink, after: WordLink, event: Event, answer: Schema | None = None) -> None:
    """Enter a link, or change it; the engine hears of it."""
    with Transaction(act, TABLE) as tx:
        if before.version == 0:
            tx.create(_record(act, after), event)
            for word, other in ((after.link.word, after.link.other), (after.link.other, after.link.word)):
                tx.put(WordNameRecord(_NAMES, f"{word}#{other}", link_id=after.id))
        else:
            keys = ("GSI1PK", "GSI1SK", "GSI2PK", "GSI2SK", "GSI3SK")
            new = _record(act, after)
            moves = [getattr(WordRecord, name).set(getattr(new, name)) for name in (*keys, *_FIELDS)]
            tx.amend(_record(act, before), event, moves)
        changes.note(tx, Changed.WORD, after.id)
        tx.answer(answer)


def _record(act: Act, one: WordLink) -> WordRecord:
    link = one.link
    return WordRecord(
        one.subject.pk,
        "WORD",
        GSI1PK=f"WORDS-FROM#{link.word}",
        GSI1SK=link.other,
        GSI2PK=f"WORDS-TO#{link.other}",
        GSI2SK=link.word,
        GSI3PK="WORDS",
        GSI3SK=f"{clock.to_text(act.at)}#{one.id}",
        id=one.id,
        word=link.word,
        other=link.other,
        relation=link.relation,
        weight=link.weight,
        version=one.version,
        chain=one.chain,
    )


def _link(record: WordRecord) -> WordLink:
    link = Link(record.word, record.other, record.relation, int(record.weight))
    return WordLink(record.id, link, int(record.version), record.chain)
