"""A file of pairs as a job: checked as a whole, confirmed by a second person, written chunk by chunk. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mashangban.domains.answers.terms.imports import ImportState
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


@dataclass(frozen=True, slots=True)
class Import:
    """One file on its way. `skipped` rows were written by an earlier run of the same chunk."""

    id: str
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
    reviewer_id: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("answerimport", self.id)

    @property
    def place(self) -> Place:
        return Place(region=self.region)
