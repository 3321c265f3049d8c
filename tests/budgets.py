"""What an act may cost: the write units that docs/data/<room>.md says of it, and no more."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from checks import house


def over(room: str, spent: Mapping[str, float]) -> dict[str, str]:
    """The acts that cost more write units than their line says, or nothing, which no act does. An act is named as its
    line begins. Raises KeyError for one that has no line, or several.
    """
    budget = {act: line(room, act) for act in spent}
    return {act: f"{cost:g} of {budget[act]}" for act, cost in spent.items() if not 0 < cost <= budget[act]}


def line(room: str, act: str) -> int:
    """The write units that a room's document gives an act."""
    found = {name: units for name, units in _lines(room) if name.startswith(act)}
    exact = found.get(act)
    if exact is None and len(found) != 1:
        raise KeyError(f"docs/data/{room}.md: {len(found)} lines for {act}")
    return exact if exact is not None else next(iter(found.values()))


@cache
def _lines(room: str) -> tuple[tuple[str, int], ...]:
    text = (house.ROOT / f"docs/data/{room}.md").read_text("utf-8")
    _, _, table = text.partition("| act | write units |")
    rows = [row.split("|")[1:3] for row in table.split("\n\n")[0].splitlines()[2:]]
    return tuple(pair for acts, units in rows for pair in _pairs(acts, units))


def _pairs(acts: str, units: str) -> Iterator[tuple[str, int]]:
    """A row may hold several acts, each with its number, or one number for all."""
    names = [name.strip() for name in re.split(r";| / ", acts)]
    numbers = [int(found[0]) for part in re.split(r";| / ", units) if (found := re.search(r"\d+", part))]
    yield from zip(names, numbers if len(numbers) > 1 else numbers * len(names), strict=True)
