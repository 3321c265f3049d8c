"""A builder's sheets: the job, its staged rows, its errors, and the one transaction that lets it count."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from mashangban.domains.homes import errors
from mashangban.domains.homes.models import TABLE, FileRecord, ImportRecord, RowErrorsRecord, StagedRecord
from mashangban.domains.homes.repository import estates, items
from mashangban.domains.homes.rules.estate import Estate
from mashangban.domains.homes.rules.imports import Import, Row
from mashangban.kernel import crypto, objects, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction
from mashangban.registry.rules.columns import RowError

Step = tuple[Import, Import, Event]
ERRORS_A_PAGE = 200
_KEPT = timedelta(days=30)
_FIELDS = items.fields_of(Import, "id", "kind", "version", "chain")
_NUMBERS = ("rows", "created", "changed", "errors", "chunks", "chunks_done", "seen")


def get(import_id: str) -> Import:
    """An import (consistent). Raises NotFound."""
    try:
        return _import(ImportRecord.get(f"HOMESIMPORT#{import_id}", "IMPORT", consistent_read=True))
    except ImportRecord.DoesNotExist as missing:
        raise NotFound() from missing


def of_estate(estate_id: str, page: PageRequest) -> Page[Import]:
    """An estate's imports, newest first."""
    found = pagination.query(ImportRecord, f"IMPORTS-OF#{estate_id}", page, index="GSI1", newest_first=True)
    return found.map(_import)


def create(act: Act, new: Import, event: Event, answer: Schema) -> None:
    """Take a sheet in."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.answer(answer)


def advance(
    act: Act, step: Step, answer: Schema | None = None, estate: tuple[Estate, Estate, Event] | None = None
) -> None:
    """Move a job on; its last step frees the estate for the next sheet. Raises Stale."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, step)
        if estate is not None:
            estates.amend(tx, *estate)
        tx.answer(answer)


def activate(act: Act, step: Step, estate: tuple[Estate, Estate, Event], answer: Schema) -> None:
    """Let a checked sheet count: estate, job and fingerprint at once or not at all. Raises SameFile, Stale."""
    after = step[1]
    with Transaction(act, TABLE) as tx:
        _amend(tx, step)
        estates.amend(tx, *estate)
        tx.create(FileRecord(_file_pk(after), "FILE", import_id=after.id), otherwise=errors.SameFile())
        tx.answer(answer)


def same_file(one: Import) -> bool:
    """Whether this very file counts already for this estate."""
    return any(True for _ in FileRecord.batch_get([(_file_pk(one), "FILE")], consistent_read=True))


def keep_content(import_id: str, content: bytes) -> None:
    """Keep a posted sheet; the bucket's lifecycle rule clears this prefix."""
    objects.client().put_object(
        Bucket=objects.bucket(),
        Key=_incoming(import_id),
        Body=content,
        ContentType="application/octet-stream",
    )


def content(import_id: str) -> bytes:
    """A posted sheet."""
    body: bytes = (
        objects.client().get_object(Bucket=objects.bucket(), Key=_incoming(import_id))["Body"].read()
    )
    return body


def stage(import_id: str, chunk: int, rows: Sequence[Row], at: datetime) -> None:
    """Lay checked rows down; every chunk is its own partition, so that writing spreads."""
    pk = f"STAGED#{import_id}#{chunk:04d}"
    body = crypto.seal(json.dumps(list(rows), ensure_ascii=False), f"homes|{pk}|body")
    StagedRecord(pk, "ROWS", body=body, expires_at=_expiry(at)).save()


def staged(import_id: str, chunk: int) -> list[dict[str, Any]]:
    """The rows of a chunk."""
    pk = f"STAGED#{import_id}#{chunk:04d}"
    record = StagedRecord.get(pk, "ROWS", consistent_read=True)
    rows: list[dict[str, Any]] = json.loads(crypto.unseal(record.body, f"homes|{pk}|body"))
    return rows


def drop_staged(one: Import) -> None:
    """Nobody needs the rows any more."""
    with StagedRecord.batch_write() as batch:
        for number in range(one.chunks):
            batch.delete(StagedRecord(f"STAGED#{one.id}#{number:04d}", "ROWS"))


def write_errors(import_id: str, found: Sequence[RowError], at: datetime) -> None:
    """Keep what is wrong, a few hundred rows an item."""
    pages = [found[start : start + ERRORS_A_PAGE] for start in range(0, len(found), ERRORS_A_PAGE)]
    with RowErrorsRecord.batch_write() as batch:
        for number, page in enumerate(pages):
            raw: list[list[Any]] = [[one.row, one.column, one.message] for one in page]
            pk, sk = f"HOMESIMPORT#{import_id}", f"ERRORS#{number:04d}"
            batch.save(RowErrorsRecord(pk, sk, errors=raw, expires_at=_expiry(at)))


def errors_of(import_id: str) -> Iterator[RowError]:
    """What is wrong, by row."""
    key: Any = RowErrorsRecord.SK
    for page in RowErrorsRecord.query(f"HOMESIMPORT#{import_id}", key.startswith("ERRORS#")):
        yield from (RowError(*raw) for raw in page.errors)


def _amend(tx: Transaction, step: Step) -> None:
    before, after, event = step
    old, new = items.stored(before, _FIELDS), items.stored(after, _FIELDS)
    tx.amend(_record(before), event, changes(ImportRecord, old, new))


def _incoming(import_id: str) -> str:
    return f"homes/incoming/{import_id}"


def _file_pk(one: Import) -> str:
    return f"FILE#{one.estate_id}#{one.kind.value}#{one.sha256}"


def _expiry(at: datetime) -> int:
    return int((at + _KEPT).timestamp())


def _record(one: Import) -> ImportRecord:
    return ImportRecord(
        one.subject.pk,
        "IMPORT",
        GSI1PK=f"IMPORTS-OF#{one.estate_id}",
        GSI1SK=one.id,
        import_kind=one.kind,
        **items.stored(one, _FIELDS),
    )


def _import(record: ImportRecord) -> Import:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: int(values[name]) for name in _NUMBERS} | {"file_id": values["file_id"] or ""}
    return Import(
        id=str(record.PK).removeprefix("HOMESIMPORT#"),
        kind=record.import_kind,
        version=int(record.version),
        chain=record.chain,
        **values,
    )
