"""Budget lines and what is left in their parts; money moves between parts only where it was seen to be."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from mashangban.domains.claims import errors
from mashangban.domains.claims.models import TABLE, BudgetLineRecord, ShardRecord
from mashangban.domains.claims.repository import orders, sampling
from mashangban.domains.claims.repository.fuses import halts
from mashangban.domains.claims.rules import budget as rules
from mashangban.domains.claims.rules.budget import BudgetLine
from mashangban.domains.claims.terms import SHARDS
from mashangban.kernel import clock, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.dynamodb import Gsi3, client
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_LOOK = "LINES"


def find(policy_id: str) -> BudgetLine | None:
    """A policy's line, or None while nobody opened one."""
    try:
        return _line(BudgetLineRecord.get(_pk(policy_id), "BUDGETLINE", consistent_read=True))
    except BudgetLineRecord.DoesNotExist:
        return None


def of_region(region: str, page: PageRequest) -> Page[BudgetLine]:
    """The lines of an office's region."""
    return pagination.query(BudgetLineRecord, f"BUDGETS-IN#{region}", page, index="GSI1").map(_line)


def due(now: datetime, most: int) -> list[BudgetLine]:
    """Lines whose hourly look has come."""
    where = Gsi3.GSI3SK <= clock.to_text(now)  # noqa: SIM300 - an attribute in capitals, no constant
    found = BudgetLineRecord.query(_LOOK, where, index_name="GSI3", limit=most, page_size=most)
    return [_line(one) for one in found]


def looked(policy_id: str, next_at: datetime) -> None:
    """Note when a line is looked at again."""
    BudgetLineRecord(_pk(policy_id), "BUDGETLINE").update(
        [BudgetLineRecord.GSI3SK.set(clock.to_text(next_at))]
    )


def left(policy_id: str) -> tuple[int, ...]:
    """What each part has, each read by itself: good for choosing one, not for saying that all have not enough."""
    found = ShardRecord.query(_pk(policy_id), ShardRecord.SK.startswith("SHARD#"), consistent_read=True)
    return tuple(int(one.left_fen) for one in found)


def left_exactly(policy_id: str) -> tuple[int, ...]:
    """What all parts have at one instant: money on its way between two of them is never missed."""
    keys = [{"PK": {"S": _pk(policy_id)}, "SK": {"S": f"SHARD#{one}"}} for one in range(SHARDS)]
    asked = [{"Get": {"TableName": TABLE.physical, "Key": key}} for key in keys]
    answers = client().transact_get_items(TransactItems=asked)["Responses"]
    return tuple(int(one["Item"]["left_fen"]["N"]) for one in answers)


def open_line(act: Act, new: BudgetLine, event: Event, answer: Schema) -> None:
    """Write a new line with its parts."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new, GSI3PK=_LOOK, GSI3SK=clock.to_text(act.at)), event)
        orders.keep_book(tx, new.region[:2])
        sampling.keep_round(tx, new.region[:2])
        for number, part in enumerate(rules.spread(new.total_fen)):
            tx.put(_shard(new.policy_id, number, left_fen=part))
        tx.answer(answer)


def ask_raise(act: Act, before: BudgetLine, after: BudgetLine, event: Event, answer: Schema) -> None:
    """Note what somebody wants the line raised to."""
    wish = [
        BudgetLineRecord.asked_fen.set(after.asked_fen),
        BudgetLineRecord.asked_by.set(after.asked_by),
    ]
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, wish)
        tx.answer(answer)


def raise_line(act: Act, before: BudgetLine, after: BudgetLine, event: Event, answer: Schema) -> None:
    """Write more money into every part."""
    with Transaction(act, TABLE) as tx:
        more = [BudgetLineRecord.total_fen.set(after.total_fen)]
        done = [BudgetLineRecord.asked_fen.remove(), BudgetLineRecord.asked_by.remove()]
        tx.amend(_record(before), event, [*more, *done])
        for number, part in enumerate(rules.spread(after.total_fen - before.total_fen)):
            if part:
                tx.update(_shard(before.policy_id, number), [ShardRecord.left_fen.add(part)])
        tx.answer(answer)


def gather(act: Act, policy_id: str, seen: Sequence[int], into: int, given: Mapping[int, int]) -> bool:
    """Bring money of several parts into one; False when somebody drew from one of them meanwhile."""
    kind: Any = ShardRecord
    try:
        with Transaction(Act(act.actor, act.at), TABLE) as tx:
            for number, part in given.items():
                same = kind.left_fen == seen[number]
                tx.update(_shard(policy_id, number), [ShardRecord.left_fen.add(-part)], condition=same)
            tx.update(_shard(policy_id, into), [ShardRecord.left_fen.add(sum(given.values()))])
    except Stale:
        return False
    return True


def draw(tx: Transaction, policy_id: str, number: int, fen: int) -> None:
    """Hold money of a part within the act that approves. The act raises ShardShort where it is not there, or halted."""
    kind: Any = ShardRecord
    enough = (kind.left_fen >= fen) & halts.free_part()
    tx.update(
        _shard(policy_id, number),
        [ShardRecord.left_fen.add(-fen)],
        condition=enough,
        otherwise=errors.ShardShort(),
    )


def give_back(tx: Transaction, policy_id: str, number: int, fen: int) -> None:
    """Free what was held, within the act that frees it."""
    tx.update(_shard(policy_id, number), [ShardRecord.left_fen.add(fen)])


def _pk(policy_id: str) -> str:
    return f"BUDGETLINE#{policy_id}"


def _shard(policy_id: str, number: int, **values: Any) -> ShardRecord:
    return ShardRecord(_pk(policy_id), f"SHARD#{number}", **values)


def _record(one: BudgetLine, **index: Any) -> BudgetLineRecord:
    return BudgetLineRecord(
        one.subject.pk,
        "BUDGETLINE",
        GSI1PK=f"BUDGETS-IN#{one.region}",
        GSI1SK=one.policy_id,
        policy_id=one.policy_id,
        title=one.title,
        region=one.region,
        total_fen=one.total_fen,
        asked_fen=one.asked_fen or None,
        asked_by=one.asked_by or None,
        version=one.version,
        chain=one.chain,
        **index,
    )


def _line(record: BudgetLineRecord) -> BudgetLine:
    return BudgetLine(
        record.policy_id,
        record.title,
        record.region,
        int(record.total_fen),
        int(record.asked_fen or 0),
        record.asked_by or "",
        int(record.version),
        record.chain,
    )
