"""Tables and weights that ship with the engine; written by infra/answering."""

import json
from functools import cache
from pathlib import Path

from mashangban.domains.answers.rules.confidence import Logistic
from mashangban.domains.answers.rules.trees import Trees
from mashangban.domains.answers.rules.wording import Alphabet

_HERE = Path(__file__).parent


@cache
def alphabet() -> Alphabet:
    """The character tables."""
    return Alphabet(_characters("simplified"), _characters("sounds"))


def _characters(name: str) -> dict[int, int]:
    given, wanted, *_ = (_HERE / f"{name}.txt").read_text("utf-8").split("\n")
    return str.maketrans(given, wanted)


@cache
def ranker() -> tuple[Trees, Logistic]:
    """The trained weights: the order of documents, and how sure the first is."""
    raw = json.loads((_HERE / "ranker.json").read_text("utf-8"))
    sure = raw["confidence"]
    return Trees(raw["trees"]), Logistic(
        sure["bias"], tuple(sure["weights"]), tuple(sure["shifts"]), tuple(sure["scales"])
    )


@cache
def synonyms() -> tuple[tuple[str, ...], ...]:
    """Groups of words of one meaning, as they are before anyone edits them."""
    lines = (_HERE / "synonyms.txt").read_text("utf-8").splitlines()
    return tuple(tuple(line.split()) for line in lines if line and not line.startswith("#"))
