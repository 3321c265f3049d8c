"""The graph of words: which words stand for one another, and how a question reads with the words of an answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Swap:
    """One word of the question read as another, as it is told to the person who asked."""

    said: str
    read_as: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Groups of words of one meaning; a word may stand in several groups."""

    others: Mapping[str, tuple[str, ...]]
    longest: int

    def found(self, plain: str) -> list[str]:
        """Words of the graph that the question says, the longest first where they overlap."""
        words, at = [], 0
        while at < len(plain):
            word = next((w for w in self._starting(plain, at) if w in self.others), None)
            if word is not None and word not in words:
                words.append(word)
            at += len(word) if word else 1
        return words

    def _starting(self, plain: str, at: int) -> Iterable[str]:
        return (plain[at : at + size] for size in range(min(self.longest, len(plain) - at), 1, -1))

    def alternatives(self, words: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """For each word what else may be meant."""
        return {word: self.others[word] for word in words}


def graph(groups: Iterable[Sequence[str]]) -> Graph:
    """The graph of these groups; words are plain already (Alphabet.plain)."""
    others: dict[str, list[str]] = {}
    for group in groups:
        for word in group:
            known = others.setdefault(word, [])
            known += [other for other in group if other != word and other not in known]
    return Graph(
        {word: tuple(found) for word, found in others.items() if len(word) > 1},
        max((len(word) for word in others), default=0),
    )


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
