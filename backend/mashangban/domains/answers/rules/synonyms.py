"""The graph of words: which words stand for one another, and how a question reads with the words of an answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mashangban.domains.answers.terms.words import MOST_WEIGHT, Relation


@dataclass(frozen=True, slots=True)
class Swap:
    """One word of the question read as another, as it is told to the person who asked."""

    said: str
    read_as: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two words and what they are to each other, as somebody entered it; weight 0 takes apart what was one."""

    word: str
    other: str
    relation: Relation
    weight: int = MOST_WEIGHT


@dataclass(frozen=True, slots=True)
class Graph:
    """`others`: what a word may be read as; `lent`: what a question with it also looks for, with its weight."""

    others: Mapping[str, tuple[str, ...]]
    lent: Mapping[str, tuple[tuple[str, float], ...]]
    longest: int

    def found(self, plain: str) -> list[str]:
        """Words of the graph that the question says, the longest first where they overlap."""
        words, at = [], 0
        while at < len(plain):
            word = next((w for w in self._starting(plain, at) if w in self.lent), None)
            if word is not None and word not in words:
                words.append(word)
            at += len(word) if word else 1
        return words

    def _starting(self, plain: str, at: int) -> Iterable[str]:
        return (plain[at : at + size] for size in range(min(self.longest, len(plain) - at), 1, -1))

    def alternatives(self, words: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """For each word what else may be meant."""
        return {word: self.others[word] for word in words if word in self.others}

    def lending(self, words: Sequence[str]) -> list[tuple[str, float]]:
        """What is looked for beside these words, with its weight."""
        return [pair for word in words for pair in self.lent[word]]


def graph(groups: Iterable[Sequence[str]], links: Iterable[Link] = ()) -> Graph:
    """The graph of groups of one meaning and of links entered since; words are plain already (Alphabet.plain)."""
    same: dict[str, dict[str, float]] = {}
    beside: dict[str, dict[str, float]] = {}
    for group in groups:
        for word in group:
            same.setdefault(word, {}).update({other: 1.0 for other in group if other != word})
    for link in links:
        _enter(link, same, beside)
    words = {word for word in (*same, *beside) if len(word) > 1}
    lent = {word: same.get(word, {}) | beside.get(word, {}) for word in words}
    return Graph(
        {word: tuple(same[word]) for word in words if same.get(word)},
        {word: tuple(found.items()) for word, found in lent.items() if found},
        max((len(word) for word in words), default=0),
    )


def _enter(link: Link, same: dict[str, dict[str, float]], beside: dict[str, dict[str, float]]) -> None:
    """What two words were to each other counts no more; what they are now does."""
    both = ((link.word, link.other), (link.other, link.word))
    for one, other in both:
        same.get(one, {}).pop(other, None)
        beside.get(one, {}).pop(other, None)
    if link.weight == 0:
        return
    kind = same if link.relation is Relation.SAME else beside
    for one, other in both[:1] if link.relation is Relation.NARROWER else both:
        kind.setdefault(one, {})[other] = link.weight / MOST_WEIGHT


def read_with(plain: str, meant: Mapping[str, tuple[str, ...]], *texts: str) -> tuple[str, tuple[Swap, ...]]:
    """The question with those of its words replaced that none of the texts says but as another; and which were."""
    swaps = []
    for word, others in meant.items():
        if any(word in text for text in texts):
            continue
        other = next((one for text in texts for one in others if one in text), None)
        if other is not None:
            plain = plain.replace(word, other)
            swaps.append(Swap(word, other))
    return plain, tuple(swaps)
