"""One act: who does it, when by the server's clock, and under which key the phone submitted it."""

from dataclasses import dataclass
from datetime import datetime

from mashangban.kernel import clock, permissions
from mashangban.kernel.permissions import Principal


@dataclass(frozen=True, slots=True)
class Submission:
    """The client's key of one write and the digest of what it sent: the same key brings the first answer back."""

    key: str
    route: str
    person_id: str
    body_digest: str


@dataclass(frozen=True, slots=True)
class Act:
    """The frame of a state change. `claimed_at` is the phone's own time: recorded, never believed."""

    actor: Principal
    at: datetime
    submission: Submission | None = None
    claimed_at: datetime | None = None


def system_act(name: str, at: datetime | None = None) -> Act:
    """An act of the platform itself: a clock that fired, a message that arrived."""
    return Act(permissions.system(name), at or clock.now())
