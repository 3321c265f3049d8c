"""A ranker of regression trees: trained elsewhere (infra/answering), read from plain JSON, walked here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

# As JSON has it: a leaf is its value; an inner node is [number of a feature, threshold, left, right]: left where value
# <= threshold.
Node = list[Any] | float
# Trees that every document walks, and how many of the best then walk the rest.
FIRST, KEPT = 40, 20


@dataclass(frozen=True, slots=True)
class Trees:
    """The sum of many small trees, the first of which tell most."""

    roots: Sequence[Node]

    def score(self, values: Sequence[float]) -> float:
        """How well a document answers, comparable within one question only."""
        return _sum(self.roots, values)

    def ordered(self, rows: Sequence[Sequence[float]]) -> list[tuple[float, int]]:
        """Scores and places of documents, the best first; who is behind KEPT others after FIRST trees stays there."""
        first, rest = self.roots[:FIRST], self.roots[FIRST:]
        begun = sorted(((_sum(first, row), at) for at, row in enumerate(rows)), key=_worse)
        ended = [(score + _sum(rest, rows[at]), at) for score, at in begun[:KEPT]]
        return sorted(ended, key=_worse) + begun[KEPT:]


def _worse(scored: tuple[float, int]) -> tuple[float, int]:
    return -scored[0], scored[1]


def _sum(roots: Sequence[Node], values: Sequence[float]) -> float:
    total = 0.0
    for node in roots:
        while type(node) is list:
            node = node[2] if values[node[0]] <= node[1] else node[3]
        total += node  # type: ignore[operator]
    return total
