"""Imported files in the crossregion table: keys begin with CROSS."""

from mashangban.domains.crossregion.models.base import CrossregionRecord
from mashangban.imports.models import FileRecord, ImportRecord, RowErrorsRecord, StagedRecord


class CrossImportRecord(ImportRecord, CrossregionRecord, discriminator="import"):
    """PK CROSSIMPORT#id, SK IMPORT; GSI1 CROSSIMPORTS-OF#region / id."""


class CrossStagedRecord(StagedRecord, CrossregionRecord, discriminator="staged"):
    """PK CROSSSTAGED#id#0001, SK ROWS."""


class CrossRowErrorsRecord(RowErrorsRecord, CrossregionRecord, discriminator="row-errors"):
    """PK CROSSIMPORT#id, SK ERRORS#0001."""


class CrossFileRecord(FileRecord, CrossregionRecord, discriminator="file"):
    """PK CROSSFILE#region#kind#sha256, SK FILE."""
