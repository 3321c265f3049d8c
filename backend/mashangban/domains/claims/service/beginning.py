"""A claim comes into being: a draft that an enterprise wants, or an offer that an office makes.

Who calls brings the policy's edition and the facts: this room knows neither (processes/claiming).
"""

from dataclasses import dataclass, field, replace
from typing import Any

from mashangban.domains.claims import events, permissions
from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.rules.claim import Claim, Decided, Terms
from mashangban.domains.claims.rules.licences import noted, written
from mashangban.domains.claims.schemas import ClaimDone
from mashangban.domains.claims.service import licences, telling
from mashangban.domains.claims.service.steps import done
from mashangban.domains.claims.terms import ClaimState
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role
from mashangban.registry import service as registry


@dataclass(frozen=True, slots=True)
class Basis:
    """What a claim is begun with: the edition's terms, the whole edition, the facts it asks for, what they say; `sorts`
    are the enterprise's county, industry and size as far as they are known, for the boards."""

    terms: Terms
    edition: dict[str, Any]
    facts: dict[str, Any]
    decided: Decided
    sorts: dict[str, str] = field(default_factory=dict)


def begin(act: Act, enterprise_id: str, basis: Basis) -> ClaimDone:
    """The enterprise begins a draft. Raises AlreadyClaimed, Exclusive, UnknownClaim beyond reach."""
    new = _new(act, enterprise_id, basis, ClaimState.DRAFT)
    act.actor.reach(permissions.CLAIM).require(new.place)
    new = replace(new, licences=licences.look_up(act, enterprise_id, basis.terms.licences))
    return _write(act, new, basis, events.BEGUN, act.actor.role_for(permissions.CLAIM, new.place))


def offer(act: Act, enterprise_id: str, basis: Basis) -> ClaimDone:
    """An office puts the enterprise on the list of those who need not apply. Raises AlreadyClaimed, Exclusive."""
    new = _new(act, enterprise_id, basis, ClaimState.OFFERED)
    act.actor.reach(permissions.REVIEW).require(new.place)
    return _write(act, new, basis, events.OFFERED, act.actor.role_for(permissions.REVIEW, new.place))


def offer_listed(act: Act, enterprise_id: str, basis: Basis, list_id: str) -> ClaimDone:
    """The platform offers what an officer confirmed with a whole list. Raises AlreadyClaimed, Exclusive."""
    new = _new(act, enterprise_id, basis, ClaimState.OFFERED)
    return _write(act, new, basis, events.OFFERED, Role.SYSTEM, list=list_id)


def _new(act: Act, enterprise_id: str, basis: Basis, state: ClaimState) -> Claim:
    return Claim(
        id=ids.new_id(act.at),
        number=ids.public_number("SB", act.at),
        enterprise_id=enterprise_id,
        enterprise_name=registry.enterprise(enterprise_id).name,
        terms=basis.terms,
        state=state,
        began_at=act.at,
        updated_at=act.at,
        amount_fen=basis.decided.worth_fen or 0,
    )


def _write(act: Act, new: Claim, basis: Basis, kind: str, role: Role, **more: str) -> ClaimDone:
    data = {
        "policy": new.terms.policy_id,
        "edition": new.terms.edition,
        "enterprise": new.enterprise_id,
        "verdict": basis.decided.verdict.value,
        "licences": [noted(one) for one in new.licences],
        **more,
    }
    told = telling.enterprise(new, "claims.offered") if kind == events.OFFERED else ()
    event = following(act, kind, new, role, data, told)
    content = {
        "edition": basis.edition,
        "facts": basis.facts,
        "sorts": basis.sorts,
        "licences": [written(one) for one in new.licences],
        "verdict": basis.decided.verdict.value,
        "worth_fen": basis.decided.worth_fen,
        "on": basis.decided.on.isoformat(),
    }
    answer = done(new, event.version)
    claims.create(act, new, content, event, answer if act.submission else None)
    return answer
