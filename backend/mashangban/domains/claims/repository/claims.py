"""Claims: a claim with its holds, its clocks and what it draws from the budget, one transaction a step."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.claims import errors
from mashangban.domains.claims.models import (
    TABLE,
    ClaimDeadlineRecord,
    ClaimRecord,
    HoldRecord,
    ObjectionRecord,
    SnapshotRecord,
)
from mashangban.domains.claims.repository import budgets, orders
from mashangban.domains.claims.repository.fuses import halts
from mashangban.domains.claims.rules.claim import Account, Claim, Said
from mashangban.domains.claims.rules.order import Order
from mashangban.domains.claims.terms import ClaimState, OrderKind, OrderState
from mashangban.kernel import clock, crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

_PLAIN = (
    "id", "number", "enterprise_id", "enterprise_name", "terms", "state", "step", "began_at", "updated_at",
    "amount_fen", "papers", "licences", "form", "charge_id", "hands", "panel", "supplemented", "shard", "attempt",
)  # fmt: skip
_ORDERS = {ClaimState.APPROVED: OrderKind.PAYMENT, ClaimState.RECOVERING: OrderKind.RECOVERY}
_SEALED = ("account", "note")


@dataclass(frozen=True, slots=True)
class Clocks:
    """What a step does to the clocks of a claim."""

    begins: tuple[Deadline, ...] = ()
    closes: tuple[str, ...] = ()
    pauses: tuple[tuple[str, str], ...] = ()
    resumes: tuple[str, ...] = ()
    settles: deadlines.Due | None = None


NO_CLOCKS = Clocks()


def get(claim_id: str, reach: Reach | None = None) -> Claim:
    """A claim. Raises UnknownClaim when there is none within reach."""
    try:
        found = _claim(ClaimRecord.get(f"CLAIM#{claim_id}", "CLAIM", consistent_read=True))
    except ClaimRecord.DoesNotExist as missing:
        raise errors.UnknownClaim() from missing
    if reach is not None and not reach.covers(found.place):
        raise errors.UnknownClaim()
    return found


def snapshot(claim_id: str) -> dict[str, Any]:
    """The edition and the facts that a claim was begun with. Raises UnknownClaim."""
    try:
        found = SnapshotRecord.get(f"CLAIM#{claim_id}", "SNAPSHOT", consistent_read=True)
    except SnapshotRecord.DoesNotExist as missing:
        raise errors.UnknownClaim() from missing
    content: dict[str, Any] = found.content
    return content


def sorts(claim_id: str) -> dict[str, str]:
    """What the enterprise was when its claim was begun (`Basis.sorts`); nothing where it was not noted."""
    try:
        return dict(snapshot(claim_id).get("sorts", {}))
    except errors.UnknownClaim:
        return {}


def at_desk(region: str, state: ClaimState, page: PageRequest) -> Page[Claim]:
    """An office's claims in a state, the longest waiting first."""
    return pagination.query(ClaimRecord, f"CLAIMS-AT#{region}#{state.value}", page, index="GSI1").map(_claim)


def of_enterprise(enterprise_id: str, page: PageRequest) -> Page[Claim]:
    """An enterprise's claims, the newest first."""
    found = pagination.query(ClaimRecord, f"CLAIMS-OF#{enterprise_id}", page, index="GSI2", newest_first=True)
    return found.map(_claim)


def clocks_of(one: Claim) -> list[Deadline]:
    """Every clock of a claim, in order."""
    found = deadline_items.of_subject(ClaimDeadlineRecord, one.subject)
    return sorted(found, key=lambda clock_: clock_.started_at)


def create(act: Act, new: Claim, content: dict[str, Any], event: Event, answer: Schema | None) -> None:
    """Write a new claim with its snapshot. Raises AlreadyClaimed, Exclusive."""
    refusals = (errors.AlreadyClaimed(), errors.Exclusive())
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.create(SnapshotRecord(new.subject.pk, "SNAPSHOT", content=content))
        for hold, refusal in zip(new.holds, refusals, strict=False):
            tx.create(HoldRecord(f"HOLD#{hold}", "HOLD", claim_id=new.id), otherwise=refusal)
        tx.answer(answer)


def move(
    act: Act, before: Claim, after: Claim, event: Event, answer: Schema | None, clocks: Clocks = NO_CLOCKS
) -> None:
    """Write one step with its clocks and its money. Raises ShardShort where a part of the line has not enough."""
    with Transaction(act, TABLE) as tx:
        _step(tx, before, after, event, clocks)
        tx.answer(answer)


def settle(
    act: Act,
    before: Claim,
    after: Claim,
    event: Event,
    order: Order,
    state: OrderState,
    reference: str,
    clocks: Clocks,
) -> None:
    """Write the treasury's word with what it does to the order."""
    with Transaction(act, TABLE) as tx:
        _step(tx, before, after, event, clocks)
        orders.settle(tx, order, state, reference, act.at)


def object_to(
    act: Act, before: Claim, after: Claim, event: Event, words: str, answer: Schema, clocks: Clocks
) -> None:
    """Write an objection with the step it makes."""
    said = ObjectionRecord(
        before.subject.pk,
        f"OBJECTION#{event.id}",
        GSI2PK=_objections_of(act.actor.person_id),
        GSI2SK=clock.to_text(act.at),
        person_id=act.actor.person_id,
        at=act.at,
        words=crypto.seal(words, _context(before.id, event.id)),
    )
    with Transaction(act, TABLE) as tx:
        _step(tx, before, after, event, clocks)
        tx.create(said)
        tx.answer(answer)


