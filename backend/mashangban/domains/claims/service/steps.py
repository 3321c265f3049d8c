"""What every act on a claim does: find it within reach, decide, write one link of its chain."""

from dataclasses import replace
from typing import Any

from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.repository.claims import NO_CLOCKS, Clocks
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.schemas import ClaimDone
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Message, following
from mashangban.kernel.permissions import Permission, Role


def within(act: Act, permission: Permission, claim_id: str) -> tuple[Claim, Role]:
    """A claim and the role in which the actor acts on it. Raises UnknownClaim beyond reach."""
    one = claims.get(claim_id, act.actor.reach(permission))
    return one, act.actor.role_for(permission, one.place)


def write(
    act: Act,
    before: Claim,
    after: Claim,
    kind: str,
    role: Role,
    *,
    data: dict[str, Any] | None = None,
    told: tuple[Message, ...] = (),
    clocks: Clocks = NO_CLOCKS,
) -> ClaimDone:
    """One step with its event and answer."""
    moved = replace(after, updated_at=act.at)
    event = following_step(act, before, moved, kind, role, data or {}, told)
    answer = done(moved, event.version)
    claims.move(act, before, moved, event, answer if act.submission else None, clocks)
    return answer


def following_step(
    act: Act,
    before: Claim,
    after: Claim,
    kind: str,
    role: Role,
    data: dict[str, Any],
    told: tuple[Message, ...],
) -> Event:
    """The event of a step; it always says where the claim stands now."""
    return following(act, kind, before, role, {"state": after.state.value, **data}, told)


def done(one: Claim, version: int) -> ClaimDone:
    """What an act answers."""
    return ClaimDone(
        id=one.id, number=one.number, state=one.state, state_label=one.state.label, version=version
    )
