"""What the files table holds: one item a file (announced, later arrived); its events lie beside it."""

from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    DiscriminatorAttribute,
    MapAttribute,
    NumberAttribute,
    UnicodeAttribute,
)

from mashangban.files.rules.uploads import Region
from mashangban.files.terms import ContentType, FileState, Purpose, ScanState
from mashangban.kernel.attributes import EnumAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("files")


def _dump_regions(regions: tuple[Region, ...]) -> list[list[float]]:
    return [[one.x, one.y, one.width, one.height] for one in regions]


def _load_regions(raw: list[list[float]]) -> tuple[Region, ...]:
    return tuple(Region(*one) for one in raw)


class FilesRecord(Record):
    """Base of the table's items."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class ShareRecord(FilesRecord, discriminator="share"):
    """What one person has sent on one day. PK UPLOADS#person#day, SK SHARE; expires two days later."""

    files = NumberAttribute()
    sent = NumberAttribute()
    expires_at = NumberAttribute()


class FileRecord(FilesRecord, discriminator="file"):
    """A file. `filename` and `place` are encrypted; `expires_at` (TTL) is there until it has arrived; `held` tells for
    each room whose records point to it when it took hold last.

    GSI1 FILES-OF#owner / id once it was prepared, unless its owner held an office as it was sent.
    GSI3 UNUSED#shard / the moment it is removed, from its arrival until a room holds it.
    """

    owner = UnicodeAttribute()
    purpose = EnumAttribute(Purpose)
    filename = UnicodeAttribute()
    content_type = EnumAttribute(ContentType)
    size = NumberAttribute()
    sha256 = UnicodeAttribute()
    state = EnumAttribute(FileState)
    scan_state = EnumAttribute(ScanState)
    upload_id: Any = UnicodeAttribute(null=True)
    seconds: Any = NumberAttribute(null=True)
    place: Any = UnicodeAttribute(null=True)
    blurs = JsonAttribute[tuple[Region, ...]](_dump_regions, _load_regions, null=True)
    in_office: Any = BooleanAttribute(null=True)
    held: Any = MapAttribute(null=True)  # type: ignore[no-untyped-call]  # PynamoDB's own hook
    expires_at: Any = NumberAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()
