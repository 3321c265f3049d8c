"""A gate device of a project, what it reports, and how each line is judged."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mashangban.domains.attendance import errors
from mashangban.domains.attendance.rules import sequences
from mashangban.domains.attendance.rules.calendar import day_of
from mashangban.domains.attendance.rules.sequences import Ranges
from mashangban.domains.attendance.terms import AHEAD, MOST_SKEW, DeviceState, Direction, PassState
from mashangban.employment.rules import Employment, Named
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Device:
    """A gate of a project. `secret` signs its requests; passes older than `late_days` are not taken any more."""

    id: str
    name: str
    spot: str
    project: Named
    region: str
    orgs: tuple[str, ...]
    secret: str
    state: DeviceState
    late_days: int
    registered_at: datetime
    taken: Ranges = ()
    last_seen_at: datetime | None = None
    skew_seconds: int = 0
    version: int = 0
    chain: str = ""

    @property
    def subject(self) -> Subject:
        return Subject("device", self.id)

    @property
    def place(self) -> Place:
        return Place(self.region, frozenset(self.orgs), self.project.id)


@dataclass(frozen=True, slots=True)
class Pass:
    """One passage by the device's own clock and count; `worker` is the contract's id as the roster gives it."""

    worker: str
    at: datetime
    direction: Direction
    sequence: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A pass and what becomes of it; `repeated` when this sequence number was taken before."""

    passed: Pass
    state: PassState
    repeated: bool = False

    @property
    def is_new(self) -> bool:
        return self.state is PassState.ACCEPTED and not self.repeated


def signature(secret: str, method: str, target: str, timestamp: str, request_id: str, body: bytes) -> str:
    """Hex HMAC-SHA256 over method, target, time, request id and body digest (docs/gate-api.md)."""
    lines = (method, target, timestamp, request_id, hashlib.sha256(body).hexdigest())
    return hmac.new(secret.encode(), "\n".join(lines).encode(), hashlib.sha256).hexdigest()


def skew(timestamp: str, now: datetime) -> timedelta:
    """How far the device's clock is ahead of ours. Raises ClockSkewed beyond MOST_SKEW or for no time at all."""
    seconds = int(timestamp) if timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 12 else 0
    ahead = timedelta(seconds=seconds - int(now.timestamp()))
    if abs(ahead) > MOST_SKEW:
        raise errors.ClockSkewed(server_time=int(now.timestamp()))
    return ahead


def judge(
    device: Device,
    passes: Sequence[Pass],
    known: dict[str, Employment],
    now: datetime,
    ahead: timedelta,
) -> list[Judged]:
    """Each line by itself, so that one wrong line spoils no other; a number twice in one report counts once."""
    judged: list[Judged] = []
    met: set[int] = set()
    for one in passes:
        repeated = one.sequence in met or sequences.contains(device.taken, one.sequence)
        state = PassState.ACCEPTED if repeated else _state(device, one, known, now, ahead)
        judged.append(Judged(one, state, repeated))
        if state is PassState.ACCEPTED:
            met.add(one.sequence)
    return judged


def _state(
    device: Device, one: Pass, known: dict[str, Employment], now: datetime, ahead: timedelta
) -> PassState:
    employment = known.get(one.worker)
    if one.at - ahead > now + AHEAD:
        return PassState.FUTURE
    if one.at < now - timedelta(days=device.late_days):
        return PassState.TOO_OLD
    if (
        employment is None
        or employment.project.id != device.project.id
        or not employment.covers(day_of(one.at))
    ):
        return PassState.UNKNOWN
    return PassState.ACCEPTED
