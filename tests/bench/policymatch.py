"""P9's enterprises and policies: drawn once from a seed, the same for every side.

Facts lie as columns of plain values (None where nobody stated one). A policy is a list of five clauses, each
(fact, relation, value); the sides turn it into their own words.
"""

import datetime as dt
import pickle
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

TODAY = dt.date(2026, 11, 26)
SIZES = ("微型", "小型", "中型", "大型")
MONEY, NUMBERS, DATES, BOOLEANS = 24, 24, 12, 30
MISSING = 0.05

Clause = tuple[str, str, Any]


def facts() -> dict[str, str]:
    """The facts that policies ask for, with their types."""
    named = {"market.size": "enumeration", "market.region": "text", "market.industry": "text"}
    counted = (("money", MONEY), ("number", NUMBERS), ("date", DATES), ("boolean", BOOLEANS))
    return named | {f"{kind}.f{n}": kind for kind, count in counted for n in range(count)}


def columns(enterprises: int) -> dict[str, list[Any]]:
    """Each fact of each enterprise."""
    chance = random.Random(9)
    regions = [f"{city}{county:02d}" for city in range(3301, 3312) for county in range(1, 13)]
    industries = [f"{letter}{code}" for letter in "CEFGIKLM" for code in range(10, 60)]
    drawn: dict[str, Callable[[], Any]] = {
        "enumeration": lambda: chance.choice(SIZES),
        "money": lambda: int(chance.lognormvariate(16, 2)) * 100 + chance.randrange(100),
        "number": lambda: int(chance.lognormvariate(3, 1.5)),
        "date": lambda: dt.date.fromordinal(TODAY.toordinal() - chance.randrange(12_000) + 1_500),
        "boolean": lambda: chance.random() < 0.3,
    }
    codes = {"market.region": regions, "market.industry": industries}
    return {
        name: [
            None
            if chance.random() < MISSING
            else chance.choice(codes[name])
            if kind == "text"
            else drawn[kind]()
            for _ in range(enterprises)
        ]
        for name, kind in facts().items()
    }


def load(file: str) -> dict[str, list[Any]]:
    """Columns that were drawn before, so that each side begins from the same plain values."""
    with Path(file).open("rb") as stream:
        found: dict[str, list[Any]] = pickle.load(stream)
    return found


def policies(count: int) -> list[list[Clause]]:
    """Five clauses each: where, who, and three of what an enterprise has; bounds are round as offices write them."""
    chance = random.Random(99)
    return [[_where(chance), _who(chance), *(_has(chance) for _ in range(3))] for _ in range(count)]


def _where(chance: random.Random) -> Clause:
    if chance.random() < 0.3:
        return ("market.region", "starts", "33")
    city = str(chance.randrange(3301, 3312))
    return (
        "market.region",
        "starts",
        city if chance.random() < 0.6 else f"{city}{chance.randrange(1, 13):02d}",
    )


def _who(chance: random.Random) -> Clause:
    if chance.random() < 0.5:
        return ("market.size", "in", chance.sample(SIZES, chance.randrange(1, 4)))
    return ("market.industry", "starts", f"{chance.choice('CEFGIKLM')}{chance.choice(['', *'12345'])}")


def _has(chance: random.Random) -> Clause:
    kind = chance.choices(["money", "number", "date", "boolean"], [4, 3, 2, 3])[0]
    if kind == "boolean":
        return (f"boolean.f{chance.randrange(BOOLEANS)}", "is", chance.random() < 0.8)
    if kind == "date":
        return (f"date.f{chance.randrange(DATES)}", chance.choice(["<=", ">="]), chance.randrange(1, 16))
    if kind == "money":
        bound = chance.choice([1, 2, 3, 5, 8]) * 10 ** chance.randrange(7, 12)
        return (f"money.f{chance.randrange(MONEY)}", chance.choice([">=", ">=", "<"]), bound)
    low = chance.choice([5, 10, 20, 30, 50, 100])
    name = f"number.f{chance.randrange(NUMBERS)}"
    if chance.random() < 0.4:
        return (name, "between", (low, low * chance.choice([3, 5, 10])))
    return (name, chance.choice([">=", "<="]), low)


def text(clauses: list[Clause]) -> str:
    """A policy in the language of conditions."""
    return " and ".join(map(_clause, clauses))


def _clause(clause: Clause) -> str:
    name, relation, value = clause
    unit = "分" if name.startswith("money") else ""
    match relation:
        case "is":
            return name if value else f"not {name}"
        case "starts":
            return f"{name} starts '{value}'"
        case "in":
            return f"{name} in [{', '.join(repr(one) for one in value)}]"
        case "between":
            return f"{name} between {value[0]} and {value[1]}"
        case _:
            return (
                f"{name} {relation} today - {value} years"
                if name.startswith("date")
                else f"{name} {relation} {value}{unit}"
            )
