"""A short film, told by its boxes (ISO/IEC 14496-12); nothing is decoded.

Taken is what every phone plays: MP4 with H.264 pictures. What a camera wrote beside them (place, name of the phone) is
blanked in what others get.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from mashangban.files.errors import FilmNotPlayable, FilmTooLong, WrongContent
from mashangban.files.terms import MAX_FILM_SECONDS

_HOLDERS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl"})
# Where cameras write the place, their name and notes; a free box in its stead changes no offset.
_PERSONAL = frozenset({b"udta", b"meta", b"uuid"})
# Real films have some dozens.
_MOST_BOXES = 2_000
_PLAYED = frozenset({b"avc1", b"avc3"})


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its type and where that stands, where its content begins and ends, in bytes from the film's begin."""

    kind: bytes
    named: int
    start: int
    end: int


def seconds(content: BinaryIO) -> int:
    """How long a film runs, a begun second counts. Raises WrongContent, FilmNotPlayable, FilmTooLong."""
    try:
        boxes = list(_boxes(content))
        length = _length(content, boxes)
        tracks = _tracks(content, boxes)
    except (struct.error, IndexError, ValueError) as broken:
        raise WrongContent() from broken
    if not all(coding in _PLAYED if kind == b"vide" else kind == b"soun" for kind, coding in tracks):
        raise FilmNotPlayable()  # also a track of what a camera measured, its place among it
    if length > MAX_FILM_SECONDS:
        raise FilmTooLong()
    return length


def bare(content: bytes) -> bytes:
    """The same film without what the camera wrote beside it."""
    blank = bytearray(content)
    for one in _boxes(BytesIO(content)):
        if one.kind in _PERSONAL:
            blank[one.start : one.end] = bytes(one.end - one.start)
            blank[one.named : one.named + 4] = b"free"
    return bytes(blank)


def _boxes(content: BinaryIO) -> Iterator[Box]:
    """Every box and those within the ones that hold boxes, in their order. Raises ValueError for what does not fit."""
    left = [(0, content.seek(0, 2))]
    count = 0
    while left:
        at, end = left.pop()
        if at >= end:
            continue
        one = _box(content, at, end)
        count += 1
        if count > _MOST_BOXES:
            raise ValueError("too many boxes")
        yield one
        left.append((one.end, end))
        if one.kind in _HOLDERS:
            left.append((one.start, one.end))


def _box(content: BinaryIO, at: int, end: int) -> Box:
    content.seek(at)
    size, kind = struct.unpack(">I4s", content.read(8))
    start = at + 8
    if size == 1:
        (size,) = struct.unpack(">Q", content.read(8))
        start = at + 16
    last = end if size == 0 else at + size
    if not start <= last <= end:
        raise ValueError("a box is larger than what holds it")
    return Box(kind, at + 4, start, last)


def _length(content: BinaryIO, boxes: list[Box]) -> int:
    """Of the movie header, in whole seconds. A film begins by saying what it is, and has its pictures in it."""
    kinds = [one.kind for one in boxes]
    if kinds[0] != b"ftyp" or b"mdat" not in kinds:
        raise ValueError("no film")
    (header,) = [one for one in boxes if one.kind == b"mvhd"]
    content.seek(header.start)
    (version,) = struct.unpack(">B3x", content.read(4))
    scale, duration = struct.unpack(
        ">16xIQ" if version == 1 else ">8xII", content.read(28 if version == 1 else 16)
    )
    if not scale or not duration:
        raise ValueError("a film of no length")
    return int(-(-duration // scale))


def _tracks(content: BinaryIO, boxes: list[Box]) -> list[tuple[bytes, bytes]]:
    """What each track holds and how it is coded; one holds pictures."""
    handlers = [_word(content, one, 8) for one in boxes if one.kind == b"hdlr"]
    codings = [_word(content, one, 12) for one in boxes if one.kind == b"stsd"]
    if b"vide" not in handlers:
        raise ValueError("no pictures")
    return list(zip(handlers, codings, strict=True))


def _word(content: BinaryIO, box: Box, offset: int) -> bytes:
    content.seek(box.start + offset)
    (word,) = struct.unpack("4s", content.read(4))
    return bytes(word)
