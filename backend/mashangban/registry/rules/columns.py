"""The head of a sheet that people fill in: which column is which field, however it is called. Pure."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong in one row; column empty when it is the row itself, row 0 when it is the file."""

    row: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a kind of sheet by field, those that must be there, and how others call them."""

    columns: Mapping[str, str]
    required: tuple[str, ...]
    other_names: Mapping[str, str] = field(default_factory=dict)


def heading(text: str) -> str:
    """A column's title as it is compared: no blanks, no stars, nothing in brackets."""
    flat = unicodedata.normalize("NFKC", text)
    return re.sub(r"\(.*?\)|[\s*:]", "", flat)


def places_of(layout: Layout, head: Sequence[str]) -> dict[str, int]:
    """Which field stands at which place; unknown columns are left alone, the first of two alike counts."""
    names = {heading(label): name for name, label in layout.columns.items()} | dict(layout.other_names)
    found: dict[str, int] = {}
    for place, title in enumerate(head):
        name = names.get(heading(title))
        if name:
            found.setdefault(name, place)
    return found


def missing(layout: Layout, places: Mapping[str, int]) -> list[RowError]:
    """Columns without which nothing can be read."""
    return [
        RowError(1, layout.columns[name], f"没有“{layout.columns[name]}”这一列，请用模板填写")
        for name in layout.required
        if name not in places
    ]


def cells_of(places: Mapping[str, int], row: Sequence[str]) -> Cells:
    """A row's texts by field."""
    return {name: row[place] if place < len(row) else "" for name, place in places.items()}


def template_head(layout: Layout) -> list[str]:
    """The head of an empty sheet; a star marks what must be filled in."""
    return [label + ("*" if name in layout.required else "") for name, label in layout.columns.items()]