def objections(one: Claim) -> list[str]:
    """What was said against a claim, the first first."""
    found = ObjectionRecord.query(one.subject.pk, ObjectionRecord.SK.startswith("OBJECTION#"))
    return [crypto.unseal(said.words, _context(one.id, said.SK.partition("#")[2])) for said in found]


def objections_of(person_id: str) -> Iterator[Said]:
    """What somebody said against claims, the first first."""
    found = ObjectionRecord.query(_objections_of(person_id), index_name="GSI2")
    return (_said(record) for record in found)


def _said(record: ObjectionRecord) -> Said:
    claim_id, said_id = record.PK.partition("#")[2], record.SK.partition("#")[2]
    return Said(claim_id, record.at, crypto.unseal(record.words, _context(claim_id, said_id)))


def _objections_of(person_id: str) -> str:
    return f"OBJECTIONS-OF#{person_id}"


def _step(tx: Transaction, before: Claim, after: Claim, event: Event, clocks: Clocks) -> None:
    approves = after.shard is not None and before.shard is None
    free = halts.free_claim() if approves else None
    tx.amend(_record(before), event, _changed(before, after), condition=free)
    _set_clocks(tx, before, after, clocks)
    if after.state is not before.state and after.state in _ORDERS:
        orders.make(tx, after, _ORDERS[after.state])
    if approves and after.shard is not None:
        halts.require_free(tx, after, tx.act.actor)
        budgets.draw(tx, after.terms.policy_id, after.shard, after.amount_fen)
    if after.state.over and before.shard is not None:
        budgets.give_back(tx, before.terms.policy_id, before.shard, before.amount_fen)
    for hold in before.holds if after.state.over else ():
        tx.delete(HoldRecord(f"HOLD#{hold}", "HOLD"))


def _set_clocks(tx: Transaction, before: Claim, after: Claim, clocks: Clocks) -> None:
    own = clocks.settles.firing.deadline.kind if clocks.settles is not None else ""
    if clocks.settles is not None:
        clocks.settles.settle(tx)
    pauses, all_end = dict(clocks.pauses), after.state.over
    for one in clocks_of(before) if all_end or clocks.closes or pauses or clocks.resumes else ():
        if one.state is DeadlineState.CLOSED or one.kind == own:
            continue
        if all_end or one.kind in clocks.closes:
            deadlines.close(tx, ClaimDeadlineRecord, one)
        elif one.kind in pauses:
            deadlines.pause(tx, ClaimDeadlineRecord, one, pauses[one.kind])
        elif one.kind in clocks.resumes:
            deadlines.resume(tx, ClaimDeadlineRecord, one)
    for new in clocks.begins:
        deadlines.begin(tx, ClaimDeadlineRecord, new)


def _changed(before: Claim, after: Claim) -> list[Any]:
    """Only what differs: attributes we don't know of survive, and what is sealed is not sealed anew."""
    new = _stored(after)
    kept = {name for name in (*_PLAIN, *_SEALED) if getattr(before, name) == getattr(after, name)}
    moved = {name: value for name, value in new.items() if name not in kept and not name.startswith("GSI2")}
    return [
        getattr(ClaimRecord, name).remove() if value is None else getattr(ClaimRecord, name).set(value)
        for name, value in moved.items()
    ]


def _stored(one: Claim) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(one, name) for name in _PLAIN}
    account = json.dumps([one.account.bank, one.account.number, one.account.holder]) if one.account else ""
    return values | {
        "charge_id": one.charge_id or None,
        "account": crypto.seal(account, _context(one.id, "account")) if account else None,
        "note": crypto.seal(one.note, _context(one.id, "note")) if one.note else None,
        "GSI1PK": f"CLAIMS-AT#{one.terms.region}#{one.state.value}",
        "GSI1SK": f"{clock.to_text(one.updated_at)}#{one.id}",
        "GSI2PK": f"CLAIMS-OF#{one.enterprise_id}",
        "GSI2SK": f"{clock.to_text(one.began_at)}#{one.id}",
    }


def _record(one: Claim) -> ClaimRecord:
    return ClaimRecord(one.subject.pk, "CLAIM", **_stored(one))


def _claim(record: ClaimRecord) -> Claim:
    values: dict[str, Any] = {name: getattr(record, name) for name in _PLAIN}
    account = crypto.unseal(record.account, _context(record.id, "account")) if record.account else ""
    values |= {
        "charge_id": record.charge_id or "",
        "amount_fen": int(record.amount_fen),
        "attempt": int(record.attempt),
        "shard": int(values["shard"]) if values["shard"] is not None else None,
        "account": Account(*json.loads(account)) if account else None,
        "note": crypto.unseal(record.note, _context(record.id, "note")) if record.note else "",
        "stops_approval": tuple(sorted(record.stops_approval or ())),
        "stops_payment": tuple(sorted(record.stops_payment or ())),
        "version": int(record.version),
        "chain": record.chain,
    }
    return Claim(**values)


def _context(claim_id: str, field: str) -> str:
    return f"claims|{claim_id}|{field}"


def remember(act: Act, answer: Schema) -> None:
    """Keep the answer of a submission whose acts were written one by one."""
    with Transaction(act, TABLE) as tx:
        tx.answer(answer)
