"""The files of a package: which go in, under which name, and why the others don't. Pure."""

from dataclasses import dataclass, field

from mashangban.kernel.personal import Copy
from mashangban.processes.mydata.terms import FOLDER, MOST_BYTES, Left


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that a record points to: a paper of the documents room, or what somebody uploaded."""

    id: str
    filename: str = ""
    is_document: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list of files: it lies at `path` in the package, or `left` says why not."""

    part: str
    id: str
    filename: str
    path: str = ""
    left: Left | None = None


@dataclass(slots=True)
class Filling:
    """What has gone into a package so far: bytes, and the names that are taken."""

    used: int = 0
    taken: set[str] = field(default_factory=set)


def place(filling: Filling, part: str, one: Attached, copy: Copy | None) -> Row:
    """Where a file goes, and then it counts; or why it stays out."""
    left = _left(filling, copy)
    if copy is None or left is not None:
        name = copy.filename if copy else one.filename
        return Row(part, one.id, name or "编号 " + one.id, left=left)
    path = _free(filling, f"{FOLDER}/{part}", copy.filename)
    filling.used += copy.size
    filling.taken.add(path)
    return Row(part, one.id, copy.filename, path)


def _left(filling: Filling, copy: Copy | None) -> Left | None:
    if copy is None:
        return Left.NOT_THERE
    if copy.by_others:
        return Left.BY_OTHERS
    return Left.TOO_MUCH if filling.used + copy.size > MOST_BYTES else None


def _free(filling: Filling, folder: str, filename: str) -> str:
    """A name that no file of the folder has yet."""
    stem, dot, ending = filename.rpartition(".")
    path, number = f"{folder}/{filename}", 1
    while path in filling.taken:
        number += 1
        path = f"{folder}/{stem}（{number}）{dot}{ending}"
    return path
