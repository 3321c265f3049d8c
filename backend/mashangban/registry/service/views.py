"""How records are shown."""

from mashangban.identity.identifiers import mask_name
from mashangban.registry import divisions
from mashangban.registry.rules.imports import Conflict, Job
from mashangban.registry.rules.records import Enterprise, Party, Project, RegisteredPerson
from mashangban.registry.schemas.outputs import (
    ConflictView,
    EnterpriseView,
    ImportView,
    PartyView,
    PersonView,
    ProjectView,
)
from mashangban.registry.terms import (
    ENTERPRISE_LABELS,
    PROJECT_LABELS,
    EnterpriseStatus,
    PartyKind,
    ProjectNature,
    ProjectStatus,
    Register,
)


def project_view(project: Project) -> ProjectView:
    """A project in full."""
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
    """A participating unit."""
    return PartyView(
        enterprise_id=party.enterprise_id, name=party.name, kind=party.kind.value, kind_label=party.kind.label
    )


def enterprise_view(one: Enterprise) -> EnterpriseView:
    """An enterprise, its legal person masked."""
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
    """A person, masked."""
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


def import_view(job: Job) -> ImportView:
    """A bulk import."""
    return ImportView(
        id=job.id,
        register_name=job.register.value,
        source=job.source.value,
        filename=job.filename,
        state=job.state.value,
        state_label=job.state.label,
        rows=job.rows,
        created=job.created,
        changed=job.changed,
        clashes=job.clashes,
        errors=job.errors,
        done=job.done,
        root=job.root,
        received_at=job.received_at,
        version=job.version,
    )


def conflict_view(one: Conflict) -> ConflictView:
    """A disagreement in words; a person's name stays masked."""
    labels = PROJECT_LABELS if one.register is Register.PROJECTS else ENTERPRISE_LABELS
    return ConflictView(
        id=one.id,
        register_name=one.register.value,
        record_id=one.record_id,
        record_name=one.record_name,
        field=one.field,
        field_label=labels.get(one.field, one.field),
        held=_spoken(one, one.held),
        held_source=one.held_source.label,
        offered=_spoken(one, one.offered),
        offered_source=one.offered_source.label,
        state=one.state.value,
        state_label=one.state.label,
        at=one.at,
    )


def _spoken(one: Conflict, value: str) -> str:
    match one.field:
        case "legal_person":
            return mask_name(value)
        case "county":
            return divisions.full_name(value)
        case "status" if one.register is Register.PROJECTS:
            return ProjectStatus(value).label
        case "status":
            return EnterpriseStatus(value).label
        case "nature":
            return ProjectNature(value).label
        case "parties":
            return "、".join(PartyKind(one.partition(":")[0]).label for one in value.split(";") if one)
        case _:
            return value
