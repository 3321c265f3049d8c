"""Wire shapes of the four transparencies."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.homes.terms import FactKind
from mashangban.files.schemas import LinkView
from mashangban.kernel.http.schemas import LINES, ONE_LINE, ListQuery, Schema

Part = Annotated[str, Field(max_length=20), ONE_LINE]
Title = Annotated[str, Field(min_length=1, max_length=40), ONE_LINE]
Words = Annotated[str, Field(max_length=300), LINES]
Source = Annotated[str, Field(min_length=1, max_length=60), ONE_LINE]
Number = Annotated[str, Field(max_length=60), ONE_LINE]
Reason = Annotated[str, Field(min_length=2, max_length=100), ONE_LINE]


class FactLink(Schema):
    """Where the fact comes from in another scenario."""

    room: Annotated[str, Field(pattern=r"^[a-z]{2,30}$")]
    subject: Annotated[str, Field(min_length=3, max_length=120, pattern=r"^[a-z_]+:[0-9A-Za-z\-]+$")]
    event: Annotated[str, Field(max_length=64, pattern=r"^[0-9A-Za-z]*$")] = ""


class FactForm(Schema):
    """A fact of the whole estate, or as far down as building, unit and room are filled in."""

    kind: FactKind
    building: Part = ""
    unit: Part = ""
    room: Part = ""
    title: Title
    words: Words = ""
    source: Source
    number: Number = ""
    happened_on: date
    files: list[Annotated[str, Field(max_length=64)]] = Field(default_factory=list, max_length=9)
    link: FactLink | None = None


class Correction(Schema):
    """What a fact should have said, and why it is told anew."""

    title: Title
    words: Words = ""
    source: Source
    number: Number = ""
    happened_on: date
    reason: Reason


class Withdrawal(Schema):
    reason: Reason


class FactsQuery(Schema):
    kind: FactKind


class FactListQuery(ListQuery):
    """Facts that reach exactly so far."""

    kind: FactKind
    building: Part = ""
    unit: Part = ""
    room: Part = ""


class FactView(Schema):
    """A fact with its source, day and papers; a withdrawn one stays to be read, with the reason."""

    id: str
    kind: FactKind
    kind_label: str
    reaches: str
    title: str
    words: str
    source: str
    number: str
    happened_on: date
    entered_at: datetime
    papers: list[LinkView]
    link: FactLink | None
    withdrawn: str | None
    version: int


class FactDone(Schema):
    id: str
    version: int
