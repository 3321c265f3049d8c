"""A builder's sheet as a job: nothing of it counts before its activation; after that its outcome is decided. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mashangban.domains.homes.terms import ImportKind, ImportState
from mashangban.kernel.events import GENESIS, Subject
from mashangban.registry.rules.columns import RowError

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a sheet holds: its rows ready to be written, or everything that is wrong with it."""

    rows: tuple[Row, ...] = ()
    errors: tuple[RowError, ...] = ()
    created: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Import:
    """One sheet on its way. `seen` is the estate's count of imports when it was checked; `file_id` is empty where a
    browser posted the sheet to this room.
    """

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
