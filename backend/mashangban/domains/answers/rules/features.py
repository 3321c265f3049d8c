"""How a question and a known one compare, in numbers: what the ranker decides by.

Written for speed (forty comparisons a question): a pair of characters is looked for in the other text as it stands,
sets are not made, and what belongs to a known question alone was worked out when it was indexed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from mashangban.domains.answers.rules.wording import Alphabet, core

SEARCHES = ("question", "whole", "sound")
# What kind of answer is wanted, by the words that ask for it.
_ASKED = {
    "how": ("怎么办", "怎么", "如何", "怎样", "咋", "流程", "步骤", "办法", "手续"),
    "place": ("哪里", "哪儿", "在哪", "地址", "地点", "何处", "什么地方", "去哪"),
    "time": ("什么时候", "何时", "几点", "时间", "多久", "多长", "期限", "几天", "期间"),
    "amount": ("多少", "几个", "费用", "收费", "金额", "要钱"),
    "who": ("谁", "对象", "资格", "条件", "什么人", "哪些人"),
    "papers": ("材料", "资料", "证件", "文件", "应备", "带什么", "要带"),
    "may": ("可以", "能不能", "能否", "可否", "是否", "行不行", "合法", "能"),
    "why": ("为什么", "为何", "怎么会", "原因", "凭什么"),
    "what": ("什么是", "是什么", "何谓", "什么", "意思"),
}
_NOT = ("不", "没", "无", "未", "别", "非")
NAMES = (
    *(f"{name}_{what}" for name in SEARCHES for what in ("share", "best", "place")),
    "known", "known_whole", "known_answer", "rarest_missing", "rarest_known", "units_known", "dice", "theirs_known",
    "core_ratio", "core_partial", "sound_ratio", "sound_dice", "begins", "ends",
    "length", "their_length", "answer_length", "lengths", "asks_same", "asks_other", "numbers_same", "denial", "swaps",
    "asked_plainly", "answers_only",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is compared: what it asks, how that sounds, which kind of answer it wants, its numbers."""

    plain: str
    core: str
    sound: str
    asks: frozenset[str]
    digits: str
    denies: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of the moment, with its pairs of characters and what each weighs among all documents."""

    question: Question
    pairs: tuple[tuple[str, float], ...]
    total: float
    units: frozenset[str]
    sounds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """A known question with its answer as they are compared."""

    id: str
    question: Question
    answer: str


@dataclass(frozen=True, slots=True)
class Hit:
    """What the searches said of one document, three a search: score against the best possible and found, place."""

    values: tuple[float, ...]


def question(plain: str, alphabet: Alphabet) -> Question:
    """A question made ready to be compared."""
    inner = core(plain)
    asks = frozenset(kind for kind, words in _ASKED.items() if any(word in plain for word in words))
    digits = "".join(one for one in plain if one.isdigit())
    return Question(plain, inner, alphabet.sound(inner), asks, digits, any(word in plain for word in _NOT))


def asked(plain: str, alphabet: Alphabet, rarity: Callable[[str], float]) -> Asked:
    """The question of the moment made ready: `rarity` weighs a pair of characters."""
    made = question(plain, alphabet)
    pairs = tuple((pair, rarity(pair)) for pair in dict.fromkeys(neighbours(plain)))
    total = sum(weight for _, weight in pairs) or 1.0
    return Asked(made, pairs, total, frozenset(plain), frozenset(neighbours(made.sound)))


def neighbours(text: str) -> list[str]:
    """Pairs of neighbouring characters."""
    return [one + other for one, other in pairwise(text)]


def compare(mine: Asked, other: Known, hit: Hit, swaps: int) -> list[float]:
    """The numbers of one pair, in the order of NAMES."""
    ours, theirs = mine.question, other.question
    both = ours.asks & theirs.asks
    return [
        *hit.values, *_pairs(mine, other), *_strings(mine, theirs),
        float(len(ours.plain)), float(len(theirs.plain)), float(len(other.answer)),
        _shorter(len(ours.plain), len(theirs.plain)),
        float(len(both)), float(bool(ours.asks and theirs.asks and not both)),
        float(ours.digits == theirs.digits) if ours.digits or theirs.digits else 0.5,
        float(ours.denies != theirs.denies), float(swaps), float(bool(theirs.asks)), float(not theirs.plain),
    ]  # fmt: skip


def _pairs(mine: Asked, other: Known) -> tuple[float, ...]:
    """Shares of the question's weight that the other question, its answer, and both together say."""
    theirs, answer = other.question.plain, other.answer
    said = answered = either = missing = rarest = 0.0
    common = 0
    for pair, weight in mine.pairs:
        here, there = pair in theirs, pair in answer
        if here:
            said += weight
            common += 1
            rarest = max(rarest, weight)
        if there:
            answered += weight
        if here or there:
            either += weight
        else:
            missing = max(missing, weight)
    total, most = mine.total, max(len(theirs) - 1, 1)
    units = sum(1 for unit in mine.units if unit in theirs) / (len(mine.units) or 1)
    dice = 2 * common / (len(mine.pairs) + most)
    return (
        said / total, either / total, answered / total, missing / total, rarest / 12, units, dice,
        min(1.0, common / most),
    )  # fmt: skip


def _strings(mine: Asked, theirs: Question) -> tuple[float, ...]:
    ours = mine.question
    heard = sum(1 for pair in mine.sounds if pair in theirs.sound)
    return (
        fuzz.ratio(ours.core, theirs.core) / 100,
        fuzz.partial_ratio(ours.core, theirs.core) / 100,
        fuzz.ratio(ours.sound, theirs.sound) / 100,
        2 * heard / (len(mine.sounds) + max(len(theirs.sound) - 1, 1)),
        _common(ours.core, theirs.core),
        _common(ours.core[::-1], theirs.core[::-1]),
    )


def _shorter(one: int, other: int) -> float:
    return min(one, other) / max(one, other, 1)


def _common(some: str, other: str) -> float:
    same = 0
    for mine, yours in zip(some, other, strict=False):
        if mine != yours:
            break
        same += 1
    return same / max(len(some), len(other), 1)


def packed(known: Known) -> str:
    """A known question as it is kept in the index, one part a line."""
    made = known.question
    kinds = ",".join(sorted(made.asks))
    return "\n".join(
        (made.plain, made.core, made.sound, kinds, made.digits, str(int(made.denies)), known.answer)
    )


def unpacked(identifier: str, text: str) -> Known:
    """The known question that was packed."""
    plain, inner, sound, asks, digits, denies, answer = text.split("\n")
    kinds: Sequence[str] = asks.split(",") if asks else ()
    return Known(identifier, Question(plain, inner, sound, frozenset(kinds), digits, denies == "1"), answer)
