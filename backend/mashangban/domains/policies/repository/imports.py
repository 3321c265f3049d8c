"""Where the imports of this room lie."""

from mashangban.domains.policies.models.imports import (
    PolicyFileRecord,
    PolicyImportRecord,
    PolicyRowErrorsRecord,
    PolicyStagedRecord,
)
from mashangban.imports.repository import Store

STORE = Store("policy", PolicyImportRecord, PolicyStagedRecord, PolicyRowErrorsRecord, PolicyFileRecord)
