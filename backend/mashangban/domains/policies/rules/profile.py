"""What departments said of an enterprise, and what its own office says against it. Pure."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from mashangban.domains.policies import errors
from mashangban.domains.policies.rules import values
from mashangban.domains.policies.rules.conditions.facts import Catalogue, Indicator, Known
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

_MOST_EARLIER = 5


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was stated before, and of which day."""

    value: Any
    stated_on: date
    source: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact as it stands. `value` lies as it goes over the wire; `disputed_at` while its answer is awaited."""

    code: str
    value: Any
    stated_on: date
    valid_until: date | None
    source: str
    earlier: tuple[Earlier, ...] = ()
    disputed_at: datetime | None = None
    dispute: str = ""
    answer: str = ""

    def followed(self, new: "Statement") -> "Statement":
        """The newer statement with this one behind it; a dispute goes on until answered. Raises OlderStatement."""
        if new.stated_on < self.stated_on:
            raise errors.OlderStatement()
        past = Earlier(self.value, self.stated_on, self.source)
        earlier = (past, *self.earlier)[:_MOST_EARLIER] if self.value != new.value else self.earlier
        return replace(
            new, earlier=earlier, disputed_at=self.disputed_at, dispute=self.dispute, answer=self.answer
        )

    def objected(self, reason: str, at: datetime) -> "Statement":
        """The enterprise says it is wrong. Raises AlreadyDisputed."""
        if self.disputed_at is not None:
            raise errors.AlreadyDisputed()
        return replace(self, disputed_at=at, dispute=reason, answer="")

    def answered(self, words: str) -> "Statement":
        """The department has looked at it. Raises NotDisputed."""
        if self.disputed_at is None:
            raise errors.NotDisputed()
        return replace(self, disputed_at=None, answer=words)


@dataclass(frozen=True, slots=True)
class Profile:
    """The head of an enterprise's profile; its chain tells which facts were stated, disputed, answered."""

    enterprise_id: str
    name: str
    region: str
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("profile", self.enterprise_id)

    @property
    def place(self) -> Place:
        return Place(region=self.region, orgs=frozenset({self.enterprise_id}))


def stated(
    fact: Indicator, raw: Any, stated_on: date, valid_until: date | None, source: str, today: date
) -> Statement:
    """A new statement of a declared fact. Raises WrongValue, StatedInFuture."""
    if stated_on > today:
        raise errors.StatedInFuture()
    return Statement(fact.code, values.write(values.read(fact, raw)), stated_on, valid_until, source)


def known(statements: dict[str, Statement], catalogue: Catalogue) -> dict[str, Known]:
    """What conditions may be decided over."""
    return {
        code: Known(values.read(fact, one.value), one.stated_on, one.valid_until)
        for code, one in statements.items()
        if (fact := catalogue.find(code)) is not None
    }
