"""Acts on files: announce, send, arrive; prepare; hand out."""

import hashlib
from collections.abc import Iterable
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from mashangban.files import errors, events, permissions, scanner
from mashangban.files.repository import items, objects
from mashangban.files.repository.objects import Stored
from mashangban.files.rules import content, names, uploads
from mashangban.files.rules.uploads import File
from mashangban.files.schemas import (
    AnnouncedView,
    Announcement,
    FileView,
    LinkView,
    PartsView,
    PartView,
    PlaceView,
    UploadView,
)
from mashangban.files.terms import PART_SIZE, FileState, Purpose, ScanState
from mashangban.kernel import events as kernel_events
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import AppError, NotFound, Stale
from mashangban.kernel.events import Event
from mashangban.kernel.permissions import Permission, Place, Principal

_IN_MEMORY = 1024 * 1024
_MOST_PARTS_A_TIME = 20


def announce(act: Act, announcement: Announcement) -> AnnouncedView:
    """Keep a place for a day for a file of this size, type and hash. Refused before a byte is sent."""
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
    )
    assert file.expires_at is not None
    view = AnnouncedView(file_id=file.id, upload=_upload(file), expires_at=file.expires_at)
    items.save_announced(act, file, view)
    return view


def missing_parts(act: Act, file_id: str) -> PartsView:
    """What has arrived and where the next missing parts go (20 at a time); how an upload is taken up again."""
    file = _own(act.actor, file_id, permissions.UPLOAD)
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

    Raises NotUploaded, ContentDiffers, WrongContent or Overpacked; a wrong upload is deleted and may be sent again.
    """
    file = _own(act.actor, file_id, permissions.UPLOAD)
    if file.state is not FileState.ANNOUNCED:
        return _view(file)
    uploads.require_announced(file, act.at)
    stored = _completed(file)
    try:
        _check(file, stored)
    except Stale:
        raise
    except AppError:
        objects.delete(objects.incoming(file.id))
        raise
    objects.keep(objects.incoming(file.id), stored.etag, objects.original(file.id), file.content_type)
    taken = uploads.arrived(file)
    event = _event(act, taken, events.ARRIVED, sha256=file.sha256, size=file.size, purpose=file.purpose.value)
    view = _view(taken)
    items.save_arrived(act, taken, event, view)
    objects.delete(objects.incoming(file.id))
    return view


def withdraw(act: Act, file_id: str) -> None:
    """Give up an announcement and what was sent of it. Raises AlreadyArrived."""
    file = _own(act.actor, file_id, permissions.UPLOAD)
    if file.state is not FileState.ANNOUNCED:
        raise errors.AlreadyArrived()
    if file.upload_id:
        objects.give_up_parts(objects.incoming(file.id), file.upload_id)
    objects.delete(objects.incoming(file.id))
    items.remove(act, file)


def show(act: Act, file_id: str) -> FileView:
    """A file for its owner, with its addresses once it is usable and the upload's while it is awaited."""
    file = _own(act.actor, file_id, permissions.READ)
    if file.state is FileState.ANNOUNCED:
        uploads.require_announced(file, act.at)
    return _view(file, with_addresses=True)


def prepare(act: Act, file_id: str) -> None:
    """Scan a file that has arrived and redraw it if it is a picture. Done once however often it is asked.

    Raises PartnerUnavailable while the scanner is away: the stream asks again.
    """
    from mashangban.files import imaging  # only the stream function carries Pillow

    file = items.find(file_id)
    if file is None or file.state is not FileState.ARRIVED:
        return None
    data = objects.read(objects.original(file.id)) if file.is_image or scanner.configured() else b""
    scan = scanner.scan(data)
    if scan is ScanState.INFECTED:
        objects.delete(objects.original(file.id))
        return _finish(act, uploads.refused(file, scan))
    if not file.is_image:
        return _finish(act, uploads.prepared(file, scan, None))
    try:
        drawn = imaging.prepare(data)
    except imaging.Unreadable:
        return _finish(act, uploads.refused(file, scan))
    objects.put(objects.shown(file.id), drawn.shown, "image/jpeg")
    objects.put(objects.thumbnail(file.id), drawn.thumbnail, "image/jpeg")
    return _finish(act, uploads.prepared(file, scan, drawn.place))


