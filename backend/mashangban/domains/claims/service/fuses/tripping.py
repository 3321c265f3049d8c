"""A cause becomes a trip: on the record, with what it halts, told to the office; the same cause once."""

from mashangban.domains.claims import events
from mashangban.domains.claims.repository.fuses import trips
from mashangban.domains.claims.rules.budget import BudgetLine
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.rules.fuses import fuse as rules
from mashangban.domains.claims.rules.fuses.fuse import Cause, Fuse
from mashangban.domains.claims.service import dealing, telling
from mashangban.domains.claims.terms.fuses import FusePhase, FuseState
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, following
from mashangban.kernel.permissions import SYSTEM_GRANT, Role

_MOST = 40  # targets of one trip: they are halted in one transaction


def of_claim(act: Act, cause: Cause, one: Claim, phase: FusePhase, others: tuple[str, ...] = ()) -> bool:
    """Trip over a claim; `others` are claims that belong to it. False: it tripped before."""
    if trips.exists(rules.identity(cause, one.terms.policy_id)):
        return False
    hands = (*one.hands, one.charge_id, *dealing.officers_of((one.id, *others[:_MOST])))
    return _trip(act, cause, phase, one.terms.region, one.terms.policy_id, one.terms.title, one.id, hands)


def of_line(act: Act, cause: Cause, line: BudgetLine, phase: FusePhase, by: str = "") -> bool:
    """Trip over a budget line. False: it tripped before."""
    return _trip(act, cause, phase, line.region, line.policy_id, line.title, "", (by,))


def _trip(
    act: Act,
    cause: Cause,
    phase: FusePhase,
    region: str,
    policy_id: str,
    title: str,
    claim_id: str,
    hands: tuple[str, ...],
) -> bool:
    own = "" if act.actor.grants == (SYSTEM_GRANT,) else act.actor.person_id
    new = Fuse(
        id=rules.identity(cause, policy_id),
        kind=cause.kind,
        phase=phase,
        state=FuseState.TRIPPED if cause.halts else FuseState.WARNED,
        region=region,
        policy_id=policy_id,
        title=title,
        claim_id=claim_id,
        targets=cause.targets[:_MOST],
        facts=cause.facts,
        barred=tuple(sorted({one for one in (*hands, own) if one})),
        tripped_at=act.at,
    )
    return trips.trip(Act(act.actor, act.at), new, _event(act, new))


def _event(act: Act, new: Fuse) -> Event:
    data = {
        "fuse": new.kind.value,
        "phase": new.phase.value,
        "scope": new.scope.value,
        "targets": list(new.targets),
        "policy": new.policy_id,
        "claim": new.claim_id,
        "stops": [one.value for one in new.stops] if new.state.halts else [],
    }
    kind = events.FUSE_TRIPPED if new.state.halts else events.FUSE_WARNED
    words = "claims.fuse-tripped" if new.state.halts else "claims.fuse-warned"
    told = telling.supervisors(new, words, above=new.state.halts)
    return following(act, kind, new, Role.SYSTEM, data, told)
