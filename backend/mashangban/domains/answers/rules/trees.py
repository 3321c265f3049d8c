"""A ranker of regression trees: trained elsewhere (infra/answering), read from plain JSON, walked here."""

from collections.abc import Sequence
from dataclasses import dataclass

# A leaf is its value; an inner node is (number of the feature, threshold, left, right): left where value <= threshold.
Node = tuple[int, float, "Node", "Node"] | float


@dataclass(frozen=True, slots=True)
class Trees:
    """The sum of many small trees."""

    roots: tuple[Node, ...]

    def score(self, values: Sequence[float]) -> float:
        """How well a document answers, comparable within one question only."""
        total = 0.0
        for node in self.roots:
            while type(node) is tuple:
                node = node[2] if values[node[0]] <= node[1] else node[3]
            total += node  # type: ignore[operator]
        return total


def trees(raw: list[object]) -> Trees:
    """Trees as the trainer wrote them: nested lists."""
    return Trees(tuple(_node(one) for one in raw))


def _node(raw: object) -> Node:
    if isinstance(raw, list):
        return (int(raw[0]), float(raw[1]), _node(raw[2]), _node(raw[3]))
    return float(raw)  # type: ignore[arg-type]
