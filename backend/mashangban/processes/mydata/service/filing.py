"""The files that one's records point to: found while the records are written, copied a piece at a time."""

import json
from collections.abc import Iterable, Iterator
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from mashangban.documents.service import reading as documents
from mashangban.files import service as files
from mashangban.files.schemas import LinkView
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.personal import Copy
from mashangban.processes.mydata.rules.files import Attached, Filling, Row, place

_DOCUMENT = "document_id"


def attached(one: object) -> Iterator[Attached]:
    """What a record points to: each `LinkView` of the files room, each `document_id` (`slip_document_id` too)."""
    if isinstance(one, LinkView):
        yield Attached(one.file_id, one.filename)
    elif isinstance(one, Schema):
        for name, value in one:
            yield from _field(name, value)
    elif isinstance(one, list | tuple):
        for value in one:
            yield from attached(value)


def _field(name: str, value: object) -> Iterator[Attached]:
    if name == _DOCUMENT or name.endswith(f"_{_DOCUMENT}"):
        if value:
            yield Attached(str(value), is_document=True)
    else:
        yield from attached(value)


def add(archive: ZipFile, act: Act, part: str, found: Iterable[Attached], filling: Filling) -> list[Row]:
    """Put a part's files into its folder; a line for each, those that stay out included."""
    return [_add(archive, act, part, one, filling) for one in found]


def _add(archive: ZipFile, act: Act, part: str, one: Attached, filling: Filling) -> Row:
    copy = _copy(act, one)
    row = place(filling, part, one, copy)
    if copy is not None and row.path:
        # Pictures and papers are packed already.
        with archive.open(entry(row.path, act, ZIP_STORED), "w") as target:
            for piece in copy.pieces():
                target.write(piece)
    return row


def _copy(act: Act, one: Attached) -> Copy | None:
    if one.is_document:
        return documents.copy(act.actor, one.id)
    return files.copy(act.actor.person_id, one.id)


def listing(rows: Iterable[Row]) -> str:
    """The list of files for programs: which file of the package is which id of the records."""
    told = [
        {"id": row.id, "part": row.part, "filename": row.filename, "path": row.path, "left": row.left}
        for row in rows
    ]
    return json.dumps(told, ensure_ascii=False, indent=1)


def entry(name: str, act: Act, compression: int) -> ZipInfo:
    """A file of the package, dated when it was made."""
    made = act.at.astimezone(clock.SHANGHAI)
    one = ZipInfo(name, (made.year, made.month, made.day, made.hour, made.minute, made.second))
    one.compress_type = compression
    return one
