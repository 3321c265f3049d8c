"""Wage accounts, the bank's own word on them, and reports of what was compared."""

import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from pynamodb.exceptions import PutError, UpdateError
from pynamodb.expressions.update import Action

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.domains.payments import errors
from mashangban.domains.payments.models import (
    TABLE,
    AccountNumberRecord,
    AccountRecord,
    EntryRecord,
    MirrorRecord,
    PaymentsDeadlineRecord,
    ReportRecord,
    RoundRecord,
)
from mashangban.domains.payments.rules.account import Account, Mirror
from mashangban.domains.payments.rules.reconciling import Entry, Report
from mashangban.domains.payments.terms import AccountState
from mashangban.kernel import clock, crypto, pagination, queues
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

SHARDS = 4
ROUND = timedelta(hours=1)
_PLAIN = (
    "project", "region", "contractor", "bank", "pay_day", "state", "opened_at", "funding_month", "notice_from",
    "closed_at",
)  # fmt: skip
_ENTRY = ("sequence", "amount_fen", "key", "note", "balance_fen", "at")
_REPORT = ("at", "entries", "transfers", "ours_fen", "bank_fen", "gaps")


def find(project_id: str) -> Account | None:
    """A project's wage account, closed ones included."""
    try:
        return _to_account(AccountRecord.get(f"ACCOUNT#{project_id}", "ACCOUNT", consistent_read=True))
    except AccountRecord.DoesNotExist:
        return None


def account(project_id: str, reach: Reach | None = None) -> Account:
    """A project's wage account. Raises NotFound when there is none within reach."""
    found = find(project_id)
    if found is None:
        raise NotFound()
    if reach is not None:
        reach.require(found.place)
    return found


def of_county(region: str, state: AccountState | None, page: PageRequest) -> Page[Account]:
    """A county's accounts by state and project name."""
    key: Any = AccountRecord.GSI1SK
    where = key.startswith(f"{state.value}#") if state else None
    found = pagination.query(AccountRecord, f"ACCOUNTS#{region}", page, index="GSI1", where=where)
    return found.map(_to_account)


def of_contractor(enterprise_id: str, page: PageRequest) -> Page[Account]:
    """A general contractor's accounts by project name."""
    pk = f"CONTRACTOR-ACCOUNTS#{enterprise_id}"
    return pagination.query(AccountRecord, pk, page, index="GSI2").map(_to_account)


def open_account(
    act: Act, new: Account, mirror: Mirror, event: Event, funding: Deadline, answer: Schema
) -> None:
    """Write a new account with its first balance and funding deadline. Raises AccountExists, AccountBound."""
    number = f"ACCOUNT-NUMBER#{crypto.keyed_hash('wage-account', new.number)}"
    holds = AccountNumberRecord(number, "ACCOUNT-NUMBER", project_id=new.project.id)
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event, otherwise=errors.AccountExists())
        tx.create(holds, otherwise=errors.AccountBound())
        tx.put(_mirror_record(new.project.id, mirror))
        tx.put(_round(new.project.id, act.at + ROUND))
        deadlines.begin(tx, PaymentsDeadlineRecord, funding)
        tx.answer(answer)


def move(
    act: Act,
    before: Account,
    after: Account,
    event: Event,
    answer: Schema | None = None,
    *,
    begins: Deadline | None = None,
    closes: Deadline | None = None,
    settles: deadlines.Due | None = None,
) -> None:
    """Write one step of an account's life with the deadlines it starts and ends."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, changes(AccountRecord, _stored(before), _stored(after)))
        if settles is not None:
            settles.settle(tx)
        if closes is not None:
            deadlines.close(tx, PaymentsDeadlineRecord, closes)
        if begins is not None:
            deadlines.begin(tx, PaymentsDeadlineRecord, begins)
        tx.answer(answer)


def remember(act: Act, answer: Schema) -> None:
    """Keep the answer of a submission that changed no subject."""
    with Transaction(act, TABLE) as tx:
        tx.answer(answer)


def mirror(project_id: str) -> Mirror | None:
    """The bank's last word on an account."""
    try:
        record = MirrorRecord.get(f"ACCOUNT#{project_id}", "BALANCE", consistent_read=True)
    except MirrorRecord.DoesNotExist:
        return None
    return Mirror(int(record.balance_fen), record.at, int(record.sequence))


def keep_mirror(project_id: str, seen: Mirror) -> None:
    """Keep a newer word of the bank; an older one that comes late changes nothing (`clock.outdated`)."""
    at: Any = MirrorRecord.at
    newer = MirrorRecord.PK.does_not_exist() | (at <= seen.at) | (at > clock.now())
    try:
        _mirror_record(project_id, seen).save(condition=newer)
    except PutError as refused:
        if refused.cause_response_code != "ConditionalCheckFailedException":
            raise


