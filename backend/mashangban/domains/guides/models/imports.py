"""Imported files in the guides table: keys begin with GUIDE."""

from mashangban.domains.guides.models.items import GuidesRecord
from mashangban.imports.models import FileRecord, ImportRecord, RowErrorsRecord, StagedRecord


class GuideImportRecord(ImportRecord, GuidesRecord, discriminator="import"):
    """PK GUIDEIMPORT#id, SK IMPORT; GSI1 GUIDEIMPORTS-OF#region / id."""


class GuideStagedRecord(StagedRecord, GuidesRecord, discriminator="staged"):
    """PK GUIDESTAGED#id#0001, SK ROWS."""


class GuideRowErrorsRecord(RowErrorsRecord, GuidesRecord, discriminator="row-errors"):
    """PK GUIDEIMPORT#id, SK ERRORS#0001."""


class GuideFileRecord(FileRecord, GuidesRecord, discriminator="file"):
    """PK GUIDEFILE#region#kind#sha256, SK FILE."""
