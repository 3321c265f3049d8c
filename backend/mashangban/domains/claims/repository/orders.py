"""Orders to the treasury: made in the claim's transaction, asked about until done, matched by statements."""

import json
import zlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from pynamodb.exceptions import UpdateError

from mashangban.domains.claims.models import TABLE, BookRecord, OrderRecord, ReportRecord
from mashangban.domains.claims.rules.claim import Account, Claim
from mashangban.domains.claims.rules.order import Order, Report, wait_after
from mashangban.domains.claims.terms import OrderKind, OrderState
from mashangban.kernel import clock, crypto, pagination, queues
from mashangban.kernel.acts import Act
from mashangban.kernel.dynamodb import Gsi1
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Event
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

SHARDS = 4
_ROUND = "ROUND"
_MOST_BOOKS = 50
_REFUSED = "ConditionalCheckFailedException"


def current(one: Claim, kind: OrderKind) -> Order | None:
    """The order of a claim's present attempt."""
    try:
        record = OrderRecord.get(one.subject.pk, _sort(kind, one.attempt), consistent_read=True)
    except OrderRecord.DoesNotExist:
        return None
    return _order(record)


def by_keys(keys: Iterable[str]) -> dict[str, Order]:
    """Orders of ours by the treasury's keys."""
    wanted = [place for key in keys if (place := _place(key)) is not None]
    return {found.key: found for found in map(_order, OrderRecord.batch_get(wanted, consistent_read=True))}


def unseen(book: str, before: datetime) -> list[Order]:
    """What was done before an instant and no statement has shown."""
    where = Gsi1.GSI1SK < clock.to_text(before)  # noqa: SIM300 - an attribute in capitals, no constant
    return [_order(one) for one in OrderRecord.query(f"UNSEEN#{book}", where, index_name="GSI1")]


def due(shard: int, now: datetime, most: int) -> list[str]:
    """Claims of one shard about whose order the treasury is to be asked."""
    return [one.claim_id for one in queues.due(OrderRecord, f"WORK#{shard}", now, most)]


def make(tx: Transaction, one: Claim, kind: OrderKind) -> None:
    """Write the order of an attempt within the act that asks for it; an attempt has one."""
    assert one.account is not None, "nothing is approved without an account"
    new = Order(one.id, kind, one.attempt, one.amount_fen, one.terms.region[:2], one.account)
    tx.create(_record(new, GSI3PK=_work(one.id), GSI3SK=clock.to_text(tx.act.at)))


def settle(tx: Transaction, order: Order, state: OrderState, reference: str, at: datetime) -> None:
    """Write an outcome within the act that brings it."""
    actions: list[Any] = [OrderRecord.state.set(state), OrderRecord.reference.set(reference)]
    if state is OrderState.DONE:
        actions += [OrderRecord.GSI1PK.set(f"UNSEEN#{order.book}"), OrderRecord.GSI1SK.set(clock.to_text(at))]
    if state is not OrderState.OPEN:
        actions += [OrderRecord.GSI3PK.remove(), OrderRecord.GSI3SK.remove()]
    if state is OrderState.RETURNED:
        actions += [OrderRecord.GSI1PK.remove(), OrderRecord.GSI1SK.remove()]
    tx.update(_key(order), actions)


def note_try(order: Order, at: datetime) -> None:
    """Note, before the treasury hears of it, that it may have. Raises Stale when another run has it in hand."""
    kind: Any = OrderRecord
    again = clock.to_text(at + wait_after(order.tries))
    actions: list[Any] = [OrderRecord.tries.set(order.tries + 1), OrderRecord.GSI3SK.set(again)]
    try:
        _key(order).update(actions, condition=(kind.tries == order.tries) & (kind.state == OrderState.OPEN))
    except UpdateError as refused:
        if refused.cause_response_code == _REFUSED:
            raise Stale() from refused
        raise


def put_off(order: Order, until: datetime) -> None:
    """Look at an order that stands still at another time."""
    _key(order).update([OrderRecord.GSI3SK.set(clock.to_text(until))])


def keep_book(tx: Transaction, book: str) -> None:
    """From the first budget line on, a province's statement is read each day."""
    at = clock.to_text(tx.act.at)
    kind: Any = BookRecord
    tx.upsert(
        BookRecord(f"TREASURY#{book}", "BOOK"),
        [
            kind.sequence.set(kind.sequence | 0),
            kind.GSI3PK.set(kind.GSI3PK | _ROUND),
            kind.GSI3SK.set(kind.GSI3SK | at),
        ],
    )


