"""Wire shapes of alliances, their zones and their agreement."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.crossregion.terms import MOST_ZONES
from mashangban.files.schemas import LinkView
from mashangban.kernel.http import Schema
from mashangban.kernel.http.schemas import ONE_LINE

Region = Annotated[str, Field(pattern=r"^\d{2}(\d{2}){0,2}$")]
Name = Annotated[str, Field(min_length=2, max_length=60), ONE_LINE]


class AllianceForm(Schema):
    """A new alliance with the agreement its zones signed (`file_id`: the scan, in the files room)."""

    name: Name
    lead: Region
    zones: list[Region] = Field(min_length=2, max_length=MOST_ZONES)
    agreement_number: Annotated[str, Field(min_length=2, max_length=60), ONE_LINE]
    signed_on: date
    file_id: str = Field(min_length=1, max_length=64)


class ZoneForm(Schema):
    """A zone comes in from a day on."""

    region: Region
    joined_on: date


class ZoneEnd(Schema):
    """A zone goes out; the day is the first without it."""

    left_on: date


class ZoneView(Schema):
    region: str
    name: str
    joined_on: date
    left_on: date | None


class AlliancesQuery(Schema):
    """Alliances in which a region takes part, or the city or province above it."""

    region: Region


class AllianceRow(Schema):
    id: str
    name: str
    lead_name: str


class AllianceView(AllianceRow):
    """An alliance as everybody sees it."""

    lead: str
    agreement_number: str
    signed_on: date
    zones: list[ZoneView]
    batches: int


class AllianceDeskView(Schema):
    """The same for the offices of its zones: with the signed paper, and what happened."""

    alliance: AllianceView
    agreement: LinkView | None
    log: list["StepView"]


class StepView(Schema):
    """One link of a chain, in words."""

    at: datetime
    label: str
    by_label: str
    note: str
    hash: str
