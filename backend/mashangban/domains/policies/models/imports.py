"""Imported files in the policies table: keys begin with POLICY."""

from mashangban.domains.policies.models.items import PoliciesRecord
from mashangban.imports.models import FileRecord, ImportRecord, RowErrorsRecord, StagedRecord


class PolicyImportRecord(ImportRecord, PoliciesRecord, discriminator="import"):
    """PK POLICYIMPORT#id, SK IMPORT; GSI1 POLICYIMPORTS-OF#region / id."""


class PolicyStagedRecord(StagedRecord, PoliciesRecord, discriminator="staged"):
    """PK POLICYSTAGED#id#0001, SK ROWS."""


class PolicyRowErrorsRecord(RowErrorsRecord, PoliciesRecord, discriminator="row-errors"):
    """PK POLICYIMPORT#id, SK ERRORS#0001."""


class PolicyFileRecord(FileRecord, PoliciesRecord, discriminator="file"):
    """PK POLICYFILE#region#kind#sha256, SK FILE."""
