"""What may be uploaded for what purpose, and the states of a file."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from mashangban.kernel.labelled import Labelled

MIB = 1024 * 1024


class ContentType(StrEnum):
    """Kinds of content we take; each is recognised by its own bytes, not by its name."""

    extension: str

    def __new__(cls, value: str, extension: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.extension = extension
        return member

    JPEG = "image/jpeg", "jpg"
    PNG = "image/png", "png"
    WEBP = "image/webp", "webp"
    PDF = "application/pdf", "pdf"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"
    CSV = "text/csv", "csv"
    MP4 = "video/mp4", "mp4"


IMAGES = frozenset({ContentType.JPEG, ContentType.PNG, ContentType.WEBP})
SHEETS = frozenset({ContentType.XLSX, ContentType.CSV})


class FileState(Labelled):
    """announced -> arrived -> usable; or unreadable, infected."""

    ANNOUNCED = "announced", "待上传"
    ARRIVED = "arrived", "已收到，处理中"
    USABLE = "usable", "可查看"
    UNREADABLE = "unreadable", "打不开，请换一张"
    INFECTED = "infected", "发现病毒，已停用"


class ScanState(Labelled):
    """What the virus scanner said. Without a scanner a file stays unscanned, and says so."""

    UNSCANNED = "unscanned", "未扫描"
    CLEAN = "clean", "未发现病毒"
    INFECTED = "infected", "发现病毒"


class Purpose(StrEnum):
    """What a file is for; it decides type, size and whether the place of a photo is kept."""

    EVIDENCE = "evidence"
    CERTIFICATE = "certificate"
    SITE_PHOTO = "site-photo"
    ATTACHMENT = "attachment"
    MATTER = "matter"
    IMPORT = "import"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class PurposeRule:
    """Allowed types, largest size in bytes, and whether the photo's place and time are kept (encrypted).

    `room`: the only one whose records may point to such a file, so that it knows when none does; empty for several.
    """

    label: str
    types: frozenset[ContentType]
    limit: int
    keeps_place: bool = False
    room: str = ""


PURPOSES = {
    Purpose.EVIDENCE: PurposeRule("证据", IMAGES | {ContentType.PDF}, 20 * MIB, keeps_place=True),
    Purpose.CERTIFICATE: PurposeRule("证书", IMAGES | {ContentType.PDF}, 10 * MIB),
    Purpose.SITE_PHOTO: PurposeRule("现场照片", IMAGES, 20 * MIB, keeps_place=True),
    Purpose.ATTACHMENT: PurposeRule("附件", IMAGES | {ContentType.PDF}, 20 * MIB),
    Purpose.MATTER: PurposeRule("办件材料", IMAGES | {ContentType.PDF}, 20 * MIB, room="matters"),
    Purpose.IMPORT: PurposeRule("导入表格", SHEETS, 50 * MIB),
    Purpose.ANSWER: PurposeRule("答案的图片和短片", IMAGES | {ContentType.MP4}, 20 * MIB),
}

UNUSED_DAYS = 30
"""A file that has come waits so long for a record: a draft may lie on a phone for weeks."""
MOST_A_DAY = 500
MOST_BYTES_A_DAY = 2048 * MIB
"""What one person may send in a day of ours: a site inspection with every room's photos stays far below."""

MAX_PIXELS = 50_000_000
"""More than any phone camera takes; a small file can claim far more (a decompression bomb)."""
MAX_UNPACKED = 600 * MIB
MAX_RATIO = 200
"""A workbook's XML packs about 10 to 30 times; beyond this it is made to fill a disk."""
MAX_FILM_SECONDS = 180
"""A film that explains one thing; whoever watches it pays for each second of the air (ours)."""
PART_SIZE = 5 * MIB
"""Smallest part S3 takes; larger files go in parts, so that a lost network costs one part."""
