"""Where the imports of this room lie."""

from mashangban.domains.answers.models.imports import (
    AnswerFileRecord,
    AnswerImportRecord,
    AnswerRowErrorsRecord,
    AnswerStagedRecord,
)
from mashangban.imports.repository import Store

STORE = Store("answer", AnswerImportRecord, AnswerStagedRecord, AnswerRowErrorsRecord, AnswerFileRecord)
