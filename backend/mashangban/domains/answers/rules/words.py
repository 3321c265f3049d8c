"""A link of the word graph with its history. Pure."""

import hashlib
from dataclasses import dataclass, replace
from typing import Any

from mashangban.domains.answers import errors
from mashangban.domains.answers.rules.synonyms import Link
from mashangban.domains.answers.terms.words import Relation
from mashangban.kernel.events import GENESIS, Subject


@dataclass(frozen=True, slots=True)
class WordLink:
    """One link as it stands; the same two words have one, whichever is named first where both mean the same."""

    id: str
    link: Link
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("answerword", self.id)

    def now(self, link: Link) -> "WordLink":
        """The link as it is entered anew. Raises SameLink where nothing changes."""
        if self.version and self.link == link:
            raise errors.SameLink()
        return replace(self, link=link)


def id_of(word: str, other: str) -> str:
    """The number of the link between two words."""
    return hashlib.sha256("|".join(sorted((word, other))).encode()).hexdigest()[:26]


def link_of(word: str, other: str, relation: Relation, weight: int) -> Link:
    """Two different words of two characters or more, plain already. Raises WrongWords."""
    if min(len(word), len(other)) < 2 or word == other:
        raise errors.WrongWords()
    return Link(word, other, relation, weight)


def told(link: Link) -> dict[str, Any]:
    """A link as its event and the staged rows of a file tell it."""
    return {"word": link.word, "other": link.other, "relation": link.relation.value, "weight": link.weight}
