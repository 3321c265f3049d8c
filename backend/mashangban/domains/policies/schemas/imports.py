"""Wire shapes of bulk imports."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from mashangban.domains.policies.schemas import OfficeQuery, Region
from mashangban.domains.policies.terms.imports import ImportKind, ImportState
from mashangban.kernel.http.schemas import ONE_LINE, Schema


class PolicyTemplateQuery(Schema):
    kind: ImportKind


class PolicyExportQuery(OfficeQuery):
    """What an office's list shows, in which format."""

    format: Literal["xlsx", "csv"] = "xlsx"


class PolicyImportQuery(Schema):
    """What the posted file holds, for which region's office, its name."""

    kind: ImportKind
    region: Region
    filename: Annotated[str, Field(max_length=120), ONE_LINE] = ""


class PolicyImportView(Schema):
    """Where an import stands."""

    id: str
    kind: ImportKind
    kind_label: str
    region: str
    filename: str
    state: ImportState
    state_label: str
    received_at: datetime
    rows: int
    errors: int
    done: int
    total: int
    skipped: int


class PolicyRowErrorView(Schema):
    """What is wrong in a row and column; row 0 when it is the file."""

    row: int
    column: str
    message: str
