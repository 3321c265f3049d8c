"""The imports of one room: the job, its staged rows, its errors, the fingerprint of a file that counts."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from mashangban.imports import errors
from mashangban.imports.models import FileRecord, ImportRecord, RowErrorsRecord, StagedRecord
from mashangban.imports.rules import Import, Row, Told
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


@dataclass(frozen=True, slots=True)
class Store:
    """Where the imports of one room lie: the word that begins their keys, and its own records."""

    word: str
    jobs: type[ImportRecord]
    chunks: type[StagedRecord]
    wrong: type[RowErrorsRecord]
    files: type[FileRecord]

    def get(self, import_id: str, reach: Reach | None = None) -> Import:
        """An import. Raises NotFound when there is none within reach."""
        try:
            found = self._import(self.jobs.get(self._pk(import_id), "IMPORT", consistent_read=True))
        except self.jobs.DoesNotExist as missing:
            raise NotFound() from missing
        if reach is not None:
            reach.require(found.place)
        return found

    def of_region(self, region: str, page: PageRequest) -> Page[Import]:
        """The imports of a region's office, the newest first."""
        found = pagination.query(self.jobs, self._shelf(region), page, index="GSI1", newest_first=True)
        return found.map(self._import)

    def same_file(self, one: Import) -> bool:
        """Whether this very file counts already for this office."""
        return any(True for _ in self.files.batch_get([(self._file_pk(one), "FILE")], consistent_read=True))

    def create(self, act: Act, new: Import, event: Event, answer: Schema) -> None:
        """Take a checked file in."""
        with Transaction(act, self.jobs.table) as tx:
            tx.create(self._record(new), event)
            tx.answer(answer)

    def advance(
        self, act: Act, before: Import, after: Import, event: Event, answer: Schema | None = None
    ) -> None:
        """Move a job on. Raises Stale when somebody was faster."""
        with Transaction(act, self.jobs.table) as tx:
            self._amend(tx, before, after, event)
            tx.answer(answer)

    def write_on(self, act: Act, before: Import, after: Import, event: Event, told: Sequence[Told]) -> None:
        """Note a chunk as written, with what became of its rows. Raises Stale when somebody was faster."""
        raw: list[list[Any]] = [[one.what, one.outcome, one.left] for one in told]
        sk = f"TOLD#{before.chunks_done:04d}"
        with Transaction(act, self.jobs.table) as tx:
            self._amend(tx, before, after, event)
            if raw:
                tx.put(self.wrong(self._pk(before.id), sk, wrong=raw, expires_at=_expiry(act.at)))

    def activate(self, act: Act, before: Import, after: Import, event: Event, answer: Schema) -> None:
        """Let a checked file count; its fingerprint is kept for good. Raises SameFile, Stale."""
        mark = self.files(self._file_pk(after), "FILE", import_id=after.id)
        with Transaction(act, self.jobs.table) as tx:
            self._amend(tx, before, after, event)
            tx.create(mark, otherwise=errors.SameFile())
            tx.answer(answer)

    def stage(self, import_id: str, chunks: Sequence[Sequence[Row]], at: datetime) -> None:
        """Lay checked rows down; every chunk is its own partition, so that writing spreads."""
        for number, rows in enumerate(chunks):
            pk = self._staged_pk(import_id, number)
            body = crypto.seal(json.dumps(list(rows), ensure_ascii=False), self._bound_to(pk))
            self.chunks(pk, "ROWS", body=body, expires_at=_expiry(at)).save()

    def staged(self, import_id: str, chunk: int) -> list[dict[str, Any]]:
        """The rows of a chunk."""
        pk = self._staged_pk(import_id, chunk)
        record = self.chunks.get(pk, "ROWS", consistent_read=True)
        rows: list[dict[str, Any]] = json.loads(crypto.unseal(record.body, self._bound_to(pk)))
        return rows

    def drop_staged(self, one: Import) -> None:
        """Nobody needs the rows any more."""
        with self.chunks.batch_write() as batch:
            for number in range(one.chunks):
                batch.delete(self.chunks(self._staged_pk(one.id, number), "ROWS"))

    def write_errors(self, import_id: str, found: Sequence[RowError], at: datetime) -> None:
        """Keep what is wrong, a few hundred rows an item."""
        pages = [found[start : start + _ERRORS_A_PAGE] for start in range(0, len(found), _ERRORS_A_PAGE)]
        with self.wrong.batch_write() as batch:
            for number, page in enumerate(pages):
                raw: list[list[Any]] = [[one.row, one.column, one.message] for one in page]
                sk = f"ERRORS#{number:04d}"
                batch.save(self.wrong(self._pk(import_id), sk, wrong=raw, expires_at=_expiry(at)))

    def errors_of(self, import_id: str) -> Iterator[RowError]:
        """What is wrong, by row."""
        key: Any = self.wrong.SK
        for page in self.wrong.query(self._pk(import_id), key.startswith("ERRORS#")):
            yield from (RowError(*raw) for raw in page.wrong)

    def told_of(self, import_id: str) -> Iterator[Told]:
        """What became of the rows, in their order."""
        key: Any = self.wrong.SK
        for page in self.wrong.query(self._pk(import_id), key.startswith("TOLD#")):
            yield from (Told(*raw) for raw in page.wrong)

    def _amend(self, tx: Transaction, before: Import, after: Import, event: Event) -> None:
        kind = self.jobs
        actions = [
            kind.state.set(after.state),
            kind.chunks_done.set(after.chunks_done),
            kind.skipped.set(after.skipped),
            *([kind.confirmed_by.set(after.confirmed_by)] if after.confirmed_by else []),
        ]
        tx.amend(self._record(before), event, actions)

    def _pk(self, import_id: str) -> str:
        return f"{self.word.upper()}IMPORT#{import_id}"

    def _shelf(self, region: str) -> str:
        return f"{self.word.upper()}IMPORTS-OF#{region}"

    def _file_pk(self, one: Import) -> str:
        return f"{self.word.upper()}FILE#{one.region}#{one.kind}#{one.sha256}"

    def _staged_pk(self, import_id: str, chunk: int) -> str:
        return f"{self.word.upper()}STAGED#{import_id}#{chunk:04d}"

    def _bound_to(self, pk: str) -> str:
        return f"{self.jobs.table.name}|{pk}|body"

    def _record(self, one: Import) -> ImportRecord:
        return self.jobs(
            one.subject.pk,
            "IMPORT",
            GSI1PK=self._shelf(one.region),
            GSI1SK=one.id,
            content=one.kind,
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
            confirmed_by=one.confirmed_by or None,
            version=one.version,
            chain=one.chain,
        )

    def _import(self, record: ImportRecord) -> Import:
        return Import(
            str(record.PK).partition("#")[2],
            self.word,
            record.content,
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
            record.confirmed_by or "",
            int(record.version),
            record.chain,
        )


def _expiry(at: datetime) -> int:
    return int((at + _KEPT).timestamp())
