"""Items of the registry table. Access patterns: docs/data/registry.md."""

from pynamodb.attributes import (
    DiscriminatorAttribute,
    NumberAttribute,
    UnicodeAttribute,
)

from mashangban.kernel.attributes import DateAttribute, EnumAttribute, InstantAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table
from mashangban.registry.rules.records import Party, Sources
from mashangban.registry.terms import (
    ConflictState,
    CreditLevel,
    EnterpriseStatus,
    ImportState,
    PartyKind,
    ProjectNature,
    ProjectStatus,
    Register,
    Source,
)

TABLE = Table("registry")


def _dump_parties(parties: tuple[Party, ...]) -> list[list[str]]:
    return [[one.enterprise_id, one.name, one.kind.value] for one in parties]


def _load_parties(stored: list[list[str]]) -> tuple[Party, ...]:
    return tuple(Party(identity, name, PartyKind(kind)) for identity, name, kind in stored)


def _dump_sources(sources: Sources) -> dict[str, str]:
    return {name: source.value for name, source in sources.items()}


def _load_sources(stored: dict[str, str]) -> Sources:
    return {name: Source(value) for name, value in stored.items()}


class RegistryRecord(Record):
    """Any item of this table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class ProjectRecord(RegistryRecord, discriminator="project"):
    """PK PROJECT#<id>, SK PROJECT. GSI1 by region, GSI2 by status and region."""

    code = UnicodeAttribute()
    name = UnicodeAttribute()
    permit_number = UnicodeAttribute(default="")
    county = UnicodeAttribute()
    address = UnicodeAttribute()
    status = EnumAttribute(ProjectStatus)
    nature = EnumAttribute(ProjectNature)
    starts_on = DateAttribute(null=True)
    ends_on = DateAttribute(null=True)
    parties = JsonAttribute(_dump_parties, _load_parties)
    sources = JsonAttribute(_dump_sources, _load_sources)
    updated_at = InstantAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class EnterpriseRecord(RegistryRecord, discriminator="enterprise"):
    """PK ENTERPRISE#<id>, SK ENTERPRISE. GSI1 by region. The legal person's name is encrypted."""

    uscc = UnicodeAttribute()
    name = UnicodeAttribute()
    county = UnicodeAttribute()
    address = UnicodeAttribute(default="")
    status = EnumAttribute(EnterpriseStatus)
    legal_person = UnicodeAttribute()
    legal_person_masked = UnicodeAttribute()
    sources = JsonAttribute(_dump_sources, _load_sources)
    updated_at = InstantAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class PersonRecord(RegistryRecord, discriminator="person"):
    """PK REGISTERED_PERSON#<person id>, SK PERSON. GSI1 by region, GSI2 by employer.

    Names are masked; the number exists only as a keyed hash, in the item that leads here and to find that item again.
    Of somebody who left for good the head of the chain stays, empty and in no index.
    """

    number_key = UnicodeAttribute(null=True)
    name_masked = UnicodeAttribute()
    id_number_masked = UnicodeAttribute()
    county = UnicodeAttribute()
    employer_id = UnicodeAttribute()
    employer_name = UnicodeAttribute()
    project_id = UnicodeAttribute()
    project_name = UnicodeAttribute()
    trade = UnicodeAttribute(default="")
    updated_at = InstantAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class CodeRecord(RegistryRecord, discriminator="code"):
    """PK CODE#<kind>#<code>, SK CODE: one record per code, and the way to it."""

    record_id = UnicodeAttribute()


class NameRecord(RegistryRecord, discriminator="name"):
    """PK NAME#<kind>#<region>, SK <search key>#<id>: found by the beginning of a name within a circle of regions."""

    record_id = UnicodeAttribute()
    name = UnicodeAttribute()


class PartyRecord(RegistryRecord, discriminator="party"):
    """PK ENTERPRISE#<id>, SK PARTY#<project id>#<kind>: the projects of an enterprise."""

    project_id = UnicodeAttribute()


class CreditFactRecord(RegistryRecord, discriminator="credit_fact"):
    """PK ENTERPRISE#<id>, SK CREDIT#<time>#<reference>#<level>: one fact, never changed."""

    fact_kind = UnicodeAttribute()
    level = EnumAttribute(CreditLevel)
    reason = UnicodeAttribute()
    reference = UnicodeAttribute()
    at = InstantAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class ConflictRecord(RegistryRecord, discriminator="conflict"):
    """PK CONFLICT#<id>, SK CONFLICT. GSI1 by region while open. Values of personal fields are encrypted."""

    register = EnumAttribute(Register)
    record_id = UnicodeAttribute()
    record_name = UnicodeAttribute()
    county = UnicodeAttribute()
    field = UnicodeAttribute()
    held = UnicodeAttribute()
    held_source = EnumAttribute(Source)
    offered = UnicodeAttribute()
    offered_source = EnumAttribute(Source)
    state = EnumAttribute(ConflictState)
    reason = UnicodeAttribute(null=True)
    at = InstantAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class ImportRecord(RegistryRecord, discriminator="import"):
    """PK IMPORT#<id>, SK IMPORT. GSI1 by the importer's region, newest first."""

    register = EnumAttribute(Register)
    source = EnumAttribute(Source)
    filename = UnicodeAttribute()
    sha256 = UnicodeAttribute()
    region = UnicodeAttribute()
    person_id = UnicodeAttribute()
    state = EnumAttribute(ImportState)
    parts = NumberAttribute()
    rows = NumberAttribute(default=0)
    created = NumberAttribute(default=0)
    changed = NumberAttribute(default=0)
    clashes = NumberAttribute(default=0)
    errors = NumberAttribute(default=0)
    chunks = NumberAttribute(default=0)
    chunks_done = NumberAttribute(default=0)
    done = NumberAttribute(default=0)
    root = UnicodeAttribute(default="")
    received_at = InstantAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class ImportPartRecord(RegistryRecord, discriminator="import_part"):
    """PK IMPORTFILE#<id>#<n>, SK PART: a slice of the uploaded file, compressed and encrypted (150 KB); expires."""

    body = UnicodeAttribute()
    expires_at = NumberAttribute()


class StagedRecord(RegistryRecord, discriminator="staged"):
    """PK STAGED#<id>#<chunk>, SK ROWS: checked rows waiting for the import to become active; expires."""

    body = UnicodeAttribute()
    expires_at = NumberAttribute()


class RowErrorRecord(RegistryRecord, discriminator="row_error"):
    """PK IMPORT#<id>, SK ERROR#<row>#<n>: what is wrong with one row; expires."""

    row = NumberAttribute()
    column = UnicodeAttribute()
    message = UnicodeAttribute()
    expires_at = NumberAttribute()


class CountedRecord(RegistryRecord, discriminator="counted"):
    """PK COUNTED#<project id>, SK COUNTED: what a project last added to the roll-ups.

    The roll-ups themselves are raw items: PK BOARD#<region>, SK PROJECTS, a number for each state and place below. So
    are the names of a county's projects: PK NAMES#<county>, SK PROJECTS, a name by each project's id.
    """

    version = NumberAttribute()
    county = UnicodeAttribute()
    status = EnumAttribute(ProjectStatus)
