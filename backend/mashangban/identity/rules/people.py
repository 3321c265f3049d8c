"""A person as the service sees one."""

from dataclasses import dataclass, field
from datetime import datetime

from mashangban.identity.identifiers import mask_citizen_id, mask_name, mask_phone
from mashangban.identity.terms import RealNameState
from mashangban.kernel.events import Subject


@dataclass(frozen=True, slots=True)
class Preferences:
    """How screens are shown to this person."""

    elder_mode: bool = False
    speech: bool = False
    high_contrast: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Someone known to the platform. Name, phone and number are plain here and sealed at rest."""

    id: str
    version: int
    chain: str
    created_at: datetime
    name: str | None = field(default=None, repr=False)
    phone: str | None = field(default=None, repr=False)
    id_number: str | None = field(default=None, repr=False)
    openid: str | None = field(default=None, repr=False)
    real_name: RealNameState = RealNameState.NONE
    verified_at: datetime | None = None
    username: str | None = None
    preferences: Preferences = Preferences()
    here_at: datetime | None = None
    erasure_asked_at: datetime | None = None
    erased_at: datetime | None = None

    @property
    def subject(self) -> Subject:
        return subject(self.id)

    @property
    def is_verified(self) -> bool:
        return self.real_name is RealNameState.VERIFIED

    @property
    def last_here(self) -> datetime:
        """When they last signed in or stood at a window; who never did counts from when they were named."""
        return self.here_at or self.created_at

    @property
    def label(self) -> str:
        """How logs and timelines call this person."""
        if self.name:
            return mask_name(self.name)
        return f"尾号{self.phone[-4:]}的用户" if self.phone else "微信用户"

    @property
    def name_masked(self) -> str | None:
        return mask_name(self.name) if self.name else None

    @property
    def phone_masked(self) -> str | None:
        return mask_phone(self.phone) if self.phone else None

    @property
    def id_number_masked(self) -> str | None:
        return mask_citizen_id(self.id_number) if self.id_number else None


@dataclass(frozen=True, slots=True)
class Hold:
    """A law that forbids erasing a person before a date (None: until it is lifted)."""

    reason: str
    until: datetime | None

    def stands(self, at: datetime) -> bool:
        return self.until is None or at < self.until


def subject(person_id: str) -> Subject:
    """The chain a person's events are on."""
    return Subject("person", person_id)
