"""Wire shapes of imports."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from mashangban.imports.terms import ImportState
from mashangban.kernel.http.schemas import ONE_LINE, ListQuery, Schema

Filename = Annotated[str, Field(max_length=120), ONE_LINE]


class FileImportName(Schema):
    """What a posted file is called."""

    filename: Filename = ""


class FileImportsQuery(ListQuery):
    """A page of an office's files."""

    region: str = ""


class FileImportView(Schema):
    """Where an import stands: `done` of `total` chunks are written; whoever brought the file sees `own`."""

    id: str
    kind: str
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
    own: bool


class FileImportRowView(Schema):
    """What became of one row; `left` where it was left alone."""

    what: str
    outcome: str
    left: bool


class FileImportErrorView(Schema):
    """What is wrong in a row and column; row 0 when it is the file."""

    row: int
    column: str
    message: str
