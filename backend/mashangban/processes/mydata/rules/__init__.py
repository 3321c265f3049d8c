"""A package and how far it is. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.kernel.events import GENESIS, Subject
from mashangban.processes.mydata.terms import KEPT, PATIENCE, PackageState


@dataclass(frozen=True, slots=True)
class Package:
    """What somebody asked to take along. `size` (bytes) and `sha256` are of the file that lies ready.

    `tries` did not come to their end, the last at the part `stuck_at` (empty: it took too long); it is tried again at
    `again_at`, or was given up at `failed_at`.
    """

    id: str
    person_id: str
    asked_at: datetime
    ready_at: datetime | None = None
    size: int = 0
    sha256: str = ""
    tries: int = 0
    stuck_at: str = ""
    again_at: datetime | None = None
    failed_at: datetime | None = None
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
        waits = self.failed_at is None and at < (self.again_at or self.asked_at) + PATIENCE
        return PackageState.PACKING if waits else PackageState.FAILED

    def told(self, at: datetime) -> str:
        """How far it is, as its person reads it."""
        state, where = self.state(at), f"，卡在“{self.stuck_at}”" if self.stuck_at else ""
        if state is PackageState.PACKING and self.tries:
            return f"还没有整理成{where}，会自动再试，好了通知您"
        return state.label.replace("，", f"{where}，", 1) if state is PackageState.FAILED else state.label


def finish(one: Package, size: int, sha256: str, at: datetime) -> Package:
    """It was packed."""
    return replace(one, ready_at=at, size=size, sha256=sha256)
