"""What may be asked for: declared facts with their type, their department and their words. Nothing else exists."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from mashangban.domains.policies.terms import Access, FactType
from mashangban.domains.policies.terms.departments import Department

Plain = int | Fraction | str | date | bool
"""One value: fen, an exact number, a word or code, a day, yes or no."""

Row = Mapping[str, Plain | None]
"""One record of a repeated fact, by the names of its fields."""

Value = Plain | tuple[Row, ...]

Profile = Mapping[str, Value | None]
"""What is known of one enterprise by codes of facts; what is absent or None is not known."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a repeated fact."""

    name: str
    label: str
    type: FactType
    unit: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A declared fact: what it is called, what it is, whose it is."""

    code: str
    name: str
    type: FactType
    department: Department
    unit: str = ""
    options: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    access: Access = Access.OFFICES

    def field(self, name: str) -> Field | None:
        """A field of a repeated fact by its name."""
        return next((one for one in self.fields if one.name == name), None)


class Catalogue:
    """The facts that are declared, by code."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self._by_code: dict[str, Indicator] = {one.code: one for one in indicators}

    def find(self, code: str) -> Indicator | None:
        """The fact of a code, or None when nobody declared it."""
        return self._by_code.get(code)

    def __getitem__(self, code: str) -> Indicator:
        return self._by_code[code]

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self._by_code.values())


@dataclass(frozen=True, slots=True)
class Known:
    """A fact as its department stated it: what, on which day, until when it may be relied on."""

    value: Value
    stated_on: date
    valid_until: date | None = None

    def stands(self, today: date) -> bool:
        """Whether it may still be relied on."""
        return self.valid_until is None or self.valid_until >= today


def profile_on(today: date, known: Mapping[str, Known]) -> dict[str, Value | None]:
    """What may be relied on that day; what has run out is not known any more."""
    return {code: one.value for code, one in known.items() if one.stands(today)}
