"""Packing: each part is read page by page and written as it comes, its files after it a piece at a time, so memory
does not grow with a history; only names and ids of files stay until the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

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
from mashangban.processes.mydata.rules.files import Attached, Filling
from mashangban.processes.mydata.service import filing
from mashangban.processes.mydata.service.filing import attached, entry
from mashangban.processes.mydata.service.rooms import ROOMS
from mashangban.processes.mydata.terms import FILE_LIST, FIRST_PAGE


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
            _fill(archive, act)
        yield file


def _fill(archive: ZipFile, act: Act) -> None:
    filling, seen = Filling(), set[Attached]()
    written: list[Packed] = []
    for part in (part for room in ROOMS.values() for part in room.parts):
        count, pointed = _write(archive, part, act)
        new = [one for one in pointed if one not in seen]
        seen.update(new)
        written.append(Packed(part, count, tuple(filing.add(archive, act, part.name, new, filling))))
    rows = [row for one in written for row in one.files]
    archive.writestr(entry(FILE_LIST, act, ZIP_DEFLATED), filing.listing(rows))
    archive.writestr(entry(FIRST_PAGE, act, ZIP_DEFLATED), cover.page(written, tuple(ROOMS.values()), act.at))


def _write(archive: ZipFile, part: Part, act: Act) -> tuple[int, dict[Attached, None]]:
    """Write a part's records; how many, and the files that they point to, each once and in their order."""
    count, pointed = 0, dict[Attached, None]()
    with archive.open(entry(cover.file_name(part), act, ZIP_DEFLATED), "w") as target:
        for count, one in enumerate(part.read(act), start=1):
            target.write(b"[\n" if count == 1 else b",\n")
            target.write(one.model_dump_json(indent=1).encode())
            pointed.update(dict.fromkeys(attached(one)))
        target.write(b"\n]\n" if count else b"[]\n")
    return count, pointed


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
