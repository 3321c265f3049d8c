"""People's own cards, who else holds the same one, and which the bank is to be asked about."""

import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pynamodb.exceptions import UpdateError

from mashangban.domains.payments.models import TABLE, HoldingRecord, PayeeRecord
from mashangban.domains.payments.rules.payee import Holding, Payee
from mashangban.kernel import clock, crypto, queues
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.transaction import Transaction

SHARDS = 4
_PLAIN = ("name_masked", "bank", "state", "registered_at", "check_at")


@dataclass(frozen=True, slots=True)
class Move:
    """One payee before (None: new) and after, with the event that says why."""

    before: Payee | None
    after: Payee
    event: Event


def payee(person_id: str) -> Payee | None:
    """A person's card, removed ones included; None for someone who never named one."""
    try:
        return _to_payee(PayeeRecord.get(f"PAYEE#{person_id}", "PAYEE", consistent_read=True))
    except PayeeRecord.DoesNotExist:
        return None


def payees(person_ids: list[str]) -> dict[str, Payee]:
    """Several by person; who never named a card is left out."""
    keys = [(f"PAYEE#{one}", "PAYEE") for one in dict.fromkeys(person_ids)]
    return {one.person_id: one for one in map(_to_payee, PayeeRecord.batch_get(keys, consistent_read=True))}


def hash_of(card: str) -> str:
    """The keyed hash a card is found by."""
    return crypto.keyed_hash("bank-card", card)


def holding(card_hash: str) -> Holding:
    """Who named a card as theirs."""
    try:
        record = HoldingRecord.get(f"CARD#{card_hash}", "CARD", consistent_read=True)
    except HoldingRecord.DoesNotExist:
        return Holding(card_hash)
    return Holding(card_hash, record.holders, int(record.revision))


def save(act: Act, moves: list[Move], holdings: list[Holding], answer: Schema | None) -> None:
    """Write the caller's card, the cards' holders and the other people whose state turned, or nothing."""
    with Transaction(act, TABLE) as tx:
        for move in moves:
            _write(tx, move)
        for one in holdings:
            _hold(tx, one)
        tx.answer(answer)


def due(shard: int, until: datetime, most: int) -> list[str]:
    """The people of one shard whose card the clock shall ask about, the longest waiting first."""
    found = queues.due(PayeeRecord, f"CHECK#{shard}", until, most)
    return [record.PK.removeprefix("PAYEE#") for record in found]


def put_off(before: Payee, after: Payee) -> None:
    """Let the clock come back, without an event: nothing happened. A card that was changed meanwhile is left alone."""
    actions = changes(PayeeRecord, _stored(before), _stored(after))
    record = PayeeRecord(before.subject.pk, "PAYEE")
    with suppress(UpdateError):
        record.update(actions=actions, condition=PayeeRecord.version == before.version)


def _write(tx: Transaction, move: Move) -> None:
    record = PayeeRecord(move.after.subject.pk, "PAYEE", **_stored(move.after))
    if move.before is None:
        tx.create(record, move.event)
    else:
        tx.amend(record, move.event, changes(PayeeRecord, _stored(move.before), _stored(move.after)))


def _hold(tx: Transaction, after: Holding) -> None:
    """`after` carries the revision it was read at: whoever was faster makes us read and decide again."""
    revision: Any = HoldingRecord.revision
    unseen = HoldingRecord.PK.does_not_exist()
    record = HoldingRecord(
        f"CARD#{after.card_hash}", "CARD", holders=after.holders, revision=after.revision + 1
    )
    tx.put(record, condition=unseen if after.revision == 0 else revision == after.revision)


def _context(person_id: str) -> str:
    return f"payments|{person_id}|card"


def _stored(one: Payee) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(one, name) for name in _PLAIN}
    shard = f"CHECK#{zlib.crc32(one.person_id.encode()) % SHARDS}"
    return values | {
        "card": crypto.seal(one.card, _context(one.person_id)),
        "tries": one.tries or None,
        "GSI3PK": shard if one.check_at else None,
        "GSI3SK": clock.to_text(one.check_at) if one.check_at else None,
    }


def _to_payee(record: PayeeRecord) -> Payee:
    person_id = str(record.PK).removeprefix("PAYEE#")
    values: dict[str, Any] = {name: getattr(record, name) for name in _PLAIN}
    card = crypto.unseal(record.card, _context(person_id))
    return Payee(
        person_id=person_id,
        card=card,
        tries=int(record.tries or 0),
        version=int(record.version),
        chain=record.chain,
        **values,
    )
