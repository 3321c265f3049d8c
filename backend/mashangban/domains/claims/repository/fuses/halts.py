"""What is halted. Approval asks in its own transaction, of items that it writes or that nobody else meets on.

A policy's halt lies in the parts of its budget line and a claim's in the claim: approvals write both anyway, so the
question is free and no item stands under all approvals of a policy. Enterprises and reviewers have an item each.
"""

from collections.abc import Iterator
from typing import Any

from mashangban.domains.claims import errors
from mashangban.domains.claims.models import ClaimRecord, ShardRecord
from mashangban.domains.claims.models.fuses import HaltRecord
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.rules.fuses.fuse import Fuse
from mashangban.domains.claims.terms import SHARDS
from mashangban.domains.claims.terms.fuses import FuseScope, Stop
from mashangban.kernel.permissions import SYSTEM_GRANT, Principal
from mashangban.kernel.transaction import Transaction

_ATTRIBUTES = {Stop.APPROVAL: "stops_approval", Stop.PAYMENT: "stops_payment"}
_FREE = "stops_approval"
MOST_TARGETS = 40


def set_up(tx: Transaction, one: Fuse) -> None:
    """Halt a fuse's targets within the act that trips it."""
    for record in _records(one):
        kind: Any = type(record)
        there = None if isinstance(record, HaltRecord) else kind.PK.exists()
        moves = [getattr(kind, _ATTRIBUTES[stop]).add({one.id}) for stop in one.stops]
        tx.update(record, moves, condition=there)


def take_down(tx: Transaction, one: Fuse) -> None:
    """Let a fuse's targets go on within the act that releases it; what another fuse halts stays halted."""
    for record in _records(one):
        kind: Any = type(record)
        tx.update(record, [getattr(kind, _ATTRIBUTES[stop]).delete({one.id}) for stop in one.stops])


def require_free(tx: Transaction, one: Claim, actor: Principal) -> None:
    """Make an approval depend on its enterprise and its reviewer not being halted. Raises Halted."""
    kind: Any = HaltRecord
    for pk in _own(one, actor):
        tx.check(HaltRecord, pk, "HALT", getattr(kind, _FREE).does_not_exist(), otherwise=errors.Halted())


def free_claim() -> Any:
    """The condition on the claim's own item."""
    return getattr(ClaimRecord, _FREE).does_not_exist()


def free_part() -> Any:
    """The condition on the part of the line that is drawn from."""
    return getattr(ShardRecord, _FREE).does_not_exist()


def found(one: Claim, actor: Principal | None, stop: Stop) -> tuple[str, ...]:
    """The fuses that halt an act on a claim now, read one by one but each consistently."""
    name = _ATTRIBUTES[stop]
    halting: set[str] = set(one.stops_approval if stop is Stop.APPROVAL else one.stops_payment)
    for pk in _own(one, actor):
        halting |= _stops(HaltRecord, pk, "HALT", name)
    return tuple(sorted(halting | _stops(ShardRecord, f"BUDGETLINE#{one.terms.policy_id}", "SHARD#0", name)))


def _stops(kind: Any, pk: str, sk: str, name: str) -> set[str]:
    try:
        return set(getattr(kind.get(pk, sk, consistent_read=True), name) or ())
    except kind.DoesNotExist:
        return set()


def _own(one: Claim, actor: Principal | None) -> tuple[str, ...]:
    """The claim's enterprise; the reviewer too, where a person approves."""
    enterprise = f"HALT#{FuseScope.ENTERPRISES.value}.{one.enterprise_id}"
    if actor is None or actor.grants == (SYSTEM_GRANT,):
        return (enterprise,)
    return (enterprise, f"HALT#{FuseScope.REVIEWER.value}.{actor.person_id}")


def _records(one: Fuse) -> Iterator[ClaimRecord | ShardRecord | HaltRecord]:
    for target in one.targets:
        if one.scope is FuseScope.CLAIM:
            yield ClaimRecord(f"CLAIM#{target}", "CLAIM")
        elif one.scope is FuseScope.POLICY:
            yield from (ShardRecord(f"BUDGETLINE#{target}", f"SHARD#{part}") for part in range(SHARDS))
        else:
            yield HaltRecord(f"HALT#{one.scope.value}.{target}", "HALT")
