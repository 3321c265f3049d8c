"""Where the imports of this room lie."""

from mashangban.domains.crossregion.models.imports import (
    CrossFileRecord,
    CrossImportRecord,
    CrossRowErrorsRecord,
    CrossStagedRecord,
)
from mashangban.imports.repository import Store

STORE = Store("cross", CrossImportRecord, CrossStagedRecord, CrossRowErrorsRecord, CrossFileRecord)
