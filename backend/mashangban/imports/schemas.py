"""Wire shapes of imports; a room adds what is its own to the view."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from mashangban.imports.terms import ImportState
from mashangban.kernel.http.schemas import ONE_LINE, Schema

Filename = Annotated[str, Field(max_length=120), ONE_LINE]


class ImportView(Schema):
    """Where an import stands: `done` of `total` chunks are written."""

    id: str
    region: str
    filename: str
    state: ImportState
    state_label: str
    received_at: datetime
    rows: int
    errors: int
    done: int
    total: int


class ImportErrorView(Schema):
    """What is wrong in a row and column; row 0 when it is the file."""

    row: int
    column: str
    message: str
