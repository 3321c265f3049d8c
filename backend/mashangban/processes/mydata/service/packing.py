"""Packing: each part is read page by page and written as it comes, so memory does not grow with a history."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mashangban.identity import service as identity
from mashangban.identity.errors import PersonUnknown
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Principal, Role
from mashangban.kernel.personal import Part
from mashangban.processes.mydata import events, repository
from mashangban.processes.mydata.rules import Package, cover, finish
from mashangban.processes.mydata.rules.cover import Packed
from mashangban.processes.mydata.service.rooms import ROOMS
from mashangban.processes.mydata.terms import FIRST_PAGE


def pack(act: Act, package_id: str) -> None:
    """Pack what was asked for and tell its person; what lies ready is left as it is, whom nobody knows any more gets
    nothing."""
    one = repository.get(package_id)
    if one.ready_at is not None or not _known(one.person_id):
        return
    with packed(Act(Principal(one.person_id, ""), act.at)) as file:
        after = finish(one, *repository.store(one.id, file), clock.now())
    data = {"size": after.size, "sha256": after.sha256}
    event = following(act, events.READY, one, Role.SYSTEM, data, (_told(after),))
    repository.finish(act, after, event)


@contextmanager
def packed(act: Act) -> Iterator[IO[bytes]]:
    """A file that holds everything kept of the actor; it is gone from the disk on leaving."""
    with TemporaryFile() as file:
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            written = [_write(archive, part, act) for room in ROOMS.values() for part in room.parts]
            first = cover.page(written, tuple(ROOMS.values()), act.at)
            archive.writestr(_entry(FIRST_PAGE, act), first)
        yield file


def _write(archive: ZipFile, part: Part, act: Act) -> Packed:
    count = 0
    with archive.open(_entry(cover.file_name(part), act), "w") as target:
        for count, one in enumerate(part.read(act), start=1):
            target.write(b"[\n" if count == 1 else b",\n")
            target.write(one.model_dump_json(indent=1).encode())
        target.write(b"\n]\n" if count else b"[]\n")
    return Packed(part, count)


def _entry(name: str, act: Act) -> ZipInfo:
    made = act.at.astimezone(clock.SHANGHAI)
    entry = ZipInfo(name, (made.year, made.month, made.day, made.hour, made.minute, made.second))
    entry.compress_type = ZIP_DEFLATED
    return entry


def _known(person_id: str) -> bool:
    try:
        identity.person(person_id)
    except PersonUnknown:
        return False
    return True


def _told(one: Package) -> Message:
    until = f"{clock.local_date(one.until):%-m月%-d日}" if one.until else ""
    body: dict[str, object] = {
        "person_id": one.person_id,
        "kind": "mydata.package-ready",
        "values": {"day": until},
        "link": "/pages/my-data/index",
        "dedupe": f"datapackage:{one.id}:ready",
    }
    return Message("notices", "notices.notify", body)
