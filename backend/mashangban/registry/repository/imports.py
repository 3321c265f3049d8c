"""Imports: the uploaded file in slices, its checked rows, its errors, and the job that leads from one to the other."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from pynamodb.expressions.update import Action

from mashangban.kernel import crypto
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.http import Schema
from mashangban.kernel.pagination import Page, PageRequest, query
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction
from mashangban.registry import errors
from mashangban.registry.models import TABLE, ImportPartRecord, ImportRecord, RowErrorRecord, StagedRecord
from mashangban.registry.repository import indexes
from mashangban.registry.rules.columns import RowError
from mashangban.registry.rules.imports import Job
from mashangban.registry.rules.offers import Offer
from mashangban.registry.rules.records import Party
from mashangban.registry.terms import PartyKind

_SLICE = 150_000
_KEPT = timedelta(days=30)


def write_file(import_id: str, content: bytes, at: datetime) -> int:
    """Keep an uploaded file, compressed and encrypted, before its job exists; it expires. Returns the slices made."""
    packed = zlib.compress(content, 6)
    slices = [packed[start : start + _SLICE] for start in range(0, len(packed), _SLICE)]
    with ImportPartRecord.batch_write() as batch:
        for number, body in enumerate(slices):
            pk = f"IMPORTFILE#{import_id}#{number:03d}"
            batch.save(
                ImportPartRecord(pk, "PART", body=_seal(pk, b64encode(body).decode()), expires_at=_expiry(at))
            )
    return len(slices)


def read_file(job: Job) -> bytes:
    keys = [(f"IMPORTFILE#{job.id}#{number:03d}", "PART") for number in range(job.parts)]
    found = {
        part.PK: _unseal(part.PK, part.body)
        for part in ImportPartRecord.batch_get(keys, consistent_read=True)
    }
    return zlib.decompress(b"".join(b64decode(found[pk]) for pk, _ in keys))


def write_errors(job: Job, found: Sequence[RowError], at: datetime) -> None:
    with RowErrorRecord.batch_write() as batch:
        for number, one in enumerate(found):
            sk = f"ERROR#{one.row:06d}#{number:04d}"
            record = RowErrorRecord(
                job.subject.pk,
                sk,
                row=one.row,
                column=one.column,
                message=one.message,
                expires_at=_expiry(at),
            )
            batch.save(record)


def page_of_errors(import_id: str, page: PageRequest) -> Page[RowError]:
    found = query(RowErrorRecord, f"IMPORT#{import_id}", page, where=RowErrorRecord.SK.startswith("ERROR#"))
    return found.map(lambda one: RowError(int(one.row), one.column, one.message))


def all_errors(import_id: str) -> Iterator[RowError]:
    for one in RowErrorRecord.query(f"IMPORT#{import_id}", RowErrorRecord.SK.startswith("ERROR#")):
        yield RowError(int(one.row), one.column, one.message)


def stage(job: Job, chunk: int, offers: Sequence[Offer], at: datetime) -> None:
    """Lay checked rows down; every chunk is its own partition, so that writing spreads."""
    pk = f"STAGED#{job.id}#{chunk:04d}"
    body = json.dumps([_dump(one) for one in offers], ensure_ascii=False)
    StagedRecord(pk, "ROWS", body=_seal(pk, body), expires_at=_expiry(at)).save()


def staged(job: Job, chunk: int) -> list[Offer]:
    pk = f"STAGED#{job.id}#{chunk:04d}"
    record = StagedRecord.get(pk, "ROWS", consistent_read=True)
    return [_load(one) for one in json.loads(_unseal(pk, record.body))]


def get(import_id: str, reach: Reach | None = None) -> Job:
    """One import (consistent). Raises NoSuchRecord."""
    try:
        found = _job(ImportRecord.get(f"IMPORT#{import_id}", "IMPORT", consistent_read=True))
    except ImportRecord.DoesNotExist as missing:
        raise errors.NoSuchRecord() from missing
    if reach is not None:
        reach.require(found.place)
    return found


def page_of_region(region: str, page: PageRequest) -> Page[Job]:
    """The imports of one office's region, newest first. One query."""
    return query(ImportRecord, f"IMPORT#{region}", page, index="GSI2", newest_first=True).map(_job)


def create(act: Act, job: Job, event: Event, answer: Schema | None) -> None:
    with Transaction(act, TABLE) as tx:
        tx.create(_record(job), event)
        tx.answer(answer)


def advance(
    act: Act, before: Job, after: Job, event: Event, answer: Schema | None, *, claim: bool = False
) -> None:
    """Move a job on; with `claim` the file's fingerprint becomes taken. Raises Stale, AlreadyImported."""
    kind = ImportRecord
    actions: list[Action] = [
        kind.state.set(after.state),
        kind.rows.set(after.rows),
        kind.created.set(after.created),
        kind.changed.set(after.changed),
        kind.clashes.set(after.clashes),
        kind.errors.set(after.errors),
        kind.chunks.set(after.chunks),
        kind.chunks_done.set(after.chunks_done),
        kind.done.set(after.done),
        kind.root.set(after.root),
    ]
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, actions)
        if claim:
            item = indexes.code_item("FILE", fingerprint(after), after.id)
            tx.create(item, otherwise=errors.AlreadyImported())
        tx.answer(answer)


def same_file(job: Job) -> str | None:
    """The import that already took this very file into this register."""
    return indexes.find_code("FILE", fingerprint(job))


def fingerprint(job: Job) -> str:
    return f"{job.register.value}#{job.sha256}"


def _expiry(at: datetime) -> int:
    return int((at + _KEPT).timestamp())


def _seal(pk: str, text: str) -> str:
    return crypto.seal(text, f"registry|{pk}|body")


def _unseal(pk: str, sealed: str) -> str:
    return crypto.unseal(sealed, f"registry|{pk}|body")


def _dump(one: Offer) -> list[object]:
    parties = [[party.enterprise_id, party.name, party.kind.value] for party in one.parties]
    return [one.row, one.code, dict(one.fields), parties]


def _load(stored: list[object]) -> Offer:
    row, code, fields, parties = stored
    assert isinstance(row, int)
    assert isinstance(fields, dict)
    assert isinstance(parties, list)
    units = tuple(Party(identity, name, PartyKind(kind)) for identity, name, kind in parties)
    return Offer(row, str(code), fields, units)


def _record(job: Job) -> ImportRecord:
    return ImportRecord(
        job.subject.pk,
        "IMPORT",
        GSI2PK=f"IMPORT#{job.region}",
        GSI2SK=job.received_at.isoformat(),
        register=job.register,
        source=job.source,
        filename=job.filename,
        sha256=job.sha256,
        region=job.region,
        person_id=job.person_id,
        state=job.state,
        parts=job.parts,
        rows=job.rows,
        received_at=job.received_at,
        version=job.version,
        chain=job.chain,
    )


def _job(record: ImportRecord) -> Job:
    return Job(
        id=record.PK.partition("#")[2],
        register=record.register,
        source=record.source,
        filename=record.filename,
        sha256=record.sha256,
        region=record.region,
        person_id=record.person_id,
        state=record.state,
        parts=int(record.parts),
        received_at=record.received_at,
        rows=int(record.rows),
        created=int(record.created),
        changed=int(record.changed),
        clashes=int(record.clashes),
        errors=int(record.errors),
        chunks=int(record.chunks),
        chunks_done=int(record.chunks_done),
        done=int(record.done),
        root=record.root,
        version=int(record.version),
        chain=record.chain,
    )
