"""A fuse that tripped: what stands still, why, and the two people whose word lets it go on. Pure."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.domains.claims import errors
from mashangban.domains.claims.rules.fuses.table import RULES
from mashangban.domains.claims.terms.fuses import FuseKind, FusePhase, FuseScope, FuseState, Stop
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

NEEDED = 2


@dataclass(frozen=True, slots=True)
class Cause:
    """What a look found. `mark` names what it is about: the same cause trips once, also after its release."""

    kind: FuseKind
    halts: bool
    mark: str
    targets: tuple[str, ...]
    facts: str


@dataclass(frozen=True, slots=True)
class Release:
    """One person's word, with reasons."""

    person_id: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Fuse:
    """One trip or warning. `barred` had a hand in what tripped it and may not release it."""

    id: str
    kind: FuseKind
    phase: FusePhase
    state: FuseState
    region: str
    policy_id: str
    title: str
    claim_id: str
    targets: tuple[str, ...]
    facts: str
    barred: tuple[str, ...]
    tripped_at: datetime
    releases: tuple[Release, ...] = ()
    version: int = 0
    chain: str = GENESIS

    @property
    def scope(self) -> FuseScope:
        return RULES[self.kind].scope

    @property
    def stops(self) -> tuple[Stop, ...]:
        return RULES[self.kind].stops

    @property
    def subject(self) -> Subject:
        return Subject("fuse", self.id)

    @property
    def place(self) -> Place:
        return Place(region=self.region)


def identity(cause: Cause, policy_id: str) -> str:
    """The one id of a cause: who finds it again finds what tripped before."""
    said = "|".join((cause.kind.value, policy_id, str(cause.halts), *sorted(cause.targets), cause.mark))
    return hashlib.sha256(said.encode()).hexdigest()[:26]


def release(one: Fuse, person_id: str, reason: str, at: datetime) -> Fuse:
    """One more person says that it may go on; the second word releases it.

    Raises FuseNotTripped, FuseBarred, FuseSamePerson.
    """
    if not one.state.halts:
        raise errors.FuseNotTripped()
    if person_id in one.barred:
        raise errors.FuseBarred()
    if person_id in {said.person_id for said in one.releases}:
        raise errors.FuseSamePerson()
    said = (*one.releases, Release(person_id, at, reason))
    return replace(one, releases=said, state=FuseState.RELEASED if len(said) >= NEEDED else FuseState.HALF)
