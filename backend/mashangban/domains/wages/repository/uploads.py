"""Uploaded sheets: the job, its progress, its errors, and the one transaction that lets it count."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from pynamodb.expressions.update import Action

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.errors import DeadlineMissing
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.wages import errors
from mashangban.domains.wages.models import (
    TABLE,
    FileRecord,
    ProgressRecord,
    RowsRecord,
    UploadErrorsRecord,
    UploadRecord,
    WagesDeadlineRecord,
)
from mashangban.domains.wages.repository import tables
from mashangban.domains.wages.rules.table import Table
from mashangban.domains.wages.rules.uploads import Upload
from mashangban.domains.wages.terms import UploadState
from mashangban.kernel import objects, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction
from mashangban.registry.rules.columns import RowError

ERRORS_A_PAGE = 200
STAGED_KIND = "wages.staged"
_KEPT = timedelta(days=30)
_FIELDS = tuple(name for name in Upload.__dataclass_fields__ if name not in {"id", "version", "chain"})
_MOVING = ("state", "rows", "chunks", "errors", "fen", "blocked", "foremen", "root")
_NUMBERS = {"rows", "chunks", "errors", "fen", "blocked"}


def upload(upload_id: str) -> Upload:
    """An upload (consistent). Raises NotFound."""
    try:
        return _to_upload(UploadRecord.get(f"PAYUPLOAD#{upload_id}", "UPLOAD", consistent_read=True))
    except UploadRecord.DoesNotExist as missing:
        raise NotFound() from missing


def of_table(table_id: str, page: PageRequest) -> Page[Upload]:
    """A table's uploads, newest first."""
    found = pagination.query(UploadRecord, f"UPLOADS#{table_id}", page, index="GSI1", newest_first=True)
    return found.map(_to_upload)


def create(act: Act, new: Upload, event: Event, answer: Schema | None) -> None:
    """Take a sheet in."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.answer(answer)


def advance(
    act: Act,
    before: Upload,
    after: Upload,
    event: Event,
    answer: Schema | None = None,
    *,
    begins: Deadline | None = None,
    settles: deadlines.Due | None = None,
) -> None:
    """Move a job on; a staged sheet waits for its decision until a deadline. Raises Stale."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, _actions(after))
        if begins is not None:
            deadlines.begin(tx, WagesDeadlineRecord, begins)
        elif settles is not None:
            settles.settle(tx)
        else:
            _end_waiting(tx, before)
        tx.answer(answer)


def apply(
    act: Act,
    moved: tuple[Upload, Upload, Event],
    table: tuple[Table, Table, Event],
    answer: Schema | None,
) -> None:
    """Let a sheet's rows become the table's rows: everything or nothing. Raises SameFile, Stale."""
    before, after, event = moved
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, _actions(after))
        tables.amend(tx, *table)
        tx.create(_fingerprint(table[1], after), otherwise=errors.SameFile())
        _end_waiting(tx, before)
        tx.answer(answer)


def same_file(table: Table, sha256: str) -> bool:
    """Whether this very file counts already for this employer at this project, in whatever month."""
    key = _fingerprint_key(table, sha256)
    return any(True for _ in FileRecord.batch_get([(key, "FILE")], consistent_read=True))


def free_files(tx: Transaction, table: Table) -> None:
    """The sheets of a table that is given up count no more: each may be taken in again."""
    page = pagination.PageRequest(limit=pagination.MAX_LIMIT)
    for one in of_table(table.id, page).items:
        if one.state is UploadState.APPLIED:
            tx.delete(_fingerprint(table, one), condition=FileRecord.upload_id == one.id)


def note_progress(upload_id: str, done: int, total: int, chunks: int, at: datetime) -> None:
    """How far the checking is; chunks of rows that lie staged are not staged again."""
    ProgressRecord(
        f"PAYUPLOAD#{upload_id}", "PROGRESS", done=done, total=total, chunks=chunks, expires_at=_expiry(at)
    ).save()


