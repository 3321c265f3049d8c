"""Replays: an item with its counts, and both editions as they were when it began."""

from dataclasses import replace

from mashangban.domains.policies.models import TABLE, ReplayedRecord, ReplayRecord
from mashangban.domains.policies.rules.policy import Edition
from mashangban.domains.policies.rules.replay import Replay
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction


def get(replay_id: str, reach: Reach | None = None) -> Replay:
    """A run. Raises NotFound when there is none within reach."""
    try:
        found = _replay(ReplayRecord.get(f"POLICYREPLAY#{replay_id}", "REPLAY", consistent_read=True))
    except ReplayRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if reach is not None:
        reach.require(found.place)
    return found


def editions(replay: Replay) -> tuple[Edition | None, Edition]:
    """What was in force and what was drafted when the run began."""
    keys = [(replay.subject.pk, sort) for sort in ("BEFORE", "AFTER")]
    found = {one.SK: one.content for one in ReplayedRecord.batch_get(keys, consistent_read=True)}
    return found.get("BEFORE"), found["AFTER"]


def of_policy(policy_id: str, page: PageRequest) -> Page[Replay]:
    """The runs of a policy's drafts, the newest first."""
    found = pagination.query(ReplayRecord, f"REPLAYS-OF#{policy_id}", page, index="GSI1", newest_first=True)
    return found.map(_replay)


def create(
    act: Act, new: Replay, before: Edition | None, after: Edition, event: Event, answer: Schema
) -> None:
    """Begin a run."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        for sort, content in (("BEFORE", before), ("AFTER", after)):
            if content is not None:
                bare = replace(content, cases=(), materials=(), steps="")
                tx.put(ReplayedRecord(new.subject.pk, sort, content=bare))
        tx.answer(answer)


def advance(act: Act, before: Replay, after: Replay, event: Event) -> None:
    """Count a page. Raises Stale for a page that was counted already."""
    actions = [ReplayRecord.counts.set(dict(after.counts)), ReplayRecord.state.set(after.state)]
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, actions)


def _record(one: Replay) -> ReplayRecord:
    return ReplayRecord(
        one.subject.pk,
        "REPLAY",
        GSI1PK=f"REPLAYS-OF#{one.policy_id}",
        GSI1SK=one.id,
        policy_id=one.policy_id,
        draft=one.draft,
        region=one.region,
        by=one.by or None,
        today=one.today,
        begun_at=one.begun_at,
        state=one.state,
        counts=dict(one.counts),
        version=one.version,
        chain=one.chain,
    )


def _replay(record: ReplayRecord) -> Replay:
    return Replay(
        str(record.PK).partition("#")[2],
        record.policy_id,
        int(record.draft),
        record.region,
        record.by or "",
        record.today,
        record.begun_at,
        record.state,
        record.counts,
        int(record.version),
        record.chain,
    )
