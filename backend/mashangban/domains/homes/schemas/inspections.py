"""Wire shapes of household inspection: the sheet, a batch from a phone that was offline, signatures."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.homes.terms.inspections import Capacity, InspectionKind, InspectionState, Verdict
from mashangban.files.schemas import LinkView
from mashangban.kernel.http.schemas import LINES, Schema

Mobile = Annotated[str, Field(pattern=r"^1[3-9][0-9]{9}$")]
Millimetres = Annotated[int, Field(ge=1, le=30_000)]
Place = Annotated[int, Field(ge=0, le=10_000)]


class InspectionForm(Schema):
    """Begin a sheet. The builder may name the inspector by phone; an owner inspects in person."""

    kind: InspectionKind
    inspector_phone: Mobile | None = None


class EntryForm(Schema):
    """What was found at a point. `seen`: the revision the phone had; `pin`: x and y on the plan, in ten-thousandths."""

    point: Annotated[str, Field(min_length=3, max_length=40)]
    seen: int = Field(0, ge=0)
    verdict: Verdict | None = None
    design: Annotated[int, Field(ge=0, le=30_000)] = 0
    values: list[Millimetres] = Field(default_factory=list, max_length=10)
    note: Annotated[str, Field(max_length=200), LINES] = ""
    photos: list[Annotated[str, Field(max_length=64)]] = Field(default_factory=list, max_length=6)
    pin: Annotated[list[Place], Field(min_length=2, max_length=2)] | None = None


class EntryBatch(Schema):
    """Everything a phone gathered while it was offline."""

    entries: list[EntryForm] = Field(min_length=1, max_length=200)


class SignForm(Schema):
    """The digest of the sheet that the signer saw."""

    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class PointView(Schema):
    """One point: where, what and how to check, with its source, and what was found."""

    point: str
    room: str
    item: str
    how: str
    source: str
    measurements: int
    tolerance: int
    spread: int
    verdict: Verdict | None
    design: int
    values: list[int]
    deviation: int | None
    spread_found: int | None
    note: str
    photos: list[LinkView]
    pin: list[int] | None
    revision: int


class SignatureView(Schema):
    capacity: Capacity
    capacity_label: str
    name_masked: str | None
    unit: str
    at: datetime | None


class InspectionRow(Schema):
    """A sheet in a list."""

    id: str
    number: str
    home_id: str
    estate_name: str
    label: str
    kind: InspectionKind
    kind_label: str
    round: int
    state: InspectionState
    state_label: str
    points: int
    done: int
    failed: int
    opened_at: datetime


class InspectionView(InspectionRow):
    """A sheet whole; `signatures` name who signed and who is awaited."""

    list_name: str
    plan_url: str | None
    digest: str | None
    items: list[PointView]
    signatures: list[SignatureView]
    document_id: str | None
    document_ready: bool
    version: int


class EntriesDone(Schema):
    """What became of a batch: points taken, and those that somebody else had changed, as they stand now."""

    taken: list[str]
    conflicts: list[PointView]
    version: int


class InspectionDone(Schema):
    id: str
    state: InspectionState
    digest: str | None
    failed: list[str]
    version: int
