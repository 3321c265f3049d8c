"""What a policy usually pays, kept as counts of amounts in narrow bins: median and quartiles without the amounts.

A bin is a twelfth of an octave wide (6 %). Order statistics are robust: half of all amounts must be wrong before the
median moves. One approval adds one to one bin, so the statistic is kept as claims come. Pure.
"""

import math
from collections.abc import Mapping

_PER_OCTAVE = 12


def bin_of(fen: int) -> int:
    """The bin of an amount above zero."""
    return math.floor(math.log2(fen) * _PER_OCTAVE)


def upper_fen(number: int) -> int:
    """The largest amount of a bin, rounded up: what it says is never less than what was paid."""
    return math.ceil(2 ** ((number + 1) / _PER_OCTAVE))


def quantile(bins: Mapping[int, int], part: int, of: int) -> int:
    """The amount below which `part` of `of` of all amounts lie."""
    wanted, seen = math.ceil(sum(bins.values()) * part / of), 0
    for number in sorted(bins):
        seen += bins[number]
        if seen >= wanted:
            return upper_fen(number)
    raise ValueError("no amounts")


def bound_fen(bins: Mapping[int, int], figures: Mapping[str, int]) -> int | None:
    """The amount above which one is out of the ordinary; None while too few are known.

    Both must be passed: a multiple of the median (a policy of equal amounts has no spread at all) and the upper
    quartile with some interquartile ranges above it (a policy of widely differing amounts).
    """
    if sum(bins.values()) < figures["known"]:
        return None
    lower, middle, upper = (quantile(bins, part, 4) for part in (1, 2, 3))
    return max(middle * figures["times"], upper + (upper - lower) * figures["spread"])
