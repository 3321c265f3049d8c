"""Imported files in the answers table: keys begin with ANSWER."""

from mashangban.domains.answers.models.pairs import AnswersRecord
from mashangban.imports.models import FileRecord, ImportRecord, RowErrorsRecord, StagedRecord


class AnswerImportRecord(ImportRecord, AnswersRecord, discriminator="import"):
    """PK ANSWERIMPORT#id, SK IMPORT; GSI1 ANSWERIMPORTS-OF#region / id."""


class AnswerStagedRecord(StagedRecord, AnswersRecord, discriminator="staged"):
    """PK ANSWERSTAGED#id#0001, SK ROWS."""


class AnswerRowErrorsRecord(RowErrorsRecord, AnswersRecord, discriminator="row-errors"):
    """PK ANSWERIMPORT#id, SK ERRORS#0001."""


class AnswerFileRecord(FileRecord, AnswersRecord, discriminator="file"):
    """PK ANSWERFILE#region#kind#sha256, SK FILE."""
