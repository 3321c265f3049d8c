"""A builder's sheet as a job: nothing of it counts before its activation; after that its outcome is decided. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mashangban.domains.homes.terms import ImportKind, ImportState
from mashangban.kernel.events import GENESIS, Subject
from mashangban.registry.rules.imports import RowError, heading

Row = Mapping[str, Any]
Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a kind of sheet by field, those that must be there, and how others call them."""

    columns: Mapping[str, str]
    required: tuple[str, ...]
    other_names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a sheet holds: its rows ready to be written, or everything that is wrong with it."""

    rows: tuple[Row, ...] = ()
    errors: tuple[RowError, ...] = ()
    created: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Import:
    """One sheet on its way. `seen` is the estate's count of imports when it was checked."""

    id: str
    estate_id: str
    kind: ImportKind
    file_id: str
    filename: str
    sha256: str
    person_id: str
    state: ImportState
    received_at: datetime
    rows: int = 0
    created: int = 0
    changed: int = 0
    errors: int = 0
    chunks: int = 0
    chunks_done: int = 0
    seen: int = 0
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("homesimport", self.id)


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
