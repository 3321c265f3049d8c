"""Somebody asks: the index is asked in this process, one batch read says what of it holds now, the question is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mashangban.domains.answers import errors
from mashangban.domains.answers.engine.answering import Candidate, Engine, Ranked
from mashangban.domains.answers.repository import asked, pairs, receivers
from mashangban.domains.answers.rules import routing
from mashangban.domains.answers.rules.asked import AskedQuestion, tier_of
from mashangban.domains.answers.rules.clarifying import Option, ask_back
from mashangban.domains.answers.rules.pair import Edition
from mashangban.domains.answers.schemas.asking import (
    AnswerCardsQuery,
    AnswerGiven,
    AnswerOption,
    AnswerQuestion,
    AnswerReply,
    AnswerThanks,
    AnswerTyped,
)
from mashangban.domains.answers.service import gaps, handing, knowing, replying
from mashangban.domains.answers.terms import OFFERED, SUGGESTED, PairShelf, Tier
from mashangban.domains.answers.terms.departments import AnswerDepartment
from mashangban.kernel import clock, ids, publicwords
from mashangban.kernel.acts import Act
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal

# More than are offered: one that ended in these seconds leaves no hole.
_LOOKED_AT = 8
Found = tuple[Candidate, str, Edition]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question as it is compared, what was found for it, and what of that holds now."""

    plain: str
    ranked: Ranked
    usable: Sequence[Found]

    @property
    def tier(self) -> Tier:
        found, usable = self.ranked.candidates, self.usable
        return tier_of(self.ranked.tier, [one.id for one in found], [one.id for one, _, _ in usable])

    @property
    def offered(self) -> Sequence[Found]:
        """What the asker sees."""
        return self.usable[:OFFERED] if self.tier is not Tier.PERSON else ()

    @property
    def department(self) -> AnswerDepartment:
        """Whose question it is."""
        nearest = self.usable[0][2].department if self.usable else None
        if self.tier is Tier.ANSWER and nearest is not None:
            return nearest
        return routing.department_of(self.plain, nearest, self.ranked.chance)


def ask(actor: Principal | None, at: datetime, given: AnswerQuestion) -> AnswerReply:
    """Answer, offer three, or say who can be asked; what nobody could answer becomes work. Raises NothingAsked."""
    outcome = _outcome(given, at)
    one = _kept(given, at, outcome)
    if one.tier is Tier.PERSON:
        gaps.count(one, outcome.plain, at)
    elif one.tier is Tier.ANSWER and actor is not None:
        receivers.keep(Act(actor, at), one.offered[0])
    asked.keep(one)
    return _reply(one, outcome)


def suggest(typed: AnswerTyped, at: datetime) -> list[AnswerOption]:
    """Known questions that say what was typed so far."""
    regions = routing.regions_over(typed.region)
    near = knowing.library().ask(at, lambda engine: engine.suggest(typed.text, regions))
    return [_option(one) for one in _usable(near[:_LOOKED_AT], at)[:SUGGESTED]]


def choose(actor: Principal | None, at: datetime, question_id: str, pair_id: str) -> AnswerGiven:
    """Read one of those that were offered. Raises NotOffered, NotFound."""
    one = asked.get(question_id)
    found = pairs.in_force([pair_id]) if pair_id in one.offered else {}
    given = _standing(found, pair_id, at)
    if actor is not None:
        receivers.keep(Act(actor, at), pair_id)
    return given


def read(at: datetime, pair_id: str) -> AnswerGiven:
    """An answer that holds today, for whoever was sent its card. Raises NotOffered."""
    return _standing(pairs.in_force([pair_id]), pair_id, at)


def to_send(asked_for: AnswerCardsQuery, at: datetime) -> list[AnswerOption]:
    """Answers that hold in a county: those with these words, else the newest of each place from the county upwards."""
    if asked_for.words:
        return suggest(AnswerTyped(text=asked_for.words, region=asked_for.county), at)
    places, newest = reversed(routing.regions_over(asked_for.county)), PageRequest(limit=SUGGESTED)
    known = [pairs.of_region(one, newest, shelf=PairShelf.PUBLISHED).items for one in places]
    found, today = pairs.in_force(one.id for some in known for one in some), clock.local_date(at)
    return [replying.option(one, *said) for one, said in found.items() if said[1].holds(today)]


def judge(at: datetime, question_id: str, helpful: bool) -> AnswerThanks:
    """Hear whether it helped; the first "no" makes the question work of its department. Raises NotFound."""
    one = asked.get(question_id)
    if not helpful and one.helpful is None and one.tier is not Tier.PERSON:
        gaps.count(one, _plain(one.text, at), at)
    if one.helpful is None:
        asked.judge(question_id, helpful)
    return handing.thanks(one.department, helpful=helpful)


def _standing(found: Mapping[str, tuple[str, Edition]], pair_id: str, at: datetime) -> AnswerGiven:
    """One of those that were read, if it holds today. Raises NotOffered."""
    if pair_id not in found or not found[pair_id][1].holds(clock.local_date(at)):
        raise errors.NotOffered()
    return replying.given(pair_id, *found[pair_id], None)


def _plain(text: str, at: datetime) -> str:
    return knowing.library().ask(at, lambda engine: engine.plain(text))


def _outcome(given: AnswerQuestion, at: datetime) -> Outcome:
    regions = routing.regions_over(given.region)

    def question(engine: Engine) -> tuple[str, Ranked]:
        return engine.plain(given.text), engine.rank(given.text, regions)

    plain, ranked = knowing.library().ask(at, question)
    if not plain:
        raise errors.NothingAsked()
    return Outcome(plain, ranked, _usable(ranked.candidates[:_LOOKED_AT], at))


def _usable(candidates: Sequence[Candidate], at: datetime) -> list[Found]:
    """Those that are published at this moment and hold today, in their order."""
    found, today = pairs.in_force(one.id for one in candidates), clock.local_date(at)
    standing = [(one, *found[one.id]) for one in candidates if one.id in found]
    return [(one, region, content) for one, region, content in standing if content.holds(today)]


def _kept(given: AnswerQuestion, at: datetime, outcome: Outcome) -> AskedQuestion:
    return AskedQuestion(
        id=ids.new_id(at),
        text=publicwords.masked(given.text),
        region=given.region,
        department=outcome.department,
        tier=outcome.tier,
        percent=round(outcome.ranked.chance * 100),
        offered=tuple(one.id for one, _, _ in outcome.offered),
        asked_at=at,
    )


def _reply(one: AskedQuestion, outcome: Outcome) -> AnswerReply:
    offered, sure = outcome.offered, one.tier is Tier.ANSWER
    meant = [Option(said.question, found.known.question.asks) for found, _, said in offered]
    return AnswerReply(
        question_id=one.id,
        tier=one.tier,
        tier_label=one.tier.label,
        percent=one.percent,
        answer=_given(offered[0], outcome.plain) if sure else None,
        options=[_option(other) for other in (offered[1:] if sure else offered)],
        ask_back="" if sure else ask_back(meant),
        hand_over=handing.hand_over(one.department) if one.tier is Tier.PERSON else None,
    )


def _given(found: Found, plain: str) -> AnswerGiven:
    one, region, content = found
    return replying.given(one.id, region, content, one.reasons(plain))


def _option(found: Found) -> AnswerOption:
    one, region, content = found
    return replying.option(one.id, region, content)
