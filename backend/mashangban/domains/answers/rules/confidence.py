"""How sure the first answer is, as a chance between 0 and 1, and what follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from mashangban.domains.answers.rules.features import NAMES
from mashangban.domains.answers.terms import SURE, UNSURE, Tier

# From the first document's own numbers; with the ranker's score and its leads these make the signals.
TAKEN = (
    "question_share", "whole_share", "sound_share", "known", "known_whole", "known_answer", "rarest_missing",
    "units_known",
    "dice", "theirs_known", "core_ratio", "core_partial", "sound_ratio", "lengths", "asks_same", "asks_other",
    "numbers_same", "denial", "answers_only",
)  # fmt: skip
SIGNALS = ("score", "lead", "lead_third", "second_ratio", "short", *TAKEN)
_AT = tuple(NAMES.index(name) for name in TAKEN)
_RATIO = NAMES.index("core_ratio")


@dataclass(frozen=True, slots=True)
class Logistic:
    """Weights of the signals, each first shifted and scaled."""

    bias: float
    weights: tuple[float, ...]
    shifts: tuple[float, ...]
    scales: tuple[float, ...]

    def chance(self, signals: Sequence[float]) -> float:
        """The chance that the first document answers the question."""
        parts = zip(self.weights, signals, self.shifts, self.scales, strict=True)
        total = self.bias + sum(weight * (value - shift) / scale for weight, value, shift, scale in parts)
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def signals(scores: Sequence[float], compared: Sequence[Sequence[float]], length: int) -> list[float]:
    """What the confidence is made of; documents in their final order, the first being spoken of."""
    second = scores[1] if len(scores) > 1 else scores[0] - 3
    third = scores[2] if len(scores) > 2 else second
    beside = compared[1][_RATIO] if len(compared) > 1 else 0.0
    first = [compared[0][at] for at in _AT]
    return [scores[0], scores[0] - second, scores[0] - third, beside, float(length < 5), *first]


def tier(chance: float) -> Tier:
    """Answer, let the person choose, or hand over."""
    return Tier.ANSWER if chance >= SURE else Tier.CHOICE if chance >= UNSURE else Tier.PERSON
