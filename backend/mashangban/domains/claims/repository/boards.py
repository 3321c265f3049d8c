"""Boards of claims by policy and region: each claim's contribution is replaced as a whole, once for each version;
and how money of a line moved.
"""

from collections.abc import Mapping
from typing import Any

from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.models.boards import MovementRecord, TallyRecord
from mashangban.domains.claims.rules import tally
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.rules.tally import Moved
from mashangban.domains.claims.terms.boards import Movement
from mashangban.kernel import boards, clock, pagination
from mashangban.kernel.boards import Counters
from mashangban.kernel.events import Event
from mashangban.kernel.pagination import Page, PageRequest


def count(one: Claim, counted: Counters) -> bool:
    """Let the boards count what a claim is now; False when another delivery was faster."""
    before = _before(one)
    if before is not None and int(before.version) >= one.version:
        return True
    moves = boards.difference(before.counted if before else {}, counted)
    record = TallyRecord(one.subject.pk, "TALLY", version=one.version, counted=counted)
    version: Any = TallyRecord.version
    unseen = TallyRecord.PK.does_not_exist()
    condition = unseen if before is None else version == int(before.version)
    writes: list[dict[str, Any]] = [{"Put": record.get_save_kwargs_from_instance(condition=condition)}]
    return boards.write(writes + (_additions(one, moves) if moves else []))


def _additions(one: Claim, moves: Mapping[str, int]) -> list[dict[str, Any]]:
    regions = tally.regions_of(one.terms.region)
    writes = boards.additions(TABLE, _policy(one.terms.policy_id), moves)
    for region in regions:
        writes += boards.additions(TABLE, _region(region), tally.seen_from(region, moves))
    return writes


def of_policy(policy_id: str) -> Counters:
    """All counters of a policy's board. One read."""
    return boards.counters(TABLE, _policy(policy_id))


def of_region(region: str) -> Counters:
    """All counters of a region's board. One read."""
    return boards.counters(TABLE, _region(region))


def note(event: Event, one: Claim, movement: Movement) -> None:
    """Note how money of a claim's line moved; twice changes nothing."""
    MovementRecord(
        f"BUDGETLINE#{one.terms.policy_id}",
        f"MOVE#{clock.to_text(event.at)}#{event.id}",
        movement=movement,
        at=event.at,
        claim_id=one.id,
        number=one.number,
        enterprise_name=one.enterprise_name,
        amount_fen=one.amount_fen,
    ).save()


def movements(policy_id: str, page: PageRequest) -> Page[Moved]:
    """How money of a line moved, the newest first."""
    sort = MovementRecord.SK.startswith("MOVE#")
    found = pagination.query(MovementRecord, f"BUDGETLINE#{policy_id}", page, where=sort, newest_first=True)
    return found.map(_moved)


def _moved(one: MovementRecord) -> Moved:
    return Moved(one.movement, one.at, one.claim_id, one.number, one.enterprise_name, int(one.amount_fen))


def _before(one: Claim) -> TallyRecord | None:
    try:
        return TallyRecord.get(one.subject.pk, "TALLY", consistent_read=True)
    except TallyRecord.DoesNotExist:
        return None


def _policy(policy_id: str) -> str:
    return f"claims:policy:{policy_id}"


def _region(region: str) -> str:
    return f"claims:region:{region}"
