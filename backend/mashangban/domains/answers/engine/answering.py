"""From a question to the documents that answer it: three searches, one union, a ranker, a chance of being right."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mashangban.domains.answers.engine import tables
from mashangban.domains.answers.engine.index import Document, Found, Index, build
from mashangban.domains.answers.rules import confidence, explaining, features, synonyms, wording
from mashangban.domains.answers.rules.features import SEARCHES, Asked, Hit, Known
from mashangban.domains.answers.rules.trees import Trees
from mashangban.domains.answers.terms import Tier

_EACH, _TOGETHER = 30, 40
_LENT = 0.3  # weight of a term that the question does not say itself
_MOST_TERMS = 72
_KNOWN = features.NAMES.index("known")
_BEGUN = 0.4  # of what is typed, as much is said by a question worth showing


@dataclass(frozen=True, slots=True)
class Candidate:
    """One document with all that was found out about it."""

    id: str
    known: Known
    values: list[float]
    swaps: tuple[synonyms.Swap, ...]

    def reasons(self, plain: str) -> explaining.Reasons:
        """Why it was found for this question."""
        return explaining.reasons(plain, self.known, self.swaps)


@dataclass(frozen=True, slots=True)
class Ranked:
    """Documents in order, and the chance that the first is the answer."""

    candidates: tuple[Candidate, ...]
    scores: tuple[float, ...]
    signals: list[float]
    chance: float

    @property
    def tier(self) -> Tier:
        """What follows from the chance."""
        return confidence.tier(self.chance) if self.candidates else Tier.PERSON


class Engine:
    """An index with the tables it is asked through."""

    def __init__(
        self,
        index: Index,
        alphabet: wording.Alphabet,
        graph: synonyms.Graph,
        ranker: tuple[Trees, confidence.Logistic] | None,
    ) -> None:
        self.index, self.graph, self._alphabet, self._ranker = index, graph, alphabet, ranker

    def learn(self, links: Iterable[synonyms.Link]) -> None:
        """Take the graph that ships with these links; it holds from the next question on."""
        self.graph = synonyms.graph(tables.synonyms(), links)

    def rank(self, text: str, regions: Sequence[str] = ()) -> Ranked:
        """The documents for a question, the best first; of these regions, where some are named."""
        plain = self.plain(text)
        candidates = self.candidates(plain, regions)
        if not candidates or self._ranker is None:
            return Ranked(tuple(candidates), (), [], 0.0)
        scored = self._ranker[0].ordered([one.values for one in candidates])
        scores = [score for score, _ in scored]
        ordered = [candidates[at] for _, at in scored]
        signals = confidence.signals(scores, [one.values for one in ordered[:2]], len(plain))
        return Ranked(tuple(ordered), tuple(scores), signals, self._ranker[1].chance(signals))

    def plain(self, text: str) -> str:
        """The question as it is compared."""
        return wording.core(self._alphabet.plain(text))[: wording.LONGEST]

    def suggest(self, text: str, regions: Sequence[str] = ()) -> list[Candidate]:
        """Known questions that say what was typed so far, the shortest of the nearest first."""
        near = [one for one in self.candidates(self.plain(text), regions) if one.values[_KNOWN] >= _BEGUN]
        return sorted(near, key=lambda one: (-round(one.values[_KNOWN], 1), len(one.known.question.plain)))

    def candidates(self, plain: str, regions: Sequence[str] = ()) -> list[Candidate]:
        """What the searches bring, compared with the question."""
        words = self.graph.found(plain)
        meant, lent = self.graph.alternatives(words), self._lent(words)
        searches = [self._search(name, plain, lent, regions) for name in SEARCHES]
        readings: dict[str, Asked] = {}
        return [self._candidate(plain, meant, found, hit, readings) for found, hit in _union(searches)]

    def _candidate(
        self,
        plain: str,
        meant: Mapping[str, tuple[str, ...]],
        found: Found,
        hit: Hit,
        readings: dict[str, Asked],
    ) -> Candidate:
        known = self.index.known(found)
        read, swaps = synonyms.read_with(plain, meant, known.question.plain, known.answer)
        if read not in readings:
            readings[read] = features.asked(read, self._alphabet, self.index.rarity)
        return Candidate(known.id, known, features.compare(readings[read], known, hit, len(swaps)), swaps)

    def _search(
        self, name: str, plain: str, lent: Mapping[str, float], regions: Sequence[str]
    ) -> tuple[list[Found], float]:
        """The hits, and the score of a document that says all of the question's terms once."""
        if name == "sound":
            terms = _weighted(wording.pairs(wording.units(self._alphabet.sound(plain))), {})
            return self.index.search(name, terms, _EACH, regions), 6.0 * len(terms) or 1.0
        terms = self._rarest(_weighted(wording.grams(plain), lent))
        best = sum(self.index.rarity(term) for term, weight in terms.items() if weight >= 1)
        return self.index.search(name, terms, _EACH, regions), best or 1.0

    def _lent(self, words: Sequence[str]) -> dict[str, float]:
        """Terms of what else may be meant; a term that several words lend weighs as the strongest says."""
        terms: dict[str, float] = {}
        for other, weight in self.graph.lending(words):
            for gram in wording.grams(other):
                terms[gram] = max(terms.get(gram, 0.0), _LENT * weight)
        return terms

    def _rarest(self, terms: dict[str, float]) -> dict[str, float]:
        if len(terms) <= _MOST_TERMS:
            return terms
        kept = sorted(terms, key=lambda term: -self.index.rarity(term))[:_MOST_TERMS]
        return {term: terms[term] for term in kept}


def _weighted(said: Sequence[str], lent: Mapping[str, float]) -> dict[str, float]:
    return dict(lent) | {term: float(min(2, times)) for term, times in Counter(said).items()}


def _union(searches: Sequence[tuple[list[Found], float]]) -> list[tuple[Found, Hit]]:
    """Documents of all searches, those first that stood high in one of them."""
    places: dict[tuple[int, int], dict[int, tuple[int, float]]] = {}
    addresses = {}
    for number, (hits, _) in enumerate(searches):
        for place, found in enumerate(hits):
            key = (found.address.segment_ord, found.address.doc)
            addresses[key] = found
            places.setdefault(key, {})[number] = (place, found.score)
    order = sorted(places, key=lambda key: (min(place for place, _ in places[key].values()), key))
    return [(addresses[key], _hit(places[key], searches)) for key in order[:_TOGETHER]]


def _hit(seen: Mapping[int, tuple[int, float]], searches: Sequence[tuple[list[Found], float]]) -> Hit:
    values: list[float] = []
    for number, (hits, best) in enumerate(searches):
        place, score = seen.get(number, (-1, 0.0))
        values += (score / best, score / hits[0].score, 1 / (1 + place)) if place >= 0 else (0.0, 0.0, 0.0)
    return Hit(tuple(values))


def opened(folder: Path) -> Engine:
    """The engine over an index that lies in a folder, with the tables that ship."""
    alphabet = tables.alphabet()
    return Engine(Index(folder, alphabet), alphabet, synonyms.graph(tables.synonyms()), tables.ranker())


def made(folder: Path, documents: Iterable[Document]) -> Engine:
    """The engine over a new index of these documents."""
    build(folder, documents, tables.alphabet())
    return opened(folder)
