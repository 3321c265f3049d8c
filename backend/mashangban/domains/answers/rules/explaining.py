"""Why this answer: which words of the question it says, and which it says otherwise."""

from dataclasses import dataclass

from mashangban.domains.answers.rules.features import Known
from mashangban.domains.answers.rules.synonyms import Swap


@dataclass(frozen=True, slots=True)
class Reasons:
    """Words as the person wrote them; `swaps` are words that were read as others."""

    in_question: tuple[str, ...]
    in_answer: tuple[str, ...]
    swaps: tuple[Swap, ...]


def reasons(plain: str, known: Known, swaps: tuple[Swap, ...]) -> Reasons:
    """The pieces of the question, the longest first found, that the known question says; then those of its answer."""
    there, rest = _pieces(plain, known.question.plain)
    answered = [piece for part in rest for piece in _pieces(part, known.answer)[0]]
    return Reasons(tuple(there), tuple(answered), swaps)


def _pieces(plain: str, text: str) -> tuple[list[str], list[str]]:
    """Greedy from the left: pieces of two characters or more that the text says, and what lies between them."""
    pieces, between, at, begun = [], [], 0, 0
    while at < len(plain):
        size = next((n for n in range(len(plain) - at, 1, -1) if plain[at : at + n] in text), 0)
        if size:
            pieces.append(plain[at : at + size])
            between.append(plain[begun:at])
            begun = at + size
        at += size or 1
    return pieces, [part for part in [*between, plain[begun:]] if len(part) > 1]
