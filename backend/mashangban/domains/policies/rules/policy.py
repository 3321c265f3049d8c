"""A policy item: what it offers to whom, its editions, when claims are taken. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from mashangban.domains.policies import errors
from mashangban.domains.policies.rules.conditions.facts import Profile
from mashangban.domains.policies.terms import Answer
from mashangban.domains.policies.terms.departments import Department
from mashangban.domains.policies.terms.items import (
    PUBLICITY_DAYS,
    AwardKind,
    CreditRule,
    MaterialSource,
    Mode,
    PolicyState,
    Shelf,
    WindowState,
)
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

_BASIS_POINTS = 10_000


@dataclass(frozen=True, slots=True)
class Tier:
    """From this much of the fact on: this amount."""

    at_least: int
    amount: int


@dataclass(frozen=True, slots=True)
class Award:
    """How much: `amount` fen; or `rate` basis points of the fact `base`; or by steps of it; never more than `cap`."""

    kind: AwardKind
    amount: int = 0
    rate: int = 0
    base: str = ""
    cap: int = 0
    tiers: tuple[Tier, ...] = ()

    def worth(self, profile: Profile) -> int | None:
        """Fen for an enterprise that meets the condition; None when the fact it is reckoned from is not known."""
        if self.kind is AwardKind.FIXED:
            return self.amount
        value = profile.get(self.base)
        if not isinstance(value, int | Fraction):
            return None
        if self.kind is AwardKind.RATE:
            found = int(Fraction(value) * self.rate / _BASIS_POINTS)
        else:
            found = max((one.amount for one in self.tiers if value >= one.at_least), default=0)
        return min(found, self.cap) if self.cap else found


@dataclass(frozen=True, slots=True)
class Material:
    """A paper that a claim needs; a shared one comes from the fact of this code, one of the library's is a licence of
    this kind (`terms.licences`)."""

    name: str
    source: MaterialSource
    fact: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """An example enterprise and the answer the condition must give it. Values lie as they came over the wire."""

    name: str
    facts: Mapping[str, object]
    expected: Answer


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything a policy says, in one version."""

    title: str
    number: str
    department: Department
    basis: str
    summary: str
    audience: str
    condition: str
    award: Award
    mode: Mode
    valid_from: date
    valid_until: date | None
    opens_on: date
    closes_on: date | None
    tags: tuple[str, ...]
    materials: tuple[Material, ...]
    cases: tuple[Case, ...]
    steps: str
    payment: str
    phone: str
    review_days: int
    budget: int
    exclusive: str = ""
    credit: CreditRule = CreditRule.SEVERE
    publicity_days: int = PUBLICITY_DAYS

    def window(self, today: date) -> WindowState:
        """Whether claims are taken that day."""
        if today < max(self.opens_on, self.valid_from):
            return WindowState.SOON
        return WindowState.CLOSED if self.ends_on and today > self.ends_on else WindowState.OPEN

    @property
    def ends_on(self) -> date | None:
        """The last day on which claims are taken."""
        return min((day for day in (self.closes_on, self.valid_until) if day), default=None)


@dataclass(frozen=True, slots=True)
class Policy:
    """The head of an item. `edition` is in force, `draft` is being written; 0 where there is none."""

    id: str
    region: str
    title: str
    department: Department
    edition: int = 0
    draft: int = 0
    withdrawn: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("policy", self.id)

    @property
    def place(self) -> Place:
        """Offices of this region, and of those above it."""
        return Place(region=self.region)

    @property
    def state(self) -> PolicyState:
        if self.withdrawn:
            return PolicyState.WITHDRAWN
        return PolicyState.PUBLISHED if self.edition else PolicyState.DRAFT

    @property
    def shelf(self) -> Shelf:
        if self.withdrawn:
            return Shelf.WITHDRAWN
        return Shelf.DRAFTED if self.draft else Shelf.PUBLISHED

    def drafted(self, edition: Edition) -> "Policy":
        """The head with a draft: the one that is open, or the next. Raises PolicyWithdrawn."""
        if self.withdrawn:
            raise errors.PolicyWithdrawn()
        named = self if self.edition else replace(self, title=edition.title, department=edition.department)
        return replace(named, draft=self.draft or self.edition + 1)

    def published(self, edition: Edition) -> "Policy":
        """The head with its draft in force. Raises NothingDrafted, PolicyWithdrawn."""
        if self.withdrawn:
            raise errors.PolicyWithdrawn()
        if not self.draft:
            raise errors.NothingDrafted()
        return replace(self, title=edition.title, department=edition.department, edition=self.draft, draft=0)

    def taken_back(self, reason: str) -> "Policy":
        """The head of an item that stands no longer. Raises PolicyWithdrawn, NotPublished."""
        if self.withdrawn:
            raise errors.PolicyWithdrawn()
        if not self.edition:
            raise errors.NotPublished()
        return replace(self, withdrawn=reason)
