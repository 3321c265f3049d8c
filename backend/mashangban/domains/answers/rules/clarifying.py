"""What to ask back when two answers are about as near. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

_KINDS = {
    "how": "怎么办",
    "place": "在哪里办",
    "time": "什么时候、要多久",
    "amount": "要多少钱",
    "who": "谁可以办",
    "papers": "要带什么材料",
    "may": "可不可以",
    "why": "为什么",
    "what": "是什么意思",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that may be meant: how its question reads, and which kinds of answer it gives."""

    question: str
    asks: frozenset[str]


def ask_back(options: Sequence[Option]) -> str:
    """One question whose answer tells the first two apart; empty where there is nothing to tell apart."""
    if not options:
        return ""
    if len(options) == 1:
        return f"您想问的是“{options[0].question}”吗？"
    first, second = options[:2]
    one, other = first.asks - second.asks, second.asks - first.asks
    if one and other:
        return f"您想知道的是{_spoken(one)}，还是{_spoken(other)}？"
    return f"您想问的是“{first.question}”，还是“{second.question}”？"


def _spoken(kinds: frozenset[str]) -> str:
    return next(words for kind, words in _KINDS.items() if kind in kinds)
