"""What a room says of the personal data it keeps: what its person may take along (个人信息保护法 Art. 45), what goes
when they leave for good, what a law makes it keep all the same (Art. 47), and who gets some of it (Art. 23). Each
room's word is `service/privacy.py`; whoever is reached over the network stands beside the code that calls it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.recipients import Recipient

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part:
    """One file of what somebody takes along.

    `holds`, `source` and `kept` are for its reader: what it is, from whom it came or which law asks for it, and until
    when it is kept. `read` yields the actor's own records a page at a time, others masked as on their phone.
    """

    name: str
    holds: str
    source: str
    kept: str
    read: Callable[[Act], Iterable[Schema]]


class Uploads(StrEnum):
    """What becomes of the uploaded files that a room's records point to once their person has left (ADR 29)."""

    NONE = "none"
    LET_GO = "let-go"
    """Each record that is forgotten names its files to the files room; with those that a law keeps they stay."""
    KEPT = "kept"
    """All stay, with the records that a law keeps."""
    OFFICE = "office"
    """Sent in the name of an office or a firm: part of its records, not of a person's."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A room's word: its parts; what it erases; what it keeps, with the law that says so. One of the two is said.

    `recipients` are those it hands something to; `decided` is what a program decides there by itself, and how one
    objects (Art. 24).
    """

    parts: tuple[Part, ...]
    erased: str = ""
    lawful: str = ""
    uploads: Uploads = Uploads.NONE
    recipients: tuple[Recipient, ...] = ()
    decided: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """A file to take along: its name, its length in bytes, its content a piece at a time.

    `by_others` says that it is a picture or film that somebody else took, in which others may be seen.
    """

    filename: str
    size: int
    pieces: Callable[[], Iterator[bytes]]
    by_others: bool = False


def opened(listed: Iterable[T], show: Callable[[T], Schema]) -> Iterator[Schema]:
    """Each record whole, one at a time; what was taken away since it was listed is left out."""
    for one in listed:
        try:
            whole = show(one)
        except NotFound:
            continue
        yield whole
