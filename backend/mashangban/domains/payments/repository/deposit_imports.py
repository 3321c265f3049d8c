"""Sheets of deposits: all rows with the file's own mark in one transaction, and what was wrong for a while."""

from datetime import timedelta

from mashangban.domains.payments import errors
from mashangban.domains.payments.models import TABLE, DepositFileRecord, DepositImportRecord
from mashangban.domains.payments.repository import deposits
from mashangban.domains.payments.rules.deposit import Deposit
from mashangban.domains.payments.rules.deposit_sheet import Brought
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.transaction import Transaction

_KEPT = timedelta(days=30)


def keep(act: Act, brought: Brought, rows: list[tuple[Deposit, Event]], answer: Schema) -> None:
    """Enter every row and mark the file as taken in; without rows only what was wrong is kept. Raises SheetAlreadyIn,
    DepositExists."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(brought))
        if rows:
            mark = DepositFileRecord(_file(brought.sha256), "FILE", import_id=brought.id)
            tx.create(mark, otherwise=errors.SheetAlreadyIn())
        for one, event in rows:
            deposits.enter(tx, one, event)
        tx.answer(answer)


def same_file(sha256: str) -> bool:
    """Whether this very file was taken in already."""
    return any(True for _ in DepositFileRecord.batch_get([(_file(sha256), "FILE")], consistent_read=True))


def find(import_id: str) -> Brought | None:
    """What became of a sheet; forgotten after a month."""
    try:
        found = DepositImportRecord.get(f"DEPOSIT-IMPORT#{import_id}", "IMPORT", consistent_read=True)
    except DepositImportRecord.DoesNotExist:
        return None
    parts = (found.filename, found.sha256, found.person_id, found.at, int(found.rows), found.errors)
    return Brought(import_id, *parts)


def _file(sha256: str) -> str:
    return f"DEPOSIT-FILE#{sha256}"


def _record(one: Brought) -> DepositImportRecord:
    return DepositImportRecord(
        f"DEPOSIT-IMPORT#{one.id}",
        "IMPORT",
        filename=one.filename,
        sha256=one.sha256,
        person_id=one.person_id,
        at=one.at,
        rows=one.rows,
        errors=one.errors,
        expires_at=int((one.at + _KEPT).timestamp()),
    )
