"""An employment as it stands: the facts of a labour contract that other domains act on. Pure."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from mashangban.employment.terms import PayBasis
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay for one unit of work, in fen; paid out monthly on `pay_day` (1 to 28)."""

    basis: PayBasis
    amount_fen: int
    unit: str
    pay_day: int
    pay_method: str = "bank"


@dataclass(frozen=True, slots=True)
class Named:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Employment:
    """One worker's contract at one project, since it came into force. `version` is the contract's: a higher one knows
    more. Names of persons are masked; `ends_on` is the last day, None while a task lasts.
    """

    contract_id: str
    number: str
    person_id: str
    name_masked: str
    project: Named
    region: str
    employer: Named
    general_contractor: Named
    team: Named
    foreman_id: str
    trade: Named
    pay: Pay
    starts_on: date
    ends_on: date | None
    in_force: bool
    version: int

    @property
    def place(self) -> Place:
        """Where the worker's own matters of this employment stand: their own, their employer's, the contractor's."""
        orgs = frozenset({self.employer.id, self.general_contractor.id})
        return Place(self.region, orgs, self.project.id, frozenset({self.person_id}))

    @property
    def team_place(self) -> Place:
        """The same seen from the team: its foreman reaches it as a person, the worker does not."""
        orgs = frozenset({self.employer.id, self.general_contractor.id})
        return Place(self.region, orgs, self.project.id, frozenset({self.foreman_id}))

    def covers(self, day: date) -> bool:
        """Whether this employment lasts on a day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


def dump(employment: Employment) -> dict[str, Any]:
    """As JSON, for messages and records."""
    days = {"starts_on": employment.starts_on, "ends_on": employment.ends_on}
    texts = {name: day and day.isoformat() for name, day in days.items()}
    return {**asdict(employment), **texts}


def load(raw: dict[str, Any]) -> Employment:
    """What `dump` wrote."""
    named = {
        name: Named(**raw[name]) for name in ("project", "employer", "general_contractor", "team", "trade")
    }
    pay = Pay(**{**raw["pay"], "basis": PayBasis(raw["pay"]["basis"])})
    ends = date.fromisoformat(raw["ends_on"]) if raw["ends_on"] else None
    starts = date.fromisoformat(raw["starts_on"])
    return Employment(**{**raw, **named, "pay": pay, "starts_on": starts, "ends_on": ends})