def require_arrived(file_id: str, owner: str, purpose: Purpose | Iterable[Purpose]) -> File:
    """For a domain, in the act that makes a record point to a file: it has come, it is this person's, it is for this.

    Raises NotFound, OtherPurpose or NotArrived. A file that has arrived is not removed: records may point to it.
    """
    purposes = frozenset({purpose} if isinstance(purpose, Purpose) else purpose)
    return uploads.require_arrived(items.find(file_id), owner, purposes)


def links(file_ids: list[str]) -> list[LinkView]:
    """Files for others, for a domain that has found its caller entitled: in the given order, without place."""
    found = {file.id: file for file in items.find_all(file_ids)}
    return [_link(found[file_id]) for file_id in file_ids if file_id in found]


def _own(actor: Principal, file_id: str, permission: Permission) -> File:
    file = items.find(file_id)
    if file is None:
        raise NotFound()
    actor.reach(permission).require(Place(persons=frozenset({file.owner})))
    return file


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


def _check(file: File, stored: Stored) -> None:
    """Size first, so that a wrong one is never read; then hash and content, in one pass with flat memory."""
    if stored.size != file.size:
        raise errors.ContentDiffers()
    digest = hashlib.sha256()
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as kept:
        for chunk in objects.chunks(objects.incoming(file.id), stored.etag):
            digest.update(chunk)
            kept.write(chunk)
        if digest.hexdigest() != file.sha256:
            raise errors.ContentDiffers()
        content.inspect(cast(BinaryIO, kept), file.content_type)


def _finish(act: Act, file: File) -> None:
    kind = events.PREPARED if file.state is FileState.USABLE else events.REFUSED
    items.save_prepared(act, file, _event(act, file, kind, state=file.state.value, scan=file.scan.value))


def _event(act: Act, file: File, kind: str, **data: object) -> Event:
    role = "system" if act.actor.person_id.startswith("system:") else "person"
    return kernel_events.happened(
        act, kind, file.subject, data, role=role, version=file.version + 1, previous=file.chain
    )


def _upload(file: File) -> UploadView:
    if file.in_parts:
        count = len(uploads.part_sizes(file.size))
        return UploadView(method="PARTS", part_size=PART_SIZE, parts=count)
    key = objects.incoming(file.id)
    url, headers = objects.upload_address(key, file.content_type, file.size, file.sha256)
    return UploadView(method="PUT", url=url, headers=headers)


def _view(file: File, *, with_addresses: bool = False) -> FileView:
    link = _link(file) if with_addresses else None
    awaited = with_addresses and file.state is FileState.ANNOUNCED
    return FileView(
        file_id=file.id,
        state=file.state,
        state_label=file.state.label,
        scan=file.scan,
        scan_label=file.scan.label,
        filename=file.filename,
        content_type=file.content_type.value,
        size=file.size,
        sha256=file.sha256,
        purpose=file.purpose,
        url=link.url if link else None,
        thumbnail_url=link.thumbnail_url if link else None,
        place=PlaceView.model_validate(file.place) if file.place else None,
        upload=_upload(file) if awaited else None,
    )


def _link(file: File) -> LinkView:
    view = LinkView(file_id=file.id, filename=file.filename, content_type=file.content_type.value)
    if file.state is not FileState.USABLE:
        return view
    if not file.is_image:
        url = objects.link(objects.original(file.id), file.filename, file.content_type.value)
        return view.model_copy(update={"url": url})
    name = f"{file.filename.rpartition('.')[0]}.jpg"
    return LinkView(
        file_id=file.id,
        filename=name,
        content_type="image/jpeg",
        url=objects.link(objects.shown(file.id), name, "image/jpeg"),
        thumbnail_url=objects.link(objects.thumbnail(file.id), name, "image/jpeg"),
    )