def books_due(now: datetime) -> list[str]:
    """Books whose statement is to be read: each province has one, each day."""
    found = queues.due(BookRecord, _ROUND, now, _MOST_BOOKS, astray=timedelta(days=2))
    return [str(one.PK).partition("#")[2] for one in found]


def read_until(book: str) -> int:
    """How far a book's statement was read."""
    try:
        return int(BookRecord.get(f"TREASURY#{book}", "BOOK", consistent_read=True).sequence)
    except BookRecord.DoesNotExist:
        return 0


def show(order: Order, seen_fen: int, until: int, *, agrees: bool) -> None:
    """Note what the statement has shown of an order so far; noting it twice changes nothing."""
    actions: list[Any] = [OrderRecord.seen_fen.set(seen_fen), OrderRecord.seen_until.set(until)]
    if agrees:
        actions += [OrderRecord.GSI1PK.remove(), OrderRecord.GSI1SK.remove()]
    _key(order).update(actions)


def report(act: Act, new: Report, event: Event, before: int, until: int, next_at: datetime) -> None:
    """Write a reconciliation with how far was read. Raises Stale for a second reader."""
    kind: Any = BookRecord
    moves = [BookRecord.sequence.set(until), BookRecord.GSI3SK.set(clock.to_text(next_at))]
    with Transaction(act, TABLE) as tx:
        tx.update(BookRecord(f"TREASURY#{new.book}", "BOOK"), moves, condition=kind.sequence == before)
        tx.create(_report_record(new), event)


def reports(book: str, page: PageRequest) -> Page[Report]:
    """A book's reconciliations, the newest first."""
    return pagination.query(ReportRecord, f"REPORTS#{book}", page, index="GSI1", newest_first=True).map(
        _report
    )


def _sort(kind: OrderKind, attempt: int) -> str:
    return f"ORDER#{kind.value}#{attempt}"


def _place(key: str) -> tuple[str, str] | None:
    claim_id, _, attempt = key.partition(".")
    kind = OrderKind.RECOVERY if attempt.startswith("r") else OrderKind.PAYMENT
    number = attempt.removeprefix("r")
    return (f"CLAIM#{claim_id}", _sort(kind, int(number))) if number.isdecimal() else None


def _work(claim_id: str) -> str:
    return f"WORK#{zlib.crc32(claim_id.encode()) % SHARDS}"


def _key(one: Order) -> OrderRecord:
    return OrderRecord(f"CLAIM#{one.claim_id}", _sort(one.kind, one.attempt))


def _record(one: Order, **index: Any) -> OrderRecord:
    account = json.dumps([one.account.bank, one.account.number, one.account.holder])
    return OrderRecord(
        f"CLAIM#{one.claim_id}",
        _sort(one.kind, one.attempt),
        claim_id=one.claim_id,
        order_kind=one.kind,
        attempt=one.attempt,
        amount_fen=one.amount_fen,
        book=one.book,
        account=crypto.seal(account, f"claims|{one.key}|account"),
        state=one.state,
        tries=one.tries,
        **index,
    )


def _order(record: OrderRecord) -> Order:
    bare = Order(record.claim_id, record.order_kind, int(record.attempt), 0, "", Account("", "", ""))
    account = json.loads(crypto.unseal(record.account, f"claims|{bare.key}|account"))
    return Order(
        record.claim_id,
        record.order_kind,
        int(record.attempt),
        int(record.amount_fen),
        record.book,
        Account(*account),
        record.state,
        int(record.tries),
        record.reference or "",
        int(record.seen_fen or 0),
        int(record.seen_until or 0),
    )


def _report_record(one: Report) -> ReportRecord:
    return ReportRecord(
        one.subject.pk,
        "REPORT",
        GSI1PK=f"REPORTS#{one.book}",
        GSI1SK=one.id,
        id=one.id,
        book=one.book,
        at=one.at,
        entries=one.entries,
        ours_fen=one.ours_fen,
        treasury_fen=one.treasury_fen,
        gaps=one.gaps,
    )


def _report(record: ReportRecord) -> Report:
    return Report(
        record.id,
        record.book,
        record.at,
        int(record.entries),
        int(record.ours_fen),
        int(record.treasury_fen),
        record.gaps,
        int(record.version),
        record.chain,
    )
