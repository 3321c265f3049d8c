"""Boards of policies by region: each item's contribution is replaced as a whole, once for each of its versions."""

from typing import Any

from mashangban.domains.policies.models import TABLE, TallyRecord
from mashangban.domains.policies.rules import tally
from mashangban.domains.policies.rules.policy import Policy
from mashangban.kernel import boards
from mashangban.kernel.boards import Counters


def count(policy: Policy, counted: Counters) -> bool:
    """Let the boards count what an item is now; False when another delivery was faster."""
    before = _before(policy)
    if before is not None and int(before.version) >= policy.version:
        return True
    moves = boards.difference(before.counted if before else {}, counted)
    record = TallyRecord(policy.subject.pk, "COUNTED", version=policy.version, counted=counted)
    version: Any = TallyRecord.version
    unseen = TallyRecord.PK.does_not_exist()
    condition = unseen if before is None else version == int(before.version)
    writes: list[dict[str, Any]] = [{"Put": record.get_save_kwargs_from_instance(condition=condition)}]
    for board in tally.boards_of(policy.region):
        taken = tally.moves_on(board, policy.region, moves)
        if taken:
            writes += boards.additions(TABLE, _name(board), taken)
    return boards.write(writes)


def counters(region: str) -> Counters:
    """All counters of a region's board. One read."""
    return boards.counters(TABLE, _name(region))


def _before(policy: Policy) -> TallyRecord | None:
    try:
        return TallyRecord.get(policy.subject.pk, "COUNTED", consistent_read=True)
    except TallyRecord.DoesNotExist:
        return None


def _name(region: str) -> str:
    return f"policies:{region}"