def progress(upload_id: str) -> tuple[int, int, int]:
    """Rows done, rows in all, chunks staged."""
    try:
        found = ProgressRecord.get(f"PAYUPLOAD#{upload_id}", "PROGRESS", consistent_read=True)
    except ProgressRecord.DoesNotExist:
        return 0, 0, 0
    return int(found.done), int(found.total), int(found.chunks)


def write_errors(upload_id: str, found: Sequence[RowError], at: datetime) -> None:
    """Keep what is wrong, a few hundred rows an item."""
    pages = [found[start : start + ERRORS_A_PAGE] for start in range(0, len(found), ERRORS_A_PAGE)]
    with UploadErrorsRecord.batch_write() as batch:
        for number, page in enumerate(pages):
            raw: list[list[Any]] = [[one.row, one.column, one.message] for one in page]
            pk, sk = f"PAYUPLOAD#{upload_id}", f"ERRORS#{number:04d}"
            batch.save(UploadErrorsRecord(pk, sk, errors=raw, expires_at=_expiry(at)))


def errors_of(upload_id: str) -> Iterator[RowError]:
    """What is wrong, by row."""
    key: Any = UploadErrorsRecord.SK
    for page in UploadErrorsRecord.query(f"PAYUPLOAD#{upload_id}", key.startswith("ERRORS#")):
        yield from (RowError(*raw) for raw in page.errors)


def keep_content(upload_id: str, content: bytes) -> None:
    """Keep a posted sheet; the bucket's lifecycle rule clears this prefix."""
    objects.client().put_object(
        Bucket=objects.bucket(),
        Key=f"wages/incoming/{upload_id}",
        Body=content,
        ContentType="application/octet-stream",
    )


def content(upload_id: str) -> bytes:
    """A posted sheet."""
    found = objects.client().get_object(Bucket=objects.bucket(), Key=f"wages/incoming/{upload_id}")
    body: bytes = found["Body"].read()
    return body


def drop_rows(version: str, chunks: int) -> None:
    """Sweep a version of rows that no table names any more."""
    with RowsRecord.batch_write() as batch:
        for number in range(chunks):
            batch.delete(RowsRecord(f"ROWS#{version}#{number:04d}", "ROWS"))


def _end_waiting(tx: Transaction, of: Upload) -> None:
    try:
        stored = deadline_items.get(WagesDeadlineRecord, of.subject, STAGED_KIND)
    except DeadlineMissing:
        return
    if stored.state is not DeadlineState.CLOSED:
        deadlines.close(tx, WagesDeadlineRecord, stored)


def _fingerprint(table: Table, of: Upload) -> FileRecord:
    return FileRecord(_fingerprint_key(table, of.sha256), "FILE", upload_id=of.id)


def _fingerprint_key(table: Table, sha256: str) -> str:
    return f"FILE#{table.project.id}#{table.employer.id}#{sha256}"


def _record(one: Upload) -> UploadRecord:
    values = {name: getattr(one, name) for name in _FIELDS}
    return UploadRecord(
        one.subject.pk,
        "UPLOAD",
        GSI1PK=f"UPLOADS#{one.table_id}",
        GSI1SK=one.id,
        **values | {"root": one.root or None},
    )


def _actions(after: Upload) -> list[Action]:
    actions: list[Action] = []
    for name in _MOVING:
        value = getattr(after, name)
        attribute: Any = getattr(UploadRecord, name)
        actions.append(attribute.set(value) if value != "" else attribute.remove())
    return actions


def _to_upload(record: UploadRecord) -> Upload:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: int(values[name]) for name in _NUMBERS} | {"root": record.root or ""}
    identity = str(record.PK).removeprefix("PAYUPLOAD#")
    return Upload(id=identity, version=int(record.version), chain=record.chain, **values)


def _expiry(at: datetime) -> int:
    return int((at + _KEPT).timestamp())
