"""Packing: each part is read page by page and written as it comes, its files after it a piece at a time, so memory
does not grow with a history; only names and ids of files stay until the end."""

import logging
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
from mashangban.kernel.telling import Whom, notice
from mashangban.processes.mydata import events, repository
from mashangban.processes.mydata.repository import trying as tries
from mashangban.processes.mydata.rules import Package, cover, finish
from mashangban.processes.mydata.rules.cover import Packed
from mashangban.processes.mydata.rules.files import Attached, Filling
from mashangban.processes.mydata.service import filing, trying
from mashangban.processes.mydata.service.filing import attached, entry
from mashangban.processes.mydata.service.rooms import ROOMS
from mashangban.processes.mydata.terms import FILE_LIST, FIRST_PAGE

log = logging.getLogger(__name__)


class _Stuck(Exception):
    """A part could not be packed; its name."""


def pack(act: Act, package_id: str, version: int) -> None:
    """Pack what was asked for and tell its person. What was said of it since the event of this version, or whom nobody
    knows any more, is left alone; what does not come to its end is noted and stands in nobody's way.
    """
    one = repository.get(package_id)
    if one.version != version or not _known(one.person_id):
        return
    if not tries.begin(one):
        trying.fail(act, one, "")
        return
    try:
        _pack(act, one)
    except Exception as broken:
        log.exception("package %s was not packed", one.id)
        trying.fail(act, one, str(broken) if isinstance(broken, _Stuck) else "")


def _pack(act: Act, one: Package) -> None:
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
        try:
            written.append(_part(archive, part, act, filling, seen))
        except Exception as broken:
            raise _Stuck(part.name) from broken
    rows = [row for one in written for row in one.files]
    archive.writestr(entry(FILE_LIST, act, ZIP_DEFLATED), filing.listing(rows))
    archive.writestr(entry(FIRST_PAGE, act, ZIP_DEFLATED), cover.page(written, tuple(ROOMS.values()), act.at))


def _part(archive: ZipFile, part: Part, act: Act, filling: Filling, seen: set[Attached]) -> Packed:
    """A part with the files that no part before it had."""
    count, pointed = _write(archive, part, act)
    new = [one for one in pointed if one not in seen]
    seen.update(new)
    return Packed(part, count, tuple(filing.add(archive, act, part.name, new, filling)))


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
    return notice(
        Whom(one.person_id),
        "mydata.package-ready",
        {"day": until},
        link="/pages/my-data/index",
        dedupe=f"datapackage:{one.id}:ready",
    )
