"""Wire shapes: of the protocol (lenient, as clients in the field are) and of our own pages (strict)."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from mashangban.deadlines.schemas import DeadlineView
from mashangban.domains.publicareas.terms import MOST_PHOTOS, Service
from mashangban.files.schemas import LinkView
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import LINES, ONE_LINE

_REASON = Annotated[str, Field(min_length=2, max_length=500), LINES]


class Asked(Schema):
    """What every request of the protocol may say; what we don't know is left aside."""

    model_config = ConfigDict(extra="ignore")
    jurisdiction_id: str = Field("", max_length=12)


class FaultsAsked(Asked):
    """GET requests. Lists are separated by commas."""

    service_request_id: str = Field("", max_length=2000)
    service_code: str = Field("", max_length=200)
    start_date: datetime | None = None
    end_date: datetime | None = None
    status: str = Field("", max_length=40)


class FaultPosted(Asked):
    """POST requests. Name, mail and telephone of a reporter are taken from nobody: their key says who they are."""

    service_code: str = Field(max_length=40)
    lat: float | None = Field(None, ge=-90, le=90)
    long: float | None = Field(None, ge=-180, le=180)
    address_string: Annotated[str, Field(max_length=200), ONE_LINE] = ""
    address_id: str = Field("", max_length=40)
    description: Annotated[str, Field(min_length=2, max_length=4000), LINES]
    media_url: str = Field("", max_length=500)
    where: Annotated[str, Field(max_length=60), ONE_LINE] = Field("", alias="attribute[where]")


class PublicReport(Schema):
    """What somebody reports from their phone: where, what, in words and photos of their own."""

    area_id: str = Field(max_length=40)
    service: Service
    where: Annotated[str, Field(max_length=60), ONE_LINE] = ""
    text: Annotated[str, Field(min_length=2, max_length=500), LINES]
    photos: list[Annotated[str, Field(max_length=64)]] = Field([], max_length=MOST_PHOTOS)


class PublicServiceView(Schema):
    """What may be reported, and in how many days it is repaired."""

    code: str
    label: str
    words: str
    group: str
    days: int


class PublicCard(Schema):
    """A fault as everybody may read it: personal data masked, who reported it in none of it."""

    id: str
    number: str
    area_id: str
    area_name: str
    service_label: str
    where: str
    text: str
    state: str
    state_label: str
    note: str
    handler_name: str
    reported_at: datetime
    updated_at: datetime
    promised_on: date | None
    photos: list[LinkView] = []


class PublicCardsQuery(ListQuery):
    bucket: Literal["open", "closed"] = "open"


class PublicAreaForm(Schema):
    """Open an estate's public area for reports: the middle of it, and who answers for it (the builder unless named)."""

    latitude_e6: int = Field(ge=-90_000_000, le=90_000_000)
    longitude_e6: int = Field(ge=-180_000_000, le=180_000_000)
    handler_id: str = Field("", max_length=40)


class PublicAreaView(Schema):
    id: str
    name: str
    address: str
    region: str
    handler_name: str
    latitude_e6: int
    longitude_e6: int


class PublicAreasQuery(ListQuery):
    county: str = Field(pattern=r"^\d{6}$")


class ReporterKeyView(Schema):
    """`api_key` is shown once, when it is made."""

    held: bool
    api_key: str | None = None


class PublicFaultsQuery(ListQuery):
    """`where`: a county's code or an area's id; `bucket`: open or closed."""

    where: str = Field(max_length=40)
    bucket: Literal["open", "closed"] = "open"


class PublicFaultRow(Schema):
    id: str
    number: str
    area_name: str
    service: str
    service_label: str
    address: str
    state: str
    state_label: str
    climb: str
    climb_label: str
    wording: str
    wording_label: str
    reported_at: datetime
    promised_on: date | None


class PublicFaultStep(Schema):
    at: datetime
    label: str
    by_label: str
    hash: str


class PublicFaultView(Schema):
    """A fault as its reporter, its handler and the regulators see it: the words unmasked, the reporter unnamed."""

    id: str
    row: PublicFaultRow
    description: str
    media_url: str | None
    photos: list[LinkView]
    note: str
    deadlines: list[DeadlineView]
    log: list[PublicFaultStep]
    actions: list[str]


class PublicFaultDone(Schema):
    id: str
    number: str
    state: str
    state_label: str


class PublicFaultPromise(Schema):
    promised_on: date
    text: Annotated[str, Field(max_length=500), LINES] = ""


class PublicFaultReason(Schema):
    text: _REASON


class WordingDecision(Schema):
    """Whether others may read it, and why."""

    shown: bool
    text: _REASON
