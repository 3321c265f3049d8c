"""What templates are given: plain facts about lists, forms, tiles and charts, already worded and scoped.

Nothing here queries or decides. A page builds these from what its service answered; the macros draw them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal


class Tone(StrEnum):
    """The meaning of a badge, tile or message; the word beside it always says the same."""

    PLAIN = ""
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Link:
    """Where a person can go from here."""

    label: str
    href: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a select box; `group` puts it under a heading."""

    value: str
    label: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A thing that an agent may send to somebody as a card: `value` is `kind/target/what it is called`."""

    value: str
    label: str
    note: str


# ------------------------------------------------------------------------------------------------ lists
@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a row: `sub` is a second, quieter line; a `tone` makes it a badge."""

    text: str
    sub: str = ""
    href: str | None = None
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list. `sort` names the order that a click on its head asks for: only orders that a key serves."""

    key: str
    label: str
    kind: Literal["text", "number", "date", "code"] = "text"
    sort: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row and the page it opens."""

    href: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Filter:
    """One question a list can be asked; `search` is exact or by the beginning of a name, and says so in its hint."""

    name: str
    label: str
    kind: Literal["search", "choice", "date"] = "choice"
    value: str = ""
    choices: tuple[Choice, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Empty:
    """What an empty place says: why it is empty and what to do."""

    title: str
    text: str = ""
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One page of a list. `name` keys what the browser remembers (columns, saved views).

    `partial`: what is looked for is sifted out of a longer list, of which not all was read for this page.
    """

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    empty: Empty
    path: str
    filters: tuple[Filter, ...] = ()
    sort: str = ""
    next_cursor: str | None = None
    cursor: str | None = None
    exports: tuple[Link, ...] = ()
    partial: bool = False

    def query(self, **changes: str | None) -> str:
        """The address of this list with the present filters and `changes` (None drops one)."""
        from urllib.parse import urlencode

        asked = {one.name: one.value for one in self.filters} | {"sort": self.sort} | changes
        kept = {name: value for name, value in asked.items() if value}
        return f"{self.path}?{urlencode(kept)}" if kept else self.path


# ------------------------------------------------------------------------------------------------ pages
@dataclass(frozen=True, slots=True)
class Flash:
    """What just happened, shown once on the next page."""

    tone: Tone
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a record: a term, its value and the source it is taken from."""

    label: str
    value: str
    source: str = ""
    href: str | None = None
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of a timeline."""

    at: datetime | None
    label: str
    by: str = ""
    note: str = ""
    state: Literal["done", "now", "todo", "failed"] = "done"
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure of a board."""

    label: str
    value: str
    unit: str = ""
    note: str = ""
    href: str | None = None
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Job:
    """Work that goes on after the page was answered."""

    label: str
    done: int
    total: int
    running: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A form field with what was typed and what is wrong with it."""

    name: str
    label: str
    value: str = ""
    kind: Literal["text", "select", "textarea", "date", "tel", "password", "checkbox"] = "text"
    required: bool = False
    hint: str = ""
    error: str = ""
    choices: tuple[Choice, ...] = ()
    full: bool = False
    readonly: bool = False
    autocomplete: str = "off"
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Boxes:
    """A group of boxes to tick in a form, as console/choices.html shows it: the same name as often as one is ticked."""

    name: str
    legend: str
    choices: tuple[Choice, ...]
    ticked: tuple[str, ...]
    hint: str = ""
    error: str = ""


# ----------------------------------------------------------------------------------------------- charts
@dataclass(frozen=True, slots=True)
class Series:
    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A region on the map by its six-digit GB/T 2260 code, its figure and the page it opens."""

    code: str
    name: str
    value: int
    link: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of numbers: `bar`, `rows` (bars lying down), `line` or `map`. The same numbers stand in a table below.

    `region` is the map's own code: 100000 the country, 330000 a province, 330100 a city.
    """

    title: str
    kind: Literal["bar", "rows", "line", "map"]
    unit: str
    labels: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    stacked: bool = False
    region: str = ""
    places: tuple[MapPlace, ...] = ()
    marked: str = ""

    def drawing(self) -> dict[str, Any]:
        """The JSON that charts.js reads."""
        return {
            "kind": self.kind,
            "unit": self.unit,
            "labels": self.labels,
            "series": [{"name": one.name, "values": one.values} for one in self.series],
            "stacked": self.stacked,
            "region": self.region,
            "places": [
                {"code": one.code, "name": one.name, "value": one.value, "link": one.link}
                for one in self.places
            ],
            "marked": self.marked,
        }
