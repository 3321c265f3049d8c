"""Every read and write of the files table. Access patterns: docs/data/files.md."""

import json
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

from mashangban.files.errors import TooManyFiles
from mashangban.files.models import TABLE, FileRecord, ShareRecord
from mashangban.files.rules.uploads import File, Place
from mashangban.files.schemas import AnnouncedView, FileView, Taken
from mashangban.files.terms import MOST_A_DAY, MOST_BYTES_A_DAY
from mashangban.kernel import clock, crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_SK = "FILE"


def find(file_id: str) -> File | None:
    """The file (consistent read, 1 RCU)."""
    try:
        return _file(FileRecord.get(Subject("file", file_id).pk, _SK, consistent_read=True))
    except FileRecord.DoesNotExist:
        return None


def find_all(file_ids: list[str]) -> list[File]:
    """Those of the files (at most 100) that exist."""
    keys = [(Subject("file", file_id).pk, _SK) for file_id in dict.fromkeys(file_ids)]
    return [_file(record) for record in FileRecord.batch_get(keys, consistent_read=True)]


def of_owner(person_id: str, page: PageRequest) -> Page[File]:
    """What somebody uploaded for themselves and was prepared (or can't be shown), the oldest first; eventually
    consistent."""
    return pagination.query(FileRecord, _owner(person_id), page, index="GSI1").map(_file)


def save_announced(act: Act, file: File, view: AnnouncedView) -> None:
    """Keep a place for a file; nothing points to it yet, so it has no event. Raises TooManyFiles."""
    with Transaction(act, TABLE) as tx:
        _use_share(tx, act, file)
        tx.create(_record(file))
        tx.answer(view)


def _use_share(tx: Transaction, act: Act, file: File) -> None:
    """Count a file to its owner's day."""
    day = clock.local_date(act.at)
    record = ShareRecord(f"UPLOADS#{file.owner}#{day.isoformat()}", "SHARE")
    ends = int((act.at + timedelta(days=2)).timestamp())
    left = (ShareRecord.files < MOST_A_DAY) & (ShareRecord.sent < MOST_BYTES_A_DAY)
    tx.update(
        record,
        [ShareRecord.files.add(1), ShareRecord.sent.add(file.size), ShareRecord.expires_at.set(ends)],
        condition=ShareRecord.files.does_not_exist() | left,
        otherwise=TooManyFiles(),
    )


def save_reopened(act: Act, file: File) -> None:
    """A new upload in parts for a file that came wrong; no event, nothing points to it yet."""
    with Transaction(act, TABLE) as tx:
        still = FileRecord.state == file.state
        tx.update(_record(file), [FileRecord.upload_id.set(file.upload_id)], condition=still)


def save_arrived(act: Act, file: File, event: Event, view: FileView) -> None:
    """From now on the file is there for good."""
    actions = [
        FileRecord.state.set(file.state),
        FileRecord.expires_at.remove(),
        FileRecord.upload_id.remove(),
        *([FileRecord.seconds.set(file.seconds)] if file.seconds else []),
    ]
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(file), event, actions)
        tx.answer(view)


def save_taken(act: Act, file: File, event: Event, answer: Taken) -> None:
    """A file that came whole is there for good. Raises TooManyFiles."""
    with Transaction(act, TABLE) as tx:
        _use_share(tx, act, file)
        tx.create(_record(file), event)
        tx.answer(answer)


def save_prepared(act: Act, file: File, event: Event) -> None:
    """What the function found and made of it. Only now its owner's list has it: the index is written once a file."""
    actions = [FileRecord.state.set(file.state), FileRecord.scan_state.set(file.scan)]
    if not file.in_office:
        actions += [FileRecord.GSI1PK.set(_owner(file.owner)), FileRecord.GSI1SK.set(file.id)]
    if file.place is not None:
        actions.append(FileRecord.place.set(_sealed_place(file)))
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(file), event, actions)


def save_blurred(act: Act, file: File, event: Event, view: FileView) -> None:
    """What its owner marked; it is drawn anew."""
    actions = [FileRecord.state.set(file.state), FileRecord.blurs.set(file.blurs)]
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(file), event, actions)
        tx.answer(view)


def save_removed(act: Act, file: File, event: Event) -> None:
    """The file is there no more; its events are. Raises Stale when something happened to it meanwhile."""
    unmoved = (FileRecord.version == file.version) & (FileRecord.chain == file.chain)
    with Transaction(act, TABLE) as tx:
        tx.publish(event)
        tx.delete(_record(file), condition=unmoved)


def remove(act: Act, file: File) -> None:
    """Give up an announcement."""
    with Transaction(act, TABLE) as tx:
        tx.delete(_record(file), condition=FileRecord.state == file.state)
        tx.answer(None)


def _owner(person_id: str) -> str:
    return f"FILES-OF#{person_id}"


def _record(file: File) -> FileRecord:
    return FileRecord(
        file.subject.pk,
        _SK,
        owner=file.owner,
        purpose=file.purpose,
        filename=crypto.seal(file.filename, _context(file.id, "filename")),
        content_type=file.content_type,
        size=file.size,
        sha256=file.sha256,
        state=file.state,
        scan_state=file.scan,
        upload_id=file.upload_id,
        seconds=file.seconds,
        place=_sealed_place(file),
        blurs=file.blurs or None,
        in_office=file.in_office or None,
        expires_at=int(file.expires_at.timestamp()) if file.expires_at else None,
        version=file.version,
        chain=file.chain,
    )


def _file(record: FileRecord) -> File:
    file_id = record.PK.partition("#")[2]
    return File(
        id=file_id,
        owner=record.owner,
        purpose=record.purpose,
        filename=crypto.unseal(record.filename, _context(file_id, "filename")),
        content_type=record.content_type,
        size=int(record.size),
        sha256=record.sha256,
        state=record.state,
        scan=record.scan_state,
        upload_id=record.upload_id,
        seconds=int(record.seconds) if record.seconds else None,
        place=_place(file_id, record.place),
        blurs=record.blurs or (),
        in_office=bool(record.in_office),
        expires_at=datetime.fromtimestamp(int(record.expires_at), UTC) if record.expires_at else None,
        version=int(record.version),
        chain=record.chain,
    )


def _sealed_place(file: File) -> str | None:
    return crypto.seal(json.dumps(asdict(file.place)), _context(file.id, "place")) if file.place else None


def _place(file_id: str, sealed: str | None) -> Place | None:
    if sealed is None:
        return None
    value: dict[str, Any] = json.loads(crypto.unseal(sealed, _context(file_id, "place")))
    return Place(**value)


def _context(file_id: str, field: str) -> str:
    return f"files|FILE#{file_id}|{field}"