def rounds(shard: int, until: datetime, most: int) -> list[tuple[str, datetime]]:
    """The accounts of one shard whose turn has come, with the instant it came."""
    found = queues.due(RoundRecord, f"ROUND#{shard}", until, most)
    return [(str(one.PK).removeprefix("ACCOUNT#"), clock.from_text(one.GSI3SK)) for one in found]


def claim_round(project_id: str, seen: datetime, next_at: datetime | None) -> bool:
    """Take an account's turn and set the next one (None: never again); False when another run was faster."""
    came: Any = RoundRecord.GSI3SK
    record = RoundRecord(f"ACCOUNT#{project_id}", "ROUND")
    actions: list[Action] = (
        [RoundRecord.GSI3SK.set(clock.to_text(next_at))]
        if next_at
        else [RoundRecord.GSI3PK.remove(), RoundRecord.GSI3SK.remove()]
    )
    try:
        record.update(actions=actions, condition=came == clock.to_text(seen))
    except UpdateError as refused:
        if refused.cause_response_code == "ConditionalCheckFailedException":
            return False
        raise
    return True


def keep_entry(project_id: str, entry: Entry) -> None:
    """Keep a line of the statement; the same line again is the same item."""
    values = {name: getattr(entry, name) for name in _ENTRY}
    sk = f"ENTRY#{entry.sequence:09d}"
    EntryRecord(f"ACCOUNT#{project_id}", sk, entry_kind=entry.kind, **values).save()


def entries(project_id: str) -> Iterator[Entry]:
    """The whole statement, oldest first (every page)."""
    key: Any = EntryRecord.SK
    found = EntryRecord.query(f"ACCOUNT#{project_id}", key.startswith("ENTRY#"), consistent_read=True)
    return (_to_entry(record) for record in found)


def page_of_entries(project_id: str, page: PageRequest) -> Page[Entry]:
    """The statement, newest first."""
    key: Any = EntryRecord.SK
    where = key.startswith("ENTRY#")
    found = pagination.query(EntryRecord, f"ACCOUNT#{project_id}", page, where=where, newest_first=True)
    return found.map(_to_entry)


def keep_report(project_id: str, report: Report) -> None:
    """Keep a reconciliation."""
    values = {name: getattr(report, name) for name in _REPORT}
    ReportRecord(f"ACCOUNT#{project_id}", f"REPORT#{clock.to_text(report.at)}", **values).save()


def last_report(project_id: str) -> Report | None:
    """The newest reconciliation."""
    key: Any = ReportRecord.SK
    found = ReportRecord.query(
        f"ACCOUNT#{project_id}", key.startswith("REPORT#"), scan_index_forward=False, limit=1
    )
    record = next(iter(found), None)
    return Report(**{name: getattr(record, name) for name in _REPORT}) if record else None


def _round(project_id: str, at: datetime) -> RoundRecord:
    shard = zlib.crc32(project_id.encode()) % SHARDS
    return RoundRecord(f"ACCOUNT#{project_id}", "ROUND", GSI3PK=f"ROUND#{shard}", GSI3SK=clock.to_text(at))


def _mirror_record(project_id: str, seen: Mirror) -> MirrorRecord:
    return MirrorRecord(
        f"ACCOUNT#{project_id}", "BALANCE", balance_fen=seen.balance_fen, at=seen.at, sequence=seen.sequence
    )


def _to_entry(record: EntryRecord) -> Entry:
    values: dict[str, Any] = {name: getattr(record, name) for name in _ENTRY}
    return Entry(kind=record.entry_kind, **values)


def _context(project_id: str) -> str:
    return f"payments|{project_id}|account"


def _stored(one: Account) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(one, name) for name in _PLAIN}
    return values | {
        "funding_month": one.funding_month or None,
        "GSI1PK": f"ACCOUNTS#{one.region}",
        "GSI1SK": f"{one.state.value}#{one.project.name}",
        "GSI2PK": f"CONTRACTOR-ACCOUNTS#{one.contractor.id}",
        "GSI2SK": one.project.name,
    }


def _record(one: Account) -> AccountRecord:
    number = crypto.seal(one.number, _context(one.project.id))
    return AccountRecord(one.subject.pk, "ACCOUNT", number=number, **_stored(one))


def _to_account(record: AccountRecord) -> Account:
    values: dict[str, Any] = {name: getattr(record, name) for name in _PLAIN}
    number = crypto.unseal(record.number, _context(record.project.id))
    values |= {"funding_month": record.funding_month or "", "pay_day": int(record.pay_day)}
    return Account(number=number, version=int(record.version), chain=record.chain, **values)
