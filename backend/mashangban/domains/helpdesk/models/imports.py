"""Imported files in the helpdesk table: keys begin with HELP."""

from mashangban.domains.helpdesk.models.base import HelpdeskRecord
from mashangban.imports.models import FileRecord, ImportRecord, RowErrorsRecord, StagedRecord


class HelpImportRecord(ImportRecord, HelpdeskRecord, discriminator="import"):
    """PK HELPIMPORT#id, SK IMPORT; GSI1 HELPIMPORTS-OF#region / id."""


class HelpStagedRecord(StagedRecord, HelpdeskRecord, discriminator="staged"):
    """PK HELPSTAGED#id#0001, SK ROWS."""


class HelpRowErrorsRecord(RowErrorsRecord, HelpdeskRecord, discriminator="row-errors"):
    """PK HELPIMPORT#id, SK ERRORS#0001."""


class HelpFileRecord(FileRecord, HelpdeskRecord, discriminator="file"):
    """PK HELPFILE#region#kind#sha256, SK FILE."""
