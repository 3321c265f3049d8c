"""A file as an item of the files table, and back."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from mashangban.files.models import FileRecord
from mashangban.files.rules.uploads import File, Place
from mashangban.files.terms import FileState
from mashangban.kernel import clock, crypto

SK = "FILE"
SHARDS = 4
"""Over how many partitions the list of those that wait is spread."""


def owner(person_id: str) -> str:
    """The list of what somebody uploaded."""
    return f"FILES-OF#{person_id}"


def waiting(shard: int) -> str:
    """The list of what waits for a record."""
    return f"UNUSED#{shard}"


def waits(file: File) -> dict[str, Any]:
    """Its place among those that wait for a record, None for both keys where it has none."""
    until = file.expires_at if file.state is not FileState.ANNOUNCED else None
    shard = sum(file.id.encode()) % SHARDS
    return {"GSI3PK": waiting(shard) if until else None, "GSI3SK": clock.to_text(until) if until else None}


def held_text(held: Mapping[str, datetime]) -> dict[str, str]:
    """Who holds a file, as it is stored."""
    return {room: clock.to_text(at) for room, at in held.items()}


def record_of(file: File) -> FileRecord:
    """The item of a file."""
    waiting_at = waits(file)
    return FileRecord(
        file.subject.pk,
        SK,
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
        place=sealed_place(file),
        blurs=file.blurs or None,
        in_office=file.in_office or None,
        held=None if file.held is None else held_text(file.held),
        expires_at=int(file.expires_at.timestamp()) if file.expires_at and not waiting_at["GSI3PK"] else None,
        version=file.version,
        chain=file.chain,
        **waiting_at,
    )


def id_of(record: FileRecord) -> str:
    """The id of a file, by its key."""
    return str(record.PK.partition("#")[2])


def file_of(record: FileRecord) -> File:
    """The file of an item."""
    file_id = id_of(record)
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
        held=None if record.held is None else _held(record.held.as_dict()),
        expires_at=_expiry(record),
        version=int(record.version),
        chain=record.chain,
    )


def _held(stored: Mapping[str, str]) -> dict[str, datetime]:
    return {room: clock.from_text(at) for room, at in stored.items()}


def _expiry(record: FileRecord) -> datetime | None:
    if record.GSI3SK:
        return clock.from_text(record.GSI3SK)
    return datetime.fromtimestamp(int(record.expires_at), UTC) if record.expires_at else None


def sealed_place(file: File) -> str | None:
    """Where a photo was taken, encrypted."""
    return crypto.seal(json.dumps(asdict(file.place)), _context(file.id, "place")) if file.place else None


def _place(file_id: str, sealed: str | None) -> Place | None:
    if sealed is None:
        return None
    value: dict[str, Any] = json.loads(crypto.unseal(sealed, _context(file_id, "place")))
    return Place(**value)


def _context(file_id: str, field: str) -> str:
    return f"files|FILE#{file_id}|{field}"
