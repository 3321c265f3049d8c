"""From announcement to arrival."""

import hashlib
from dataclasses import replace
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from mashangban.files import errors, events, permissions
from mashangban.files.repository import items, objects
from mashangban.files.repository.objects import Stored
from mashangban.files.rules import content, names, uploads
from mashangban.files.rules.uploads import File
from mashangban.files.schemas import AnnouncedView, Announcement, FileView, PartsView, PartView, Taken
from mashangban.files.service import chain, views
from mashangban.files.service.reading import own
from mashangban.files.terms import PART_SIZE, FileState, Purpose
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import AppError, Stale

_IN_MEMORY = 1024 * 1024
_MOST_PARTS_A_TIME = 20


def announce(act: Act, announcement: Announcement) -> AnnouncedView:
    """Keep a place for a day for a file of this size, type and hash. Refused before a byte is sent, also
    when the owner's day is used up (TooManyFiles)."""
    kind = uploads.accepted_type(announcement.content_type, announcement.size, announcement.purpose)
    file_id = ids.new_id(act.at)
    in_parts = announcement.size > PART_SIZE
    file = File(
        id=file_id,
        owner=act.actor.person_id,
        purpose=announcement.purpose,
        filename=names.clean(announcement.filename, kind),
        content_type=kind,
        size=announcement.size,
        sha256=announcement.sha256,
        state=FileState.ANNOUNCED,
        expires_at=(act.at + uploads.ANNOUNCED_FOR).replace(microsecond=0),
        upload_id=objects.begin_parts(objects.incoming(file_id), kind) if in_parts else None,
        in_office=bool(act.actor.grants),
        held={},
    )
    assert file.expires_at is not None
    view = AnnouncedView(file_id=file.id, upload=views.upload(file), expires_at=file.expires_at)
    items.save_announced(act, file, view)
    return view


def missing_parts(act: Act, file_id: str) -> PartsView:
    """What has arrived and where the next missing parts go (20 at a time); how an upload is taken up again."""
    file = own(act, file_id, permissions.UPLOAD)
    uploads.require_announced(file, act.at)
    if file.upload_id is None:
        return PartsView(part_size=PART_SIZE, arrived=[], missing=[])
    key, sizes = objects.incoming(file.id), uploads.part_sizes(file.size)
    there = objects.parts(key, file.upload_id)
    good = [n for n, size in enumerate(sizes, start=1) if n in there and there[n].size == size]
    wanted = [n for n in range(1, len(sizes) + 1) if n not in good][:_MOST_PARTS_A_TIME]
    missing = [
        PartView(number=n, url=objects.part_address(key, file.upload_id, n, sizes[n - 1]), size=sizes[n - 1])
        for n in wanted
    ]
    return PartsView(part_size=PART_SIZE, arrived=good, missing=missing)


def arrive(act: Act, file_id: str) -> FileView:
    """Take in a file that the phone has sent: size, hash and content are checked, only then it is kept.

    Raises NotUploaded, ContentDiffers, WrongContent, Overpacked, FilmNotPlayable or FilmTooLong; a wrong upload is
    deleted and may be sent again.
    """
    file = own(act, file_id, permissions.UPLOAD)
    if file.state is not FileState.ANNOUNCED:
        return views.view(file)
    uploads.require_announced(file, act.at)
    stored = _completed(file)
    try:
        seconds = _check(file, stored)
    except Stale:
        raise
    except AppError:
        _make_room_again(act, file)
        raise
    objects.keep(objects.incoming(file.id), stored.etag, objects.original(file.id), file.content_type)
    taken = uploads.arrived(file, act.at, seconds)
    event = chain.event(
        act, taken, events.ARRIVED, sha256=file.sha256, size=file.size, purpose=file.purpose.value
    )
    view = views.view(taken)
    items.save_arrived(act, taken, event, view)
    objects.delete(objects.incoming(file.id))
    return view


def take(act: Act, purpose: Purpose, filename: str, body: bytes) -> Taken:
    """A small file that a browser posts whole: the same checks in one step; its ending says what it is.

    Raises TypeNotAllowed, FileTooLarge, FileEmpty, WrongContent, Overpacked, FilmNotPlayable or FilmTooLong; nothing is
    kept then.
    """
    kind = uploads.accepted_type(uploads.type_of_name(filename), len(body), purpose)
    seconds = content.inspect(BytesIO(body), kind)
    file = File(
        id=ids.new_id(act.at),
        owner=act.actor.person_id,
        purpose=purpose,
        filename=names.clean(filename, kind),
        content_type=kind,
        size=len(body),
        sha256=hashlib.sha256(body).hexdigest(),
        state=FileState.ARRIVED,
        expires_at=uploads.waits_until(act.at),
        seconds=seconds,
        in_office=bool(act.actor.grants),
        held={},
    )
    objects.put(objects.original(file.id), body, kind)
    told = {"sha256": file.sha256, "size": file.size, "purpose": purpose.value}
    answer = Taken(id=file.id)
    items.save_taken(act, file, chain.event(act, file, events.ARRIVED, **told), answer)
    return answer


def withdraw(act: Act, file_id: str) -> None:
    """Give up an announcement and what was sent of it. Raises AlreadyArrived."""
    file = own(act, file_id, permissions.UPLOAD)
    if file.state is not FileState.ANNOUNCED:
        raise errors.AlreadyArrived()
    if file.upload_id:
        objects.give_up_parts(objects.incoming(file.id), file.upload_id)
    objects.delete(objects.incoming(file.id))
    items.remove(act, file)


def _make_room_again(act: Act, file: File) -> None:
    """Delete a wrong upload; the file may be sent again. An upload in parts is spent once it was put together."""
    key = objects.incoming(file.id)
    objects.delete(key)
    if file.upload_id:
        items.save_reopened(act, replace(file, upload_id=objects.begin_parts(key, file.content_type)))


def _completed(file: File) -> Stored:
    key = objects.incoming(file.id)
    if file.upload_id:
        there = objects.parts(key, file.upload_id)
        sizes = dict(enumerate(uploads.part_sizes(file.size), start=1))
        if {number: part.size for number, part in there.items()} == sizes:
            objects.complete_parts(key, file.upload_id, there)
    stored = objects.find(key)
    if stored is None:
        raise Stale() if _has_moved(file) else errors.NotUploaded()
    return stored


def _has_moved(file: File) -> bool:
    """Whether another request took the file in meanwhile (a double tap)."""
    now = items.find(file.id)
    return now is not None and now.state is not file.state


def _check(file: File, stored: Stored) -> int | None:
    """Size first, so that a wrong one is never read; then hash and content, in one pass with flat memory. Returns the
    seconds of a film."""
    if stored.size != file.size:
        raise errors.ContentDiffers()
    digest = hashlib.sha256()
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as kept:
        for chunk in objects.chunks(objects.incoming(file.id), stored.etag):
            digest.update(chunk)
            kept.write(chunk)
        if digest.hexdigest() != file.sha256:
            raise errors.ContentDiffers()
        return content.inspect(cast(BinaryIO, kept), file.content_type)
