"""Whose card takes whose wages: one's own, and nobody else's (条例 Art. 31, 33)."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from mashangban.domains.payments.rules import card as cards
from mashangban.domains.payments.terms import Bank, PayeeState
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Payee:
    """A person and the card of theirs that takes wages."""

    person_id: str
    name_masked: str
    bank: Bank
    card: str = field(repr=False)
    state: PayeeState
    registered_at: datetime
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("payee", self.person_id)

    @property
    def place(self) -> Place:
        return Place(persons=frozenset({self.person_id}))

    @property
    def card_masked(self) -> str:
        return cards.masked(self.card)

    @property
    def usable(self) -> bool:
        """Whether money may go there."""
        return self.state is PayeeState.REGISTERED


@dataclass(frozen=True, slots=True)
class Holding:
    """One card (by keyed hash) and everyone who named it as theirs; `revision` 0 for a card nobody named yet."""

    card_hash: str
    holders: tuple[str, ...] = ()
    revision: int = 0

    def with_holder(self, person_id: str) -> "Holding":
        """The card once this person holds it too."""
        return replace(self, holders=tuple(dict.fromkeys((*self.holders, person_id))))

    def without(self, person_id: str) -> "Holding":
        """The card once this person has given it up."""
        return replace(self, holders=tuple(one for one in self.holders if one != person_id))


def state_at(holding: Holding) -> PayeeState:
    """What a card makes of each of its holders: two people on one card stop the money of both."""
    return PayeeState.SHARED if len(holding.holders) > 1 else PayeeState.REGISTERED


def turned(before: Holding, after: Holding, but: str) -> tuple[str, ...]:
    """The other holders whose state this change turns: the first when a second joins, the last when one leaves."""
    if state_at(before) is state_at(after):
        return ()
    return tuple(one for one in after.holders if one != but)


def why_unusable(payee: Payee | None) -> str | None:
    """Why no money can go to a person, in the words of the result; None when it can."""
    if payee is None or payee.state is PayeeState.REMOVED:
        return "工人还没有登记自己的银行卡"
    if payee.state is PayeeState.SHARED:
        return "同一张银行卡有别人在用，要先换成各自的卡"
    return None
