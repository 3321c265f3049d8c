"""A question that was asked, and one that nobody could answer yet. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.domains.answers import errors
from mashangban.domains.answers.terms import GapState, Tier
from mashangban.domains.answers.terms.departments import AnswerDepartment
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question with what was answered; who asked is not kept with it."""

    id: str
    text: str
    region: str
    department: AnswerDepartment
    tier: Tier
    percent: int
    offered: tuple[str, ...]
    asked_at: datetime
    helpful: bool | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """What people ask and no answer satisfies: authoring work of a department, with how often it was asked."""

    id: str
    region: str
    department: AnswerDepartment
    text: str
    asked: int
    first_at: datetime
    last_at: datetime
    state: GapState = GapState.OPEN
    note: str = ""
    pair_id: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("answergap", self.id)

    @property
    def place(self) -> Place:
        return Place(region=self.region)

    def again(self, at: datetime) -> "Gap":
        """Asked once more; what was answered and is still asked is open again."""
        state = GapState.OPEN if self.state is GapState.ANSWERED else self.state
        return replace(self, asked=self.asked + 1, last_at=at, state=state)

    def dismissed(self, reason: str) -> "Gap":
        """Nobody writes an answer, for this reason. Raises GapClosed."""
        if self.state in (GapState.DISMISSED, GapState.ANSWERED):
            raise errors.GapClosed()
        return replace(self, state=GapState.DISMISSED, note=reason)

    def taken(self, pair_id: str) -> "Gap":
        """An answer is being written."""
        return replace(self, state=GapState.TAKEN, pair_id=pair_id)

    def answered(self, pair_id: str) -> "Gap":
        """An answer is in use."""
        return replace(self, state=GapState.ANSWERED, pair_id=pair_id)


def tier_of(tier: Tier, found: Sequence[str], usable: Sequence[str]) -> Tier:
    """What follows when some of what was found holds no more: the second is never as sure as the first was."""
    if not usable:
        return Tier.PERSON
    if tier is Tier.ANSWER and usable[0] != found[0]:
        return Tier.CHOICE
    return tier
