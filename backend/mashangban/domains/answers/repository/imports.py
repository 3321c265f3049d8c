"""Bulk imports: the job, its staged rows, its errors, the fingerprint of a file that counts."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from mashangban.domains.answers import errors
from mashangban.domains.answers.models import TABLE
from mashangban.domains.answers.models.imports import (
    FileRecord,
    ImportRecord,
    RowErrorsRecord,
    StagedRecord,
)
from mashangban.domains.answers.rules.imports import Import, Row
from mashangban.kernel import crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction
from mashangban.registry.rules.columns import RowError

_ERRORS_A_PAGE = 200
_KEPT = timedelta(days=30)


def get(import_id: str, reach: Reach | None = None) -> Import:
    """An import. Raises NotFound when there is none within reach."""
    try:
        found = _import(ImportRecord.get(f"ANSWERIMPORT#{import_id}", "IMPORT", consistent_read=True))
    except ImportRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if reach is not None:
        reach.require(found.place)
    return found


def of_region(region: str, page: PageRequest) -> Page[Import]:
    """The imports of a region's office, the newest first."""
    found = pagination.query(
        ImportRecord, f"ANSWERIMPORTS-OF#{region}", page, index="GSI1", newest_first=True
    )
    return found.map(_import)


def same_file(one: Import) -> bool:
    """Whether this very file counts already for this office."""
    return any(True for _ in FileRecord.batch_get([(_file_pk(one), "FILE")], consistent_read=True))


def create(act: Act, new: Import, event: Event, answer: Schema) -> None:
    """Take a checked file in."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.answer(answer)


def advance(act: Act, before: Import, after: Import, event: Event, answer: Schema | None = None) -> None:
    """Move a job on. Raises Stale when somebody was faster."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        tx.answer(answer)


def activate(act: Act, before: Import, after: Import, event: Event, answer: Schema) -> None:
    """Let a checked file count; its fingerprint is kept for good. Raises SameFile, Stale."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        tx.create(FileRecord(_file_pk(after), "FILE", import_id=after.id), otherwise=errors.SameFile())
        tx.answer(answer)


def stage(import_id: str, chunks: Sequence[Sequence[Row]], at: datetime) -> None:
    """Lay checked rows down; every chunk is its own partition, so that writing spreads."""
    for number, rows in enumerate(chunks):
        pk = _staged_pk(import_id, number)
        body = crypto.seal(json.dumps(list(rows), ensure_ascii=False), f"answers|{pk}|body")
        StagedRecord(pk, "ROWS", body=body, expires_at=_expiry(at)).save()


def staged(import_id: str, chunk: int) -> list[dict[str, Any]]:
    """The rows of a chunk."""
    pk = _staged_pk(import_id, chunk)
    record = StagedRecord.get(pk, "ROWS", consistent_read=True)
    rows: list[dict[str, Any]] = json.loads(crypto.unseal(record.body, f"answers|{pk}|body"))
    return rows


def drop_staged(one: Import) -> None:
    """Nobody needs the rows any more."""
    with StagedRecord.batch_write() as batch:
        for number in range(one.chunks):
            batch.delete(StagedRecord(_staged_pk(one.id, number), "ROWS"))


def write_errors(import_id: str, found: Sequence[RowError], at: datetime) -> None:
    """Keep what is wrong, a few hundred rows an item."""
    pages = [found[start : start + _ERRORS_A_PAGE] for start in range(0, len(found), _ERRORS_A_PAGE)]
    with RowErrorsRecord.batch_write() as batch:
        for number, page in enumerate(pages):
            raw: list[list[Any]] = [[one.row, one.column, one.message] for one in page]
            pk, sk = f"ANSWERIMPORT#{import_id}", f"ERRORS#{number:04d}"
            batch.save(RowErrorsRecord(pk, sk, wrong=raw, expires_at=_expiry(at)))


def errors_of(import_id: str) -> Iterator[RowError]:
    """What is wrong, by row."""
    key: Any = RowErrorsRecord.SK
    for page in RowErrorsRecord.query(f"ANSWERIMPORT#{import_id}", key.startswith("ERRORS#")):
        yield from (RowError(*raw) for raw in page.wrong)


def _amend(tx: Transaction, before: Import, after: Import, event: Event) -> None:
    actions = [
        ImportRecord.state.set(after.state),
        ImportRecord.chunks_done.set(after.chunks_done),
        ImportRecord.skipped.set(after.skipped),
        *([ImportRecord.reviewer_id.set(after.reviewer_id)] if after.reviewer_id else []),
    ]
    tx.amend(_record(before), event, actions)


def _file_pk(one: Import) -> str:
    return f"ANSWERFILE#{one.region}#{one.sha256}"


def _staged_pk(import_id: str, chunk: int) -> str:
    return f"ANSWERSTAGED#{import_id}#{chunk:04d}"


def _expiry(at: datetime) -> int:
    return int((at + _KEPT).timestamp())


def _record(one: Import) -> ImportRecord:
    return ImportRecord(
        one.subject.pk,
        "IMPORT",
        GSI1PK=f"ANSWERIMPORTS-OF#{one.region}",
        GSI1SK=one.id,
        region=one.region or None,
        filename=one.filename or None,
        sha256=one.sha256,
        person_id=one.person_id,
        state=one.state,
        received_at=one.received_at,
        rows=one.rows,
        errors=one.errors,
        chunks=one.chunks,
        chunks_done=one.chunks_done,
        skipped=one.skipped,
        reviewer_id=one.reviewer_id or None,
        version=one.version,
        chain=one.chain,
    )


def _import(record: ImportRecord) -> Import:
    return Import(
        str(record.PK).partition("#")[2],
        record.region or "",
        record.filename or "",
        record.sha256,
        record.person_id,
        record.state,
        record.received_at,
        int(record.rows),
        int(record.errors),
        int(record.chunks),
        int(record.chunks_done),
        int(record.skipped),
        record.reviewer_id or "",
        int(record.version),
        record.chain,
    )
