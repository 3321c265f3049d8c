"""Files of pairs on their way."""

from typing import Any

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.domains.answers.models.pairs import AnswersRecord
from mashangban.domains.answers.terms.imports import ImportState
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute


class ImportRecord(AnswersRecord, discriminator="import"):
    """A file on its way. PK ANSWERIMPORT#id, SK IMPORT; GSI1 ANSWERIMPORTS-OF#region / id."""

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
    reviewer_id = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class StagedRecord(AnswersRecord, discriminator="staged"):
    """Checked rows, encrypted. PK ANSWERSTAGED#id#0001, SK ROWS."""

    body = UnicodeAttribute()
    expires_at = NumberAttribute()


class RowErrorsRecord(AnswersRecord, discriminator="row-errors"):
    """What is wrong with a file. PK ANSWERIMPORT#id, SK ERRORS#0001."""

    wrong = JsonAttribute[list[list[Any]]](list, list)
    expires_at = NumberAttribute()


class FileRecord(AnswersRecord, discriminator="file"):
    """A file that counts. PK ANSWERFILE#region#sha256, SK FILE."""

    import_id = UnicodeAttribute()
