"""Pages that somebody brings: each has a scan that came to the files room, whose SHA-256 is listed."""

from collections.abc import Iterable, Sequence

from mashangban.domains.crossregion.rules.custody import Sheet, runs
from mashangban.domains.crossregion.schemas.cases import PageForm
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.kernel.acts import Act


def taken(act: Act, pages: Sequence[PageForm], first: int, *, result: bool = False) -> tuple[Sheet, ...]:
    """Pages as they are listed from a number on. Raises as `files.hold` does."""
    return tuple(
        Sheet(number, one.name, scan_of(act, one.file_id), one.file_id, one.paper, result)
        for number, one in enumerate(pages, start=first)
    )


def scan_of(act: Act, file_id: str) -> str:
    """The SHA-256 of the caller's own scan."""
    return files.hold(act, "crossregion", file_id, Purpose.ATTACHMENT).sha256


def named(sheets: Iterable[Sheet]) -> dict[str, object]:
    """Pages as an event names them: their numbers, and which have no original; the case's digest has their hashes."""
    listed = tuple(sheets)
    scans = runs(one.number for one in listed if not one.paper)
    return {"pages": runs(one.number for one in listed), **({"scans": scans} if scans else {})}
