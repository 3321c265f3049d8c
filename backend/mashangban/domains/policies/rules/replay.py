"""Replay of a draft before it is published: who gains, who loses, what it costs, by county and by a word. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from mashangban.domains.policies.rules.conditions.columns import Crowd
from mashangban.domains.policies.rules.conditions.facts import Profile
from mashangban.domains.policies.rules.conditions.tree import facts_of
from mashangban.domains.policies.rules.matching import condition_of
from mashangban.domains.policies.rules.policy import Edition
from mashangban.domains.policies.terms import Answer
from mashangban.domains.policies.terms.items import ReplayState
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an edition says of one enterprise, and its fen; None where the amount can't be reckoned."""

    answer: Answer
    amount: int | None = 0


@dataclass(frozen=True, slots=True)
class Count:
    """Enterprises of one group, and fen before and after. `unpriced` meet the draft, their amount is not known."""

    seen: int = 0
    gains: int = 0
    loses: int = 0
    keeps: int = 0
    undecided: int = 0
    unpriced: int = 0
    cost_before: int = 0
    cost_after: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(*(getattr(self, name) + getattr(other, name) for name in Count.__dataclass_fields__))


Group = tuple[str, str]
"""A county and a word; the word is empty where it was not asked for or is not known."""


@dataclass(frozen=True, slots=True)
class Replay:
    """One run over the profiles of a region: the draft and what it would follow as they were when it began."""

    id: str
    policy_id: str
    draft: int
    region: str
    by: str
    today: date
    begun_at: datetime
    state: ReplayState = ReplayState.RUNNING
    counts: Mapping[Group, Count] = field(default_factory=dict)
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("policyreplay", self.id)

    @property
    def place(self) -> Place:
        return Place(region=self.region)

    def with_more(self, found: Mapping[Group, Count], *, last: bool) -> "Replay":
        """The run after one more page."""
        groups = self.counts.keys() | found.keys()
        nobody = Count()
        counts = {one: self.counts.get(one, nobody) + found.get(one, nobody) for one in groups}
        return replace(self, counts=counts, state=ReplayState.FINISHED if last else ReplayState.RUNNING)

    def total(self, *, county: str | None = None, word: str | None = None) -> Count:
        """The sum over groups, or over those of a county or a word."""
        found = Count()
        for (where, what), count in self.counts.items():
            if county in (None, where) and word in (None, what):
                found += count
        return found


def asked_facts(before: Edition | None, after: Edition, by: str) -> set[str]:
    """The facts that a replay looks at."""
    codes = {by} if by else set()
    for one in (before, after):
        if one is not None:
            codes |= {*facts_of(condition_of(one.condition)), *([one.award.base] if one.award.base else [])}
    return codes


def outcomes(edition: Edition | None, profiles: Sequence[Profile], today: date) -> list[Outcome]:
    """What an edition says of each enterprise; nothing to be had where there is none."""
    if edition is None:
        return [Outcome(Answer.NO)] * len(profiles)
    condition = condition_of(edition.condition)
    facts = {code: [one.get(code) for one in profiles] for code in facts_of(condition)}
    verdict = Crowd(facts, len(profiles), today).decide(condition)
    return [_outcome(edition, verdict.of(slot), profile) for slot, profile in enumerate(profiles)]


def _outcome(edition: Edition, answer: Answer, profile: Profile) -> Outcome:
    return Outcome(answer, edition.award.worth(profile) if answer is Answer.YES else 0)


def compared(before: Outcome, after: Outcome) -> Count:
    """One enterprise in the count."""
    had, has = before.answer is Answer.YES, after.answer is Answer.YES
    return Count(
        seen=1,
        gains=has and not had,
        loses=had and after.answer is Answer.NO,
        keeps=had and has,
        undecided=after.answer is Answer.UNKNOWN,
        unpriced=has and after.amount is None,
        cost_before=before.amount or 0,
        cost_after=after.amount or 0,
    )
