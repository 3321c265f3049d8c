"""The file of words, XLSX or CSV: checked as a whole, entered after a second person's word; and the export."""

from contextlib import suppress
from typing import Any

from mashangban.domains.answers import errors, events, permissions
from mashangban.domains.answers.repository import words
from mashangban.domains.answers.rules import words as rules
from mashangban.domains.answers.rules import wordsheet
from mashangban.domains.answers.rules.synonyms import Link
from mashangban.domains.answers.rules.words import WordLink
from mashangban.domains.answers.schemas.words import AnswerWordForm
from mashangban.domains.answers.terms.imports import MOST_WORDS, WORDS_A_CHUNK
from mashangban.domains.answers.terms.words import Relation
from mashangban.imports.rules import Checked, Import
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Invalid, Stale
from mashangban.kernel.events import following
from mashangban.kernel.http.bodies import validated
from mashangban.kernel.permissions import Role
from mashangban.registry import sheets
from mashangban.registry.rules.columns import RowError

LAYOUT = wordsheet.LAYOUT


def check(act: Act, region: str, content: bytes) -> Checked:
    """Every row as a link; the whole file is refused when one is wrong. Raises Forbidden for who edits no words."""
    act.actor.reach(permissions.EDIT_WORDS)
    if len(region) > 2:
        return Checked.refused([RowError(0, "", "词语关系全省共用，请选到省")])
    numbered, found = sheets.filled_in(content, LAYOUT, MOST_WORDS)
    rows: list[dict[str, Any]] = []
    first: dict[str, int] = {}
    for number, cells in numbered if not found else []:
        link = _link(number, wordsheet.read(cells), found)
        if link is None:
            continue
        link_id = rules.id_of(link.word, link.other)
        if first.setdefault(link_id, number) != number:
            found.append(RowError(number, LAYOUT.columns["word"], f"和第 {first[link_id]} 行是同样两个词"))
        rows.append(rules.told(link))
    if found or not rows:
        return Checked.refused(found or [RowError(0, "", "文件里没有词语")])
    return Checked.accepted(rows, WORDS_A_CHUNK)


def write(act: Act, row: dict[str, Any], job: Import) -> int:
    """Enter one link; 1 where it stands so already. The running index hears of it as of any other."""
    link = Link(row["word"], row["other"], Relation(row["relation"]), row["weight"])
    link_id = rules.id_of(link.word, link.other)
    before = words.find(link_id) or WordLink(link_id, link)
    with suppress(Stale, errors.SameLink):
        after = before.now(link)
        words.save(act, before, after, following(act, events.WORD_ENTERED, before, Role.SYSTEM, row))
        return 0
    return 1


def export(kind: str) -> bytes:
    """Every link that was entered, as the file that can be brought in again."""
    head = tuple(LAYOUT.columns.values())
    return sheets.write(kind, head, (wordsheet.row(one) for one in words.everything()))


def _link(number: int, raw: dict[str, Any], found: list[RowError]) -> Link | None:
    """A row that can be read, or what is wrong with it."""
    # The engine's tables are for whoever checks a file: the function that enters its rows starts without them.
    from mashangban.domains.answers.engine import tables

    plain = tables.alphabet().plain
    try:
        form = validated(AnswerWordForm, raw)
        assert isinstance(form, AnswerWordForm)
        return rules.link_of(plain(form.word), plain(form.other), form.relation, form.weight)
    except errors.WrongWords as refused:
        found.append(RowError(number, LAYOUT.columns["word"], refused.title))
    except Invalid as refused:
        found += [
            RowError(number, LAYOUT.columns.get(one.field, one.field), one.message) for one in refused.errors
        ]
    return None
