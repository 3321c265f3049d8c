"""Where the imports of this room lie."""

from mashangban.domains.helpdesk.models.imports import (
    HelpFileRecord,
    HelpImportRecord,
    HelpRowErrorsRecord,
    HelpStagedRecord,
)
from mashangban.imports.repository import Store

STORE = Store("help", HelpImportRecord, HelpStagedRecord, HelpRowErrorsRecord, HelpFileRecord)
