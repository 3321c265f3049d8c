"""Which policies an enterprise meets, which it may meet, and of which it is told. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from mashangban.domains.policies.rules.conditions.deciding import Look, decide
from mashangban.domains.policies.rules.conditions.facts import Known, profile_on
from mashangban.domains.policies.rules.conditions.parsing import parse
from mashangban.domains.policies.rules.conditions.tree import Condition, Today, facts_of, walk
from mashangban.domains.policies.rules.listing import Listed
from mashangban.domains.policies.terms import Answer
from mashangban.domains.policies.terms.items import FARTHEST_TURN, MOST_UNDECIDED, WindowState
from mashangban.kernel.events import GENESIS, Subject


@dataclass(frozen=True, slots=True)
class Match:
    """A policy that an enterprise meets, or that only missing facts keep from being decided.

    `relies_until`: the first of its facts to run out does so that day.
    """

    policy_id: str
    edition: int
    title: str
    answer: Answer
    opens_on: date
    ends_on: date | None
    relies_until: date | None

    def on(self, today: date) -> "Match":
        """The match as it stands that day: not known once a fact has run out."""
        ran_out = self.relies_until is not None and today > self.relies_until
        return replace(self, answer=Answer.UNKNOWN) if ran_out else self


@dataclass(frozen=True, slots=True)
class Matches:
    """All of an enterprise's in one item; `told` are the policies its office heard of, so that it hears once.

    `turns_on` is the first day on which an answer may be another though no fact and no policy changed.
    """

    enterprise_id: str
    rows: tuple[Match, ...] = ()
    told: frozenset[str] = frozenset()
    version: int = 0
    chain: str = GENESIS
    turns_on: date | None = None

    @property
    def subject(self) -> Subject:
        return Subject("policymatch", self.enterprise_id)

    def renewed(self, rows: Iterable[Match], turns_on: date | None) -> "Matches":
        """The same enterprise with what holds now, and until when nothing turns by itself."""
        return replace(self, rows=tuple(sorted(rows, key=lambda one: one.policy_id)), turns_on=turns_on)

    def heard(self, policy_ids: Iterable[str]) -> "Matches":
        """The same, told of these policies."""
        return replace(self, told=self.told | frozenset(policy_ids))

    def news(self) -> tuple[Match, ...]:
        """What is met and was not told yet."""
        return tuple(one for one in self.rows if one.answer is Answer.YES and one.policy_id not in self.told)


@lru_cache(maxsize=4_096)
def condition_of(text: str) -> Condition:
    """A published condition; it was checked before."""
    return parse(text)


def decided(offers: Iterable[Listed], known: Mapping[str, Known], today: date) -> list[Match]:
    """The policies whose window is not over that are met, and those that are nearest to being decided."""
    open_ones = [one for one in offers if one.content.window(today) is not WindowState.CLOSED]
    nearest = sorted(open_ones, key=lambda one: _missing(one, known, today))
    rows = [_match(one, known, today) for one in nearest]
    met = [one for one in rows if one.answer is Answer.YES]
    return met + [one for one in rows if one.answer is Answer.UNKNOWN][:MOST_UNDECIDED]


def _missing(offer: Listed, known: Mapping[str, Known], today: date) -> float:
    """Share of the facts asked for that are not known."""
    asked = facts_of(condition_of(offer.content.condition))
    standing = sum(code in known and known[code].stands(today) for code in asked)
    return 1 - standing / max(1, len(asked))


def _match(offer: Listed, known: Mapping[str, Known], today: date) -> Match:
    content = offer.content
    asked = (known[code] for code in facts_of(condition_of(content.condition)) if code in known)
    until = min((one.valid_until for one in asked if one.valid_until and one.stands(today)), default=None)
    found = answer(offer, known, today)
    return Match(offer.id, offer.edition, content.title, found, content.opens_on, content.ends_on, until)


def answer(offer: Listed, known: Mapping[str, Known], today: date) -> Answer:
    """Whether an enterprise meets a policy."""
    return decide(condition_of(offer.content.condition), Look(profile_on(today, known), today))


def turning(offers: Iterable[Listed], known: Mapping[str, Known], today: date) -> date | None:
    """The first of the coming days on which an answer is another than today's, the facts being the same; the last day
    looked at where there is none; None where no answer hangs on the day.
    """
    watched = [one for one in offers if _hangs_on_the_day(one, known, today)]
    if not watched:
        return None
    now = [answer(one, known, today) for one in watched]
    days = [today + timedelta(days=ahead) for ahead in range(1, FARTHEST_TURN + 1)]
    turns = (day for day in days if [answer(one, known, day) for one in watched] != now)
    return next(turns, days[-1])


def _hangs_on_the_day(one: Listed, known: Mapping[str, Known], today: date) -> bool:
    """Its condition counts from today, or a fact that it asks for runs out soon; and claims are still taken."""
    if one.content.window(today) is WindowState.CLOSED:
        return False
    condition, last = condition_of(one.content.condition), today + timedelta(days=FARTHEST_TURN)
    ends = (known[code].valid_until for code in facts_of(condition) if code in known)
    return _counts_from_today(one.content.condition) or any(day and today <= day <= last for day in ends)


@lru_cache(maxsize=4_096)
def _counts_from_today(text: str) -> bool:
    return any(isinstance(part, Today) for part in walk(condition_of(text)))


def regions_over(county: str) -> tuple[str, ...]:
    """The regions whose policies reach an enterprise of a county."""
    return tuple(dict.fromkeys((county[:2], county[:4], county[:6])))
