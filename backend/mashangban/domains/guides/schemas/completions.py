"""Wire shapes of the table in which an office fills in what its items lack."""

from typing import Annotated

from pydantic import Field

from mashangban.domains.guides.schemas.items import Region
from mashangban.domains.guides.terms import ROWS_TO_FILL, GuideLack
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import LINES, ONE_LINE

_Lines = Annotated[str, Field(max_length=4000), LINES]


class GuideGapsQuery(ListQuery):
    """Items of a region that lack something, or this."""

    region: Region
    lack: GuideLack | None = None


class GuideCells(Schema):
    """What a row says: places and materials one a line, as on the form of an item."""

    places: _Lines = ""
    hours: Annotated[str, Field(max_length=120), ONE_LINE] = ""
    phone: Annotated[str, Field(max_length=40), ONE_LINE] = ""
    materials: _Lines = ""


class GuideGapRow(Schema):
    """An item that lacks something; `seen` is its version, `writable` false while it waits for a second person."""

    id: str
    code: str
    name: str
    seen: int
    writable: bool
    lacks: list[str]
    cells: GuideCells


class GuideCompletion(GuideCells):
    """A row as it was filled in, and the version on which it was filled in."""

    id: Annotated[str, Field(min_length=1, max_length=40)]
    seen: int


class GuideCompletions(Schema):
    """The rows of a table; `submit` hands in at once what is complete."""

    rows: list[GuideCompletion] = Field(min_length=1, max_length=ROWS_TO_FILL)
    submit: bool = False


class GuideCompletedRow(Schema):
    """What became of a row; `problem` says why nothing of it was saved, or why it was not handed in."""

    id: str
    name: str
    saved: bool
    submitted: bool
    problem: str


class GuideCompleted(Schema):
    rows: list[GuideCompletedRow]
