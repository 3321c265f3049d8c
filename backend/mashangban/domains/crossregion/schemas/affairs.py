"""Wire shapes of an alliance's affairs."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.crossregion.schemas.alliances import Name, Region, StepView
from mashangban.domains.crossregion.terms.affairs import MOST_GUESTS, AffairKind
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import ONE_LINE

Line = Annotated[str, Field(max_length=200), ONE_LINE]


class AffairForm(Schema):
    """A new affair; who is sent is named by their telephone."""

    kind: AffairKind
    host: Region
    guests: list[Region] = Field(min_length=1, max_length=MOST_GUESTS)
    title: Name
    text: str = Field(min_length=2, max_length=4000)
    first: date | None = None
    last: date | None = None
    phone: str = Field("", max_length=20)
    case_id: str = Field("", max_length=64)


class AffairPartForm(Schema):
    """What a zone adds; a decision names its owner and day, an answer its source."""

    zone: Region
    text: str = Field(min_length=2, max_length=2000)
    source: Line = ""
    owner: Region | None = None
    due: date | None = None


class AffairZoneForm(Schema):
    """For which zone somebody speaks."""

    zone: Region


class AffairsQuery(ListQuery):
    kind: AffairKind = AffairKind.MEETING


class AffairRow(Schema):
    """An affair in a list."""

    id: str
    title: str
    host_name: str
    guest_names: list[str]
    first: date | None
    last: date | None
    state: str
    state_label: str
    parts: int
    made_at: datetime


class AffairPartView(Schema):
    """A part; `mine`: the caller may say that it is done."""

    number: int
    zone_name: str
    text: str
    source: str
    owner: str
    owner_name: str
    due: date | None
    done_at: datetime | None
    at: datetime
    mine: bool


class AffairView(Schema):
    """An affair with its newest parts. `writers` and `host`: for whom the caller may add or end."""

    row: AffairRow
    alliance_id: str
    alliance_name: str
    kind: AffairKind
    kind_label: str
    part_label: str
    text: str
    person: str
    case_id: str
    zones: dict[str, str]
    parts: list[AffairPartView]
    next_cursor: str | None
    writers: list[str]
    host: str
    log: list[StepView]


class PostingsQuery(ListQuery):
    """One's own postings, page by page."""


class AffairDone(Schema):
    """What an act answers."""

    id: str
