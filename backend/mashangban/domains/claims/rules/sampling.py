"""A month's random sample of paid claims, by a seed whose digest is published before the month begins. Pure.

Nobody can choose the sample: who knows the seed can't change it after its digest stands on the record, and which claims
will be paid is not known by then. Anybody can draw it again (docs/data/claims.md has the lines for it).
"""

import hashlib
import hmac
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mashangban.domains.claims import errors
from mashangban.domains.claims.terms import ClaimState
from mashangban.domains.claims.terms.sampling import (
    LEAST,
    SETTLING_HOURS,
    SHARE_PERCENT,
    MoneyCheckKind,
    MoneyCheckState,
)
from mashangban.kernel import clock
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Draw:
    """A province's draw for a month. `seed` is secret until `revealed_at`; `population` says how many were paid and
    `digest` which."""

    province: str
    period: str
    commitment: str
    committed_at: datetime
    seed: str
    revealed_at: datetime | None = None
    population: int = 0
    digest: str = ""
    sampled: tuple[str, ...] = ()
    version: int = 0
    chain: str = GENESIS

    @property
    def id(self) -> str:
        return f"{self.province}.{self.period}"

    @property
    def subject(self) -> Subject:
        return Subject("draw", self.id)


@dataclass(frozen=True, slots=True)
class Inspection:
    """A paid claim that somebody looks at again; `note` says what was found."""

    id: str
    kind: MoneyCheckKind
    claim_id: str
    number: str
    enterprise_name: str
    title: str
    region: str
    amount_fen: int
    opened_at: datetime
    state: MoneyCheckState = MoneyCheckState.OPEN
    note: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("claiminspection", self.id)

    @property
    def place(self) -> Place:
        return Place(region=self.region)


def period_of(at: datetime) -> str:
    """The month in China that an instant lies in."""
    return clock.local_date(at).isoformat()[:7]


def following(period: str) -> str:
    """The month after."""
    year, month = map(int, period.split("-"))
    return f"{year + month // 12}-{month % 12 + 1:02d}"


def preceding(period: str) -> str:
    """The month before."""
    year, month = map(int, period.split("-"))
    return f"{year - (month == 1)}-{(month - 2) % 12 + 1:02d}"


def begins_at(period: str) -> datetime:
    """The first instant of a month in China."""
    return datetime.fromisoformat(f"{period}-01T00:00:00").replace(tzinfo=clock.SHANGHAI)


def commit(province: str, period: str, seed: bytes, at: datetime) -> Draw:
    """A draw whose seed can't be changed from now on. Raises ValueError once its month has begun."""
    if at >= begins_at(period):
        raise ValueError(f"{period} has begun")
    return Draw(province, period, commitment_of(seed), at, seed.hex())


def commitment_of(seed: bytes) -> str:
    """What is published of a seed."""
    return hashlib.sha256(seed).hexdigest()


def may_reveal(draw: Draw, at: datetime) -> bool:
    """Whether a draw's month is over and settled."""
    over = begins_at(following(draw.period)) + timedelta(hours=SETTLING_HOURS)
    return draw.revealed_at is None and at >= over


def reveal(draw: Draw, paid: Iterable[str], at: datetime) -> Draw:
    """The draw with its seed opened and its sample."""
    population = sorted(paid)
    return replace(
        draw,
        revealed_at=at,
        population=len(population),
        digest=digest_of(population),
        sampled=sample(bytes.fromhex(draw.seed), population),
    )


def digest_of(population: Iterable[str]) -> str:
    """SHA-256 over the sorted claim ids, one a line: which claims the sample was drawn from."""
    return hashlib.sha256("\n".join(sorted(population)).encode()).hexdigest()


def sample(seed: bytes, population: Iterable[str]) -> tuple[str, ...]:
    """The claims whose HMAC-SHA256 under the seed is least: 5 % rounded up, at least 3."""
    claims = list(population)
    wanted = min(len(claims), max(LEAST, math.ceil(len(claims) * SHARE_PERCENT / 100)))
    ordered = sorted(claims, key=lambda one: hmac.new(seed, one.encode(), hashlib.sha256).digest())
    return tuple(ordered[:wanted])


def conclude(
    one: Inspection, officer_id: str, dealt: Iterable[str], result: MoneyCheckState, note: str
) -> Inspection:
    """An officer says what was found; nobody inspects what they have dealt with.

    Raises InspectionDone, InspectionBarred.
    """
    if one.state is not MoneyCheckState.OPEN:
        raise errors.InspectionDone()
    if officer_id in set(dealt):
        raise errors.InspectionBarred()
    return replace(one, state=result, note=note)


def to_be_inspected(state: ClaimState) -> bool:
    """Whether the money is still with the enterprise."""
    return state is ClaimState.PAID
