"""Whose card takes whose wages: one's own, and nobody else's (条例 Art. 31, 33)."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from mashangban.domains.payments.rules import card as cards
from mashangban.domains.payments.rules.run import FIRST_WAIT, wait_after
from mashangban.domains.payments.terms import Bank, PayeeState
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Payee:
    """A person and the card of theirs that takes wages. While the bank has not said whose it is, `check_at` is when it
    is asked again and `tries` how often it was silent."""

    person_id: str
    name_masked: str
    bank: Bank
    card: str = field(repr=False)
    state: PayeeState
    registered_at: datetime
    check_at: datetime | None = None
    tries: int = 0
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
        return self.state is PayeeState.VERIFIED


@dataclass(frozen=True, slots=True)
class Holding:
    """One card (by keyed hash) and everyone whose own the bank says it is; `revision` 0 for a card never held.

    Whoever named a card that the bank did not find in their name holds nothing and stops nobody.
    """

    card_hash: str
    holders: tuple[str, ...] = ()
    revision: int = 0

    def with_holder(self, person_id: str) -> "Holding":
        """The card once this person holds it too."""
        return replace(self, holders=tuple(dict.fromkeys((*self.holders, person_id))))

    def without(self, person_id: str) -> "Holding":
        """The card once this person has given it up."""
        return replace(self, holders=tuple(one for one in self.holders if one != person_id))


def named(payee: Payee, at: datetime) -> Payee:
    """The card stands before the bank; the clock asks if nobody did at once."""
    return replace(payee, state=PayeeState.CHECKING, registered_at=at, check_at=at + FIRST_WAIT, tries=0)


def settled(payee: Payee, state: PayeeState) -> Payee:
    """The bank has said whose card it is, or the person took it away: nothing is left to ask."""
    return replace(payee, state=state, check_at=None, tries=0)


def unanswered(payee: Payee, at: datetime) -> Payee:
    """The bank was silent: the card stays, and the bank is asked again, less and less often."""
    tries = payee.tries + 1
    return replace(payee, tries=tries, check_at=at + wait_after(tries))


def state_at(holding: Holding) -> PayeeState:
    """What a card makes of each of its holders: two people on one card stop the money of both."""
    return PayeeState.SHARED if len(holding.holders) > 1 else PayeeState.VERIFIED


def turned(before: Holding, after: Holding, but: str) -> tuple[str, ...]:
    """The other holders whose state this change turns: the first when a second joins, the last when one leaves."""
    if state_at(before) is state_at(after):
        return ()
    return tuple(one for one in after.holders if one != but)


def why_unusable(payee: Payee | None) -> str | None:
    """Why no money can go to a person, in the words of the result; None when it can."""
    if payee is None or payee.state is PayeeState.REMOVED:
        return "工人还没有登记自己的银行卡"
    return _UNUSABLE.get(payee.state)


_UNUSABLE = {
    PayeeState.CHECKING: "银行还在核对这张卡的户名，核对好了再发",
    PayeeState.REFUSED: "银行说卡号和工人的姓名对不上，要换成本人的卡",
    PayeeState.SHARED: "同一张银行卡有别人在用，要先换成各自的卡",
}
