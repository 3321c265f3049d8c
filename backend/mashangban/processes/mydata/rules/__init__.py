"""A package and how far it is. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.kernel.events import GENESIS, Subject
from mashangban.processes.mydata.terms import KEPT, PATIENCE, PackageState


@dataclass(frozen=True, slots=True)
class Package:
    """What somebody asked to take along. `size` (bytes) and `sha256` are of the file that lies ready."""

    id: str
    person_id: str
    asked_at: datetime
    ready_at: datetime | None = None
    size: int = 0
    sha256: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("datapackage", self.id)

    @property
    def until(self) -> datetime | None:
        """The last moment it may be fetched; None while there is nothing to fetch."""
        return self.ready_at + KEPT if self.ready_at else None

    def state(self, at: datetime) -> PackageState:
        """How far it is by the clock."""
        if self.until is not None:
            return PackageState.READY if at < self.until else PackageState.CLEARED
        return PackageState.PACKING if at < self.asked_at + PATIENCE else PackageState.FAILED


def finish(one: Package, size: int, sha256: str, at: datetime) -> Package:
    """It was packed."""
    return replace(one, ready_at=at, size=size, sha256=sha256)
