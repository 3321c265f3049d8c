"""Wire shapes of estates, homes as offices see them, sheets and door codes."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.homes.terms import ImportKind, ImportState, PaperState
from mashangban.kernel.http.schemas import ONE_LINE, ListQuery, Schema

Id = Annotated[str, Field(min_length=1, max_length=64)]
Text = Annotated[str, Field(min_length=1, max_length=20), ONE_LINE]


class Named(Schema):
    id: str
    name: str


class EstateForm(Schema):
    """Open the estate of a project of the registry."""

    project_id: Id


class EstatesQuery(ListQuery):
    """`where`: a county's six digits, or the builder's id; empty for one's own first office."""

    where: str = Field("", max_length=64)


class EstateRow(Schema):
    id: str
    name: str
    county_name: str
    address: str
    builder: Named
    homes: int


class HouseTypeView(Schema):
    """A house type's rooms and the picture of its plan; pins are x and y from 0 to 1, from its upper left corner."""

    name: str
    rooms: list[str]
    plan: str | None
    plan_url: str | None


class BatchView(Schema):
    name: str
    planned_on: date | None
    accepted_on: date | None


class BuildingView(Schema):
    name: str
    units: list[str]
    homes: int


class DoorSheetView(Schema):
    """The latest printed codes of a building; its file is open to read once it is `ready`."""

    building: str
    unit: str
    document_id: str
    state: PaperState
    state_label: str


class EstateView(EstateRow):
    """An estate as its builder and the regulators see it."""

    contractor: Named | None
    supervisor: Named | None
    types: list[HouseTypeView]
    batches: list[BatchView]
    buildings: list[BuildingView]
    sheets: list[DoorSheetView]
    applying: str | None
    version: int


class PlanForm(Schema):
    house_type: Text
    file_id: Id


class BatchForm(Schema):
    """Dates of a handover batch; `accepted_on` is the day the completion acceptance was passed."""

    name: Text
    planned_on: date | None = None
    accepted_on: date | None = None


class DoorSheetForm(Schema):
    """Print the codes of a building, or of one unit of it."""

    building: Text
    unit: Annotated[str, Field(max_length=20)] = ""


class SheetOrdered(Schema):
    document_id: str


class HomesQuery(ListQuery):
    building: str = Field("", max_length=20)


class HomeRow(Schema):
    """A home as offices list it."""

    id: str
    label: str
    building: str
    unit: str
    floor: str
    room: str
    house_type: str
    batch: str
    handed_over_on: date | None


class DoorCard(Schema):
    """What anybody sees after scanning a door: which home it is, nothing about who lives there."""

    home_id: str
    estate_name: str
    label: str
    builder_name: str


class Handover(Schema):
    """The day the keys were given."""

    on: date


class HomeDone(Schema):
    """The home after an act of an office."""

    id: str
    label: str
    handed_over_on: date | None
    code: str
    code_url: str
    version: int


class ImportForm(Schema):
    """A sheet that lies in the files room (purpose `import`)."""

    kind: ImportKind
    file_id: Id


class TemplateQuery(Schema):
    kind: ImportKind


class ImportView(Schema):
    """Where an import stands."""

    id: str
    estate_id: str
    kind: ImportKind
    kind_label: str
    filename: str
    state: ImportState
    state_label: str
    rows: int
    created: int
    changed: int
    errors: int
    done: int
    received_at: datetime


class RowErrorView(Schema):
    """What is wrong in one row; column empty when it is the row itself, row 0 when it is the file."""

    row: int
    column: str
    message: str
