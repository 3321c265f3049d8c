"""A fact of many enterprises at once, as planes of bits: bit n of a number belongs to the enterprise in slot n.

The values are numbered in their order (rank); plane k holds bit k of every rank. A comparison with a constant is then
one `and` or `or` of whole numbers for each bit of a rank (a bit-sliced index; O'Neil and Quass, SIGMOD 1997).
docs/adr/0018 says why this and not a library of columns.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from sys import byteorder
from typing import Any

from mashangban.domains.policies.rules.conditions.facts import Value
from mashangban.domains.policies.terms import Answer, Operator

_BYTE_BITS = tuple(bytes(48 + (byte >> bit & 1) for byte in range(256)) for bit in range(8))


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who meets a condition and who may: in both is yes, in neither is no, only in `possible` is not known."""

    yes: int
    possible: int

    def __and__(self, other: "Verdict") -> "Verdict":
        return Verdict(self.yes & other.yes, self.possible & other.possible)

    def __or__(self, other: "Verdict") -> "Verdict":
        return Verdict(self.yes | other.yes, self.possible | other.possible)

    def denied(self, everyone: int) -> "Verdict":
        """Yes where it was no, and the other way round."""
        return Verdict(everyone ^ self.possible, everyone ^ self.yes)

    def of(self, slot: int) -> Answer:
        """The answer for one enterprise."""
        if self.yes >> slot & 1:
            return Answer.YES
        return Answer.UNKNOWN if self.possible >> slot & 1 else Answer.NO


def bits(flags: Iterable[bool]) -> int:
    """A number with bit n set where flag n is."""
    text = bytes(49 if flag else 48 for flag in flags)[::-1]
    return int(text, 2) if text else 0


class Column:
    """One value, or none, for every enterprise, ready to be compared."""

    def __init__(self, values: Sequence[Any]) -> None:
        self.everyone = (1 << len(values)) - 1
        self.order: list[Any] = sorted({value for value in values if value is not None})
        ranks = {value: rank for rank, value in enumerate(self.order)} | {None: len(self.order)}
        codes = array("I", map(ranks.__getitem__, values))
        if byteorder == "big":
            codes.byteswap()
        raw = codes.tobytes()
        self.planes = tuple(_plane(raw, bit) for bit in range(len(self.order).bit_length()))

    @cached_property
    def unknown(self) -> int:
        """Who has no value: the rank behind all others stands for that."""
        return self.at_least(len(self.order))

    def at_least(self, rank: int) -> int:
        """Whose rank is this one or higher, those without a value among them."""
        if rank == 0:
            return self.everyone
        lowest = (rank & -rank).bit_length() - 1
        found = self.planes[lowest]
        for bit in range(lowest + 1, len(self.planes)):
            found = found & self.planes[bit] if rank >> bit & 1 else found | self.planes[bit]
        return found

    def between(self, low: int, high: int) -> Verdict:
        """Whose rank is in [low, high); not known for those without a value."""
        inside = self.at_least(low) ^ self.at_least(high) if low < high else 0
        return Verdict(inside, inside | self.unknown)

    def compared(self, operator: Operator, value: Value) -> Verdict:
        """Whose value compares so with a constant."""
        low, high = bisect_left(self.order, value), bisect_right(self.order, value)
        match operator:
            case Operator.EQUAL:
                return self.between(low, high)
            case Operator.OTHER:
                return self.between(low, high).denied(self.everyone)
            case Operator.LESS:
                return self.between(0, low)
            case Operator.AT_MOST:
                return self.between(0, high)
            case Operator.MORE:
                return self.between(high, len(self.order))
            case Operator.AT_LEAST:
                return self.between(low, len(self.order))

    def beginning(self, prefix: str) -> Verdict:
        """Whose code begins with this one."""
        low = bisect_left(self.order, prefix)
        high = bisect_left(self.order, True, lo=low, key=lambda code: not code.startswith(prefix))
        return self.between(low, high)


def _plane(raw: bytes, bit: int) -> int:
    """Bit number `bit` of every four-byte rank, slot 0 lowest."""
    digits = raw[bit // 8 :: 4].translate(_BYTE_BITS[bit % 8])
    return int(digits[::-1], 2) if digits else 0
