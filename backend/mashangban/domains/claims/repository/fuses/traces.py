"""What fuses look at: who uses an account, how fast approvals and claims come, what a policy usually pays."""

from datetime import datetime, timedelta
from typing import Any

from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.models.fuses import CountedRecord, FaceRecord, HourRecord, PaceRecord
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.rules.fuses import amounts
from mashangban.kernel import boards, clock
from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import Stale
from mashangban.kernel.transaction import Transaction

_DAY = timedelta(days=1)
_BIN = "bin."


def users_of(face: str, one: Claim) -> dict[str, tuple[str, str]]:
    """Enterprises behind a face, the claim's own noted among them: id to name and to the claim that showed it."""
    found = _users(face)
    if one.enterprise_id not in found:
        FaceRecord(
            f"FACE#{face}",
            f"ENTERPRISE#{one.enterprise_id}",
            enterprise_id=one.enterprise_id,
            enterprise_name=one.enterprise_name,
            claim_id=one.id,
        ).save()
        # Read again after the write: of two that come at once, at least one sees both.
        found = _users(face)
    return found


def _users(face: str) -> dict[str, tuple[str, str]]:
    found = FaceRecord.query(f"FACE#{face}", FaceRecord.SK.startswith("ENTERPRISE#"), consistent_read=True)
    return {one.enterprise_id: (one.enterprise_name, one.claim_id) for one in found}


def pace_of(reviewer_id: str, claim_id: str, at: datetime, window: timedelta) -> int:
    """How many claims a reviewer has set out to approve within a time, this one noted among them."""
    pk = f"PACE#reviewer.{reviewer_id}"
    end = int((at + _DAY).timestamp())
    PaceRecord(pk, f"{clock.to_text(at)}#{claim_id}", claim_id=claim_id, expires_at=end).save()
    since = PaceRecord.SK.between(clock.to_text(at - window), "~")
    return len({one.claim_id for one in PaceRecord.query(pk, since, consistent_read=True)})


def hour_of(policy_id: str, claim_id: str, at: datetime) -> int:
    """How many claims of a policy came within this hour, this one counted once."""
    pk, end = f"PACE#policy.{policy_id}.{hour(at)}", int((at + _DAY).timestamp())
    kind: Any = HourRecord
    try:
        with Transaction(system_act("claims_fuse", at), TABLE) as tx:
            tx.create(HourRecord(pk, f"CLAIM#{claim_id}", expires_at=end))
            tx.update(HourRecord(pk, "COUNT"), [kind.claims.add(1), kind.expires_at.set(end)])
    except Stale:
        pass
    return int(HourRecord.get(pk, "COUNT", consistent_read=True).claims)


def hour(at: datetime) -> str:
    """The hour an instant lies in, as a key."""
    return clock.to_text(at)[:13]


def count_amount(one: Claim) -> None:
    """Count an approved amount among its policy's, once however often it is told."""
    contribution = CountedRecord(f"CLAIM#{one.id}", "COUNTED")
    first = {"Put": contribution.get_save_kwargs_from_instance(condition=CountedRecord.PK.does_not_exist())}
    moves = {f"{_BIN}{amounts.bin_of(one.amount_fen)}": 1}
    boards.write([first, *boards.additions(TABLE, _board(one.terms.policy_id), moves)])


def amounts_of(policy_id: str) -> dict[int, int]:
    """A policy's approved amounts by bin."""
    found = boards.counters(TABLE, _board(policy_id), consistent=True)
    return {int(name.removeprefix(_BIN)): n for name, n in found.items() if name.startswith(_BIN)}


def _board(policy_id: str) -> str:
    return f"amounts:{policy_id}"
