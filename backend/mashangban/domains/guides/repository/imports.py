"""Where the imports of this room lie."""

from mashangban.domains.guides.models.imports import (
    GuideFileRecord,
    GuideImportRecord,
    GuideRowErrorsRecord,
    GuideStagedRecord,
)
from mashangban.imports.repository import Store

STORE = Store("guide", GuideImportRecord, GuideStagedRecord, GuideRowErrorsRecord, GuideFileRecord)
