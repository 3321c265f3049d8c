"""What a file is, told by its own bytes. Nothing is decoded or unpacked here; only headers are read."""

import struct
import zipfile
from collections.abc import Callable
from typing import BinaryIO

from mashangban.files.errors import Overpacked, WrongContent
from mashangban.files.rules import films
from mashangban.files.terms import MAX_PIXELS, MAX_RATIO, MAX_UNPACKED, ContentType

_HEAD = 64 * 1024
Size = tuple[int, int]


def inspect(content: BinaryIO, content_type: ContentType) -> int | None:
    """Refuse content that is not of its type (WrongContent), unpacks to something huge (Overpacked), or is a film that
    phones can't play (FilmNotPlayable, FilmTooLong). Returns how many seconds a film runs."""
    content.seek(0)
    return _CHECKS[content_type](content)


def _image(measure: Callable[[BinaryIO], Size | None]) -> Callable[[BinaryIO], None]:
    def check(content: BinaryIO) -> None:
        try:
            size = measure(content)
        except (struct.error, IndexError, ValueError):
            size = None
        if size is None or 0 in size:
            raise WrongContent()
        if size[0] * size[1] > MAX_PIXELS:
            raise Overpacked(f"{size[0]}x{size[1]}")

    return check


def _png_size(content: BinaryIO) -> Size | None:
    """PNG (ISO/IEC 15948): signature, then IHDR with width and height."""
    head = content.read(24)
    if head[:8] != b"\x89PNG\r\n\x1a\n" or head[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def _jpeg_size(content: BinaryIO) -> Size | None:
    """JPEG (ITU-T T.81): walk the segments up to the frame header."""
    if content.read(3) != b"\xff\xd8\xff":
        return None
    content.seek(2)
    while True:
        marker = _next_marker(content)
        (length,) = struct.unpack(">H", content.read(2))
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">xHH", content.read(5))
            return width, height
        if marker == 0xDA or length < 2:  # the picture begins without a frame header
            return None
        content.seek(length - 2, 1)


def _next_marker(content: BinaryIO) -> int:
    if content.read(1) != b"\xff":
        raise ValueError("no marker")
    marker = 0xFF
    while marker == 0xFF:  # fill bytes
        marker = content.read(1)[0]
    return marker


def _webp_size(content: BinaryIO) -> Size | None:
    """WebP (RFC 9649): the three kinds of first chunk."""
    head = content.read(30)
    if head[:4] != b"RIFF" or head[8:12] != b"WEBP":
        return None
    kind = head[12:16]
    if kind == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if kind == b"VP8L":
        (bits,) = struct.unpack("<I", head[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and head[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None


def _pdf(content: BinaryIO) -> None:
    """PDF (ISO 32000-1, 7.5): a header near the start, an end mark near the end."""
    head = content.read(1024)
    content.seek(0, 2)
    content.seek(max(0, content.tell() - 2048))
    if b"%PDF-" not in head or b"%%EOF" not in content.read():
        raise WrongContent()


def _xlsx(content: BinaryIO) -> None:
    """An Office Open XML workbook (ISO/IEC 29500) without macros that unpacks to a sane size."""
    try:
        with zipfile.ZipFile(content) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as broken:
        raise WrongContent() from broken
    names = {entry.filename for entry in entries}
    if not {"[Content_Types].xml", "xl/workbook.xml"} <= names or "xl/vbaProject.bin" in names:
        raise WrongContent()
    unpacked, packed = sum(e.file_size for e in entries), sum(e.compress_size for e in entries)
    if unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(packed, 1024):
        raise Overpacked()


def _csv(content: BinaryIO) -> None:
    """Text in UTF-8 or GB 18030 without control bytes."""
    head = content.read(_HEAD)
    if b"\x00" in head or not (_decodes(head, "utf-8") or _decodes(head, "gb18030")):
        raise WrongContent()


def _decodes(head: bytes, encoding: str) -> bool:
    for cut in range(4):  # the last character may be cut through
        try:
            head[: len(head) - cut].decode(encoding)
            return True
        except UnicodeDecodeError:
            continue
    return False


_CHECKS: dict[ContentType, Callable[[BinaryIO], int | None]] = {
    ContentType.JPEG: _image(_jpeg_size),
    ContentType.PNG: _image(_png_size),
    ContentType.WEBP: _image(_webp_size),
    ContentType.PDF: _pdf,
    ContentType.XLSX: _xlsx,
    ContentType.CSV: _csv,
    ContentType.MP4: films.seconds,
}
