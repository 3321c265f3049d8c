"""Files of every kind, good and bad, made on the spot."""

import re
import struct
import zipfile
import zlib
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
CSV = "姓名,工种\n张三,钢筋工\n".encode()


def picture(kind: str = "JPEG", size: tuple[int, int] = (640, 480), **options: Any) -> bytes:
    image = Image.new("RGB", size, "steelblue")
    image.paste("orange", (0, 0, size[0] // 2, size[1] // 2))
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def photo_with_place(orientation: int = 1) -> bytes:
    """30° 15' 36" north, 120° 9' 18" west of nowhere in particular; a camera's name and a comment."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "PhoneMaker"
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.ImageDescription] = "secret words"
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "N", (30.0, 15.0, 36.0)
    gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "W", (120.0, 9.0, 18.0)
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:11:23 14:05:06"
    return picture(exif=exif)


def png_that_claims(width: int, height: int) -> bytes:
    """A few bytes that unpack to a wall of pixels."""
    rows = zlib.compress(b"\x00" * 100_000, 9)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def film(
    length: int = 12,
    coding: bytes = b"avc1",
    tracks: tuple[bytes, ...] = (b"vide", b"soun"),
    version: int = 0,
    noted: bytes = b"",
    body: bytes = b"\x00" * 400,
) -> bytes:
    """An MP4 of so many seconds (a half more) that has every box a player looks for; `noted` by the camera."""
    times = (b"\x00" * 16, 1000, length * 1000 - 500) if version else (b"\x00" * 8, 1000, length * 1000 - 500)
    told = struct.pack(">B3x16sIQ80x" if version else ">B3x8sII80x", version, *times)
    place = box(b"udta", box(b"\xa9xyz", noted)) if noted else b""
    made = b"".join(_track(kind, coding if kind == b"vide" else b"mp4a", place) for kind in tracks)
    movie = box(b"moov", box(b"mvhd", told) + made + place)
    return box(b"ftyp", b"isom\x00\x00\x02\x00isomavc1") + movie + box(b"mdat", body)


def box(kind: bytes, content: bytes) -> bytes:
    """One box of an MP4."""
    return struct.pack(">I4s", len(content) + 8, kind) + content


def _track(kind: bytes, coding: bytes, place: bytes) -> bytes:
    described = box(b"stsd", struct.pack(">II", 0, 1) + box(coding, b"\x00" * 70))
    handled = box(b"hdlr", struct.pack(">II4s12x", 0, 0, kind) + b"x\x00")
    return box(b"trak", box(b"mdia", handled + box(b"minf", box(b"stbl", described))) + place)


def without_places(book: bytes) -> bytes:
    """A workbook whose first sheet no longer says where its cells stand, which the standard allows."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(book)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in given.namelist():
            data = given.read(part)
            first = part == "xl/worksheets/sheet1.xml"
            archive.writestr(part, re.sub(rb'(<(?:c|row)) r="[A-Z0-9]+"', rb"\1", data) if first else data)
    return out.getvalue()


def workbook(extra: dict[str, bytes] | None = None) -> bytes:
    content = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>", **(extra or {})}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return out.getvalue()
