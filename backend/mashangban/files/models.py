"""What the files table holds: one item a file (announced, later arrived); its events lie beside it."""

from typing import Any

from pynamodb.attributes import DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.files.terms import ContentType, FileState, Purpose, ScanState
from mashangban.kernel.attributes import EnumAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("files")


class FilesRecord(Record):
    """Base of the table's items."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class FileRecord(FilesRecord, discriminator="file"):
    """A file. `filename` and `place` are encrypted; `expires_at` (TTL) is there until it has arrived."""

    owner = UnicodeAttribute()
    purpose = EnumAttribute(Purpose)
    filename = UnicodeAttribute()
    content_type = EnumAttribute(ContentType)
    size = NumberAttribute()
    sha256 = UnicodeAttribute()
    state = EnumAttribute(FileState)
    scan_state = EnumAttribute(ScanState)
    upload_id: Any = UnicodeAttribute(null=True)
    place: Any = UnicodeAttribute(null=True)
    expires_at: Any = NumberAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()
