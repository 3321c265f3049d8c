"""Wire shapes of bulk imports."""

from typing import Literal

from mashangban.domains.policies.schemas import OfficeQuery, Region
from mashangban.domains.policies.terms.imports import ImportKind
from mashangban.imports.schemas import Filename
from mashangban.kernel.http.schemas import Schema


class PolicyTemplateQuery(Schema):
    kind: ImportKind


class PolicyExportQuery(OfficeQuery):
    """What an office's list shows, in which format."""

    format: Literal["xlsx", "csv"] = "xlsx"


class PolicyImportQuery(Schema):
    """What the posted file holds, for which region's office, its name."""

    kind: ImportKind
    region: Region
    filename: Filename = ""
