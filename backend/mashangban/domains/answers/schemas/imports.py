"""Wire shapes of bulk imports."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.answers.schemas import Region
from mashangban.domains.answers.terms.imports import ImportState
from mashangban.kernel.http.schemas import ONE_LINE, ListQuery, Schema


class AnswerImportQuery(Schema):
    """For which region's office the posted file is, its name."""

    region: Region = ""
    filename: Annotated[str, Field(max_length=120), ONE_LINE] = ""


class AnswerImportsQuery(ListQuery):
    region: Region = ""


class AnswerImportView(Schema):
    """Where an import stands; `own`: the caller brought it, so somebody else lets it count."""

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
    own: bool


class AnswerRowErrorView(Schema):
    """What is wrong in a row and column; row 0 when it is the file."""

    row: int
    column: str
    message: str
