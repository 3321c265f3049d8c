"""How imports lie in a room's own table. `WORD` is the room's word for its imports (`POLICY`).

A room derives each of the four with its own base: `class JobRecord(ImportRecord, PoliciesRecord, discriminator=...)`.
"""

from typing import Any

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.imports.terms import ImportState
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record


class ImportRecord(Record):
    """A file on its way. PK WORDIMPORT#id, SK IMPORT; GSI1 WORDIMPORTS-OF#region / id."""

    content = UnicodeAttribute()
    region = UnicodeAttribute(null=True)
    filename = UnicodeAttribute(null=True)
    sha256 = UnicodeAttribute()
    person_id = UnicodeAttribute()
    state = EnumAttribute(ImportState)
    received_at = InstantAttribute()
    rows = NumberAttribute()
    errors = NumberAttribute()
    chunks = NumberAttribute()
    chunks_done = NumberAttribute()
    skipped = NumberAttribute()
    confirmed_by = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class StagedRecord(Record):
    """Checked rows, encrypted. PK WORDSTAGED#id#0001, SK ROWS."""

    body = UnicodeAttribute()
    expires_at = NumberAttribute()


class RowErrorsRecord(Record):
    """What is wrong with a file; what became of its rows. PK WORDIMPORT#id, SK ERRORS#0001, TOLD#0001."""

    wrong = JsonAttribute[list[list[Any]]](list, list)
    expires_at = NumberAttribute()


class FileRecord(Record):
    """A file that counts. PK WORDFILE#region#kind#sha256, SK FILE."""

    import_id = UnicodeAttribute()
