"""The records of the registers as values. A field map holds text, so that every source is compared alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place
from mashangban.registry.terms import EnterpriseStatus, PartyKind, ProjectNature, ProjectStatus, Source

Fields = Mapping[str, str]
Sources = Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Party:
    """A unit that takes part in a project, in one capacity."""

    enterprise_id: str
    name: str
    kind: PartyKind


@dataclass(frozen=True, slots=True)
class Project:
    """One construction project; `county` is its six-digit GB/T 2260 code."""

    id: str
    code: str
    name: str
    county: str
    address: str
    status: ProjectStatus
    nature: ProjectNature
    permit_number: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    parties: tuple[Party, ...] = ()
    sources: Sources = field(default_factory=dict)
    updated_at: datetime | None = None
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("project", self.id)

    @property
    def place(self) -> Place:
        return Place(
            region=self.county, orgs=frozenset(one.enterprise_id for one in self.parties), project=self.id
        )

    def party(self, kind: PartyKind) -> Party | None:
        """The first unit of a kind, e.g. the general contractor."""
        return next((one for one in self.parties if one.kind is kind), None)

    def fields(self) -> dict[str, str]:
        """The fields that sources compete for, as text."""
        return {
            "code": self.code,
            "name": self.name,
            "permit_number": self.permit_number,
            "county": self.county,
            "address": self.address,
            "status": self.status.value,
            "nature": self.nature.value,
            "starts_on": self.starts_on.isoformat() if self.starts_on else "",
            "ends_on": self.ends_on.isoformat() if self.ends_on else "",
            "parties": ";".join(sorted(f"{one.kind.value}:{one.enterprise_id}" for one in self.parties)),
        }


@dataclass(frozen=True, slots=True)
class Enterprise:
    """One enterprise; `legal_person` in clear is empty in lists, where nobody needs it."""

    id: str
    uscc: str
    name: str
    county: str
    address: str
    status: EnterpriseStatus
    legal_person: str
    legal_person_masked: str
    sources: Sources = field(default_factory=dict)
    updated_at: datetime | None = None
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("enterprise", self.id)

    @property
    def place(self) -> Place:
        return Place(region=self.county, orgs=frozenset({self.id}))

    def fields(self) -> dict[str, str]:
        return {
            "uscc": self.uscc,
            "name": self.name,
            "county": self.county,
            "address": self.address,
            "status": self.status.value,
            "legal_person": self.legal_person,
        }


@dataclass(frozen=True, slots=True)
class RegisteredPerson:
    """A person as the register shows one; who it is stays with identity."""

    id: str
    name_masked: str
    id_number_masked: str
    county: str
    employer_id: str
    employer_name: str
    project_id: str
    project_name: str
    trade: str
    updated_at: datetime
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("registered_person", self.id)

    @property
    def left(self) -> bool:
        """Whether they left for good: nothing but the chain stands here."""
        return not self.id_number_masked

    @property
    def place(self) -> Place:
        return Place(
            region=self.county,
            orgs=frozenset({self.employer_id}),
            project=self.project_id,
            persons=frozenset({self.id}),
        )
