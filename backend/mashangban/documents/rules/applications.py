"""An application for a seal and each step of a seal's life, decided from values alone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from mashangban.documents import errors
from mashangban.documents.rules.records import Seal
from mashangban.documents.terms import ApplicationState, SealKind, SealMatter, SealState
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class SealApplication:
    """What an enterprise asks for: which seal, for which papers and why, kept by whom. People are masked."""

    id: str
    enterprise_id: str
    enterprise_name: str
    uscc: str
    county: str
    kind: SealKind
    matters: tuple[SealMatter, ...]
    purpose: str
    custodian_id: str
    custodian: str
    applicant_id: str
    applicant: str
    applied_at: datetime
    state: ApplicationState = ApplicationState.SUBMITTED
    decided_at: datetime | None = None
    decided_by: str = ""
    refusal: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("sealapplication", self.id)

    @property
    def place(self) -> Place:
        return Place(region=self.county, orgs=frozenset({self.enterprise_id}))


@dataclass(frozen=True, slots=True)
class SealStep:
    """One line of what happened to an enterprise's seal: by whom (masked), why, with the event's fingerprint."""

    enterprise_id: str
    event_id: str
    kind: str
    by: str
    reason: str
    hash: str
    at: datetime


def check_free(seal: Seal | None) -> None:
    """A seal is asked for where none stands. Raises SealExists."""
    if seal is not None and seal.state is not SealState.REVOKED:
        raise errors.SealExists()


def check_custodian(person_id: str, people: Collection[str]) -> None:
    """Who keeps a seal acts for the enterprise (电子签名法第13条). Raises UnknownCustodian."""
    if person_id not in people:
        raise errors.UnknownCustodian()


def check_decision(one: SealApplication, decider_id: str) -> None:
    """An open application is decided by another person. Raises ApplicationDecided, OwnApplication."""
    if one.state is not ApplicationState.SUBMITTED:
        raise errors.ApplicationDecided()
    if decider_id in (one.applicant_id, one.custodian_id):
        raise errors.OwnApplication()


def check_enabling(seal: Seal, person_id: str, *, leads: bool) -> None:
    """A cut seal is enabled by who keeps it, or by who leads the enterprise. Raises SealStateConflict, NotCustodian."""
    if seal.state is not SealState.READY:
        raise errors.SealStateConflict()
    if not leads and person_id != seal.custodian_id:
        raise errors.NotCustodian()


def check_resumption(seal: Seal, *, by_office: bool) -> None:
    """What an office stopped, an office lets go on. Raises StoppedByOffice."""
    if seal.stopped_by_office and not by_office:
        raise errors.StoppedByOffice()
