"""A file as a job: checked as a whole, confirmed by a person, written chunk by chunk. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mashangban.imports.terms import ImportState
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place
from mashangban.registry.rules.columns import RowError

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file holds: chunks of rows ready to be written, or everything that is wrong with it."""

    chunks: tuple[tuple[Row, ...], ...] = ()
    rows: int = 0
    errors: tuple[RowError, ...] = ()

    @classmethod
    def refused(cls, found: Sequence[RowError]) -> "Checked":
        """A file with everything that is wrong with it, from the top down."""
        return cls(errors=tuple(sorted(found, key=lambda one: one.row)))

    @classmethod
    def accepted(cls, rows: Sequence[Row], a_chunk: int) -> "Checked":
        """A file that may be written, so many rows at once."""
        chunks = (tuple(rows[start : start + a_chunk]) for start in range(0, len(rows), a_chunk))
        return cls(tuple(chunks), len(rows))


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one row, where a room speaks of it; `left` where it was left alone."""

    what: str
    outcome: str
    left: bool = False


@dataclass(frozen=True, slots=True)
class Import:
    """One file on its way. `word` names the room's imports (`policy`), `kind` what the file holds.

    `skipped` rows were left alone: something as new stood there already.
    """

    id: str
    word: str
    kind: str
    region: str
    filename: str
    sha256: str
    person_id: str
    state: ImportState
    received_at: datetime
    rows: int = 0
    errors: int = 0
    chunks: int = 0
    chunks_done: int = 0
    skipped: int = 0
    confirmed_by: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject(f"{self.word}import", self.id)

    @property
    def place(self) -> Place:
        return Place(region=self.region)
