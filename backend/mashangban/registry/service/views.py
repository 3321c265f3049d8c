"""How records are shown."""

from mashangban.registry import divisions
from mashangban.registry.rules.records import Enterprise, Party, Project, RegisteredPerson
from mashangban.registry.schemas.outputs import EnterpriseView, PartyView, PersonView, ProjectView


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
